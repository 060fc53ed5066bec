import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { caseHref } from "~/features/moderation/case-screen";
import { DecideScreen } from "~/features/moderation/decide-screen";
import { decideCase, previewDecision, readCase, type DecisionPreview } from "~/features/moderation/index.server";
import { PreviewScreen } from "~/features/moderation/preview-screen";
import { moderationWords } from "~/features/moderation/words";
import { answerForm, answerPage, ctxOf, type FormRefusal } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, async () => {
    const one = await readCase(ctxOf({ context }), params.caseId!);
    if (one.state !== "open") throw redirect(caseHref(one.id));
    return { one };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ step, ...choice }) => {
    const ctx = ctxOf({ context });
    if (step === "change") return Response.json({ chosen: choice });
    if (step === "preview") return Response.json({ preview: await previewDecision(ctx, choice), chosen: choice, id: randomUUID() });
    await decideCase(ctx, choice);
    return redirect(`${caseHref(params.caseId!)}?gelukt=beslist`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => ({ title: moderationWords.for(language)("decide_title", { number: data?.one.number ?? "" }), noindex: true }));

interface Step {
  refusal?: FormRefusal;
  preview?: DecisionPreview;
  chosen?: Record<string, string>;
  id?: string;
}

export default function Decide() {
  const { one } = useLoaderData<typeof loader>();
  const { refusal, preview, chosen = {}, id } = (useActionData<typeof action>() ?? {}) as Step;
  if (preview && id) return <PreviewScreen {...{ preview, id, chosen }} caseId={one.id} />;
  return <DecideScreen one={one} refusal={refusal} chosen={chosen} />;
}
