import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NewGroupScreen } from "~/features/groups/group-form-screen";
import { makeGroup, readNewGroupForm } from "~/features/groups/index.server";
import { groupWords } from "~/features/groups/words";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return { view: await answerPage(request, () => readNewGroupForm(ctxOf({ context }), { slug: params.slug! })), id: randomUUID() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { groupId } = await makeGroup(ctxOf({ context }), fields);
    return redirect(`/groepen/${groupId}`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: groupWords.for(language)("make"), noindex: true }));

export default function NewGroup() {
  return <NewGroupScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
