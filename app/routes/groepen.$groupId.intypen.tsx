import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTypeInForm, typeInByForm } from "~/features/discussions/index.server";
import { TypeInScreen } from "~/features/discussions/paper/type-in-screen";
import { messageHref } from "~/features/discussions/views";
import { discussionWords } from "~/features/discussions/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

/** A slip that was typed in comes back as the number of its message, so that the page can link to it. */
const doneForm = /^([0-9a-f-]{36})\.(\d{1,9})$/;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const [, discussion, number] = doneForm.exec(new URL(request.url).searchParams.get("gedaan") ?? "") ?? [];
  const form = await answerPage(request, () => readTypeInForm(ctxOf({ context }), { groupId: params.groupId! }));
  return { form, done: discussion && number ? messageHref(discussion, Number(number)) : null };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { row } = await typeInByForm(ctxOf({ context }), fields);
    return redirect(`/groepen/${addressId(params.groupId)}/intypen?gedaan=${row.discussionId}.${row.number}`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: discussionWords.for(language)("type_title"), noindex: true }));

export default function TypeIn() {
  return <TypeInScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
