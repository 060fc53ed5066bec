import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CaseScreen, caseHref } from "~/features/moderation/case-screen";
import { claimCase, lookIntoGroup, readCase, takeBackDecision } from "~/features/moderation/index.server";
import { moderationWords } from "~/features/moderation/words";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

const flashes = { beslist: "decided", teruggenomen: "taken-back", antwoord: "answered" } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const flash = flashes[(new URL(request.url).searchParams.get("gelukt") ?? "") as keyof typeof flashes] ?? null;
  return answerPage(request, async () => ({ one: await readCase(ctxOf({ context }), params.caseId!), flash }));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ intent, decision }) => {
    const ctx = ctxOf({ context });
    const here = caseHref(params.caseId!);
    if (intent === "claim") {
      await claimCase(ctx, { case: params.caseId });
      return redirect(here);
    }
    if (intent === "look") {
      await lookIntoGroup(ctx, { case: params.caseId });
      return redirect(`${here}#omgeving`);
    }
    if (intent !== "take-back") throw new AppError("invalid_input");
    await takeBackDecision(ctx, { decision });
    return redirect(`${here}?gelukt=teruggenomen`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => ({ title: moderationWords.for(language)("case_title", { number: data?.one.number ?? "" }), noindex: true }));

export default function Case() {
  return <CaseScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
