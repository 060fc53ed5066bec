import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BundleFormScreen } from "~/features/discussions/questions/bundle-screens";
import { changeBundle, readBundle, readBundleChoice } from "~/features/discussions/index.server";
import { bundleHref } from "~/features/discussions/views";
import { discussionWords } from "~/features/discussions/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerPage(request, async () => {
    const { id, rev, title, space, questions } = await readBundle(ctx, { id: params.bundleId! });
    return { choice: await readBundleChoice(ctx, { id: space.id }, null), bundle: { id, rev, title, questions: questions.map(({ discussion }) => discussion.id) } };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => redirect(bundleHref((await changeBundle(ctxOf({ context }), { ...fields, id: addressId(params.bundleId) })).id)));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: discussionWords.for(language)("bundle_change"), noindex: true }));

export default function ChangeBundle() {
  return <BundleFormScreen {...useLoaderData<typeof loader>()} newId="" chosen={[]} refusal={useActionData<typeof action>()?.refusal} />;
}
