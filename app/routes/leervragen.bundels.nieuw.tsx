import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { BundleFormScreen } from "~/features/discussions/questions/bundle-screens";
import { makeBundle, readBundleChoice } from "~/features/discussions/index.server";
import { bundleHref } from "~/features/discussions/views";
import { discussionWords } from "~/features/discussions/words";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

/** Of one leerplek (`?leerplek=`); `?vraag=` is ticked, with what looks like it close by. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const chosen = asked.get("vraag");
  const choice = await answerPage(request, () => readBundleChoice(ctxOf({ context }), { slug: asked.get("leerplek") ?? "" }, chosen));
  return { choice, newId: randomUUID(), chosen: chosen ? [chosen] : [] };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => redirect(bundleHref((await makeBundle(ctxOf({ context }), fields)).id)));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: discussionWords.for(language)("bundle_new"), noindex: true }));

export default function NewBundle() {
  return <BundleFormScreen {...useLoaderData<typeof loader>()} bundle={null} refusal={useActionData<typeof action>()?.refusal} />;
}
