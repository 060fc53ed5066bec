import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { askSecondLook, readOwnDecision } from "~/features/moderation/index.server";
import { OwnDecisionScreen } from "~/features/moderation/own-decision-screen";
import { moderationWords } from "~/features/moderation/words";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const flash = new URL(request.url).searchParams.get("gelukt") === "vraag";
  return answerPage(request, async () => ({ decided: await readOwnDecision(ctxOf({ context }), params.decisionId!), id: randomUUID(), flash }));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    await askSecondLook(ctxOf({ context }), fields);
    return redirect(`/beslissing/${params.decisionId}?gelukt=vraag`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: moderationWords.for(language)("own_title"), noindex: true }));

export default function OwnDecisionPage() {
  return <OwnDecisionScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
