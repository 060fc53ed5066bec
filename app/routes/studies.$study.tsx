import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerStudy, readStudy, withdrawFromStudy } from "~/features/research/index.server";
import { StudyScreen } from "~/features/research/study-screen";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

const flashes = { antwoord: "answered", ingetrokken: "withdrawn" } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const flash = flashes[(new URL(request.url).searchParams.get("gelukt") ?? "") as keyof typeof flashes] ?? null;
  return { study: await answerPage(request, () => readStudy(ctxOf({ context }), params.study!)), flash, id: randomUUID() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ intent, ...fields }) => {
    const ctx = ctxOf({ context });
    if (intent === "answer") await answerStudy(ctx, fields);
    else if (intent === "withdraw") await withdrawFromStudy(ctx, fields);
    else throw new AppError("invalid_input");
    return redirect(`/studies/${params.study}?gelukt=${intent === "answer" ? "antwoord" : "ingetrokken"}#antwoord`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageMeta(matches, () => ({ title: data?.study.title ?? "", description: data?.study.purpose }));

export default function Study() {
  return <StudyScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
