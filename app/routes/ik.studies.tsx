import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readMyStudies, withdrawFromStudy } from "~/features/research/index.server";
import { MyStudiesScreen } from "~/features/research/my-studies-screen";
import { researchWords } from "~/features/research/words";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const view = await answerPage(request, () => readMyStudies(ctxOf({ context })));
  const flash = new URL(request.url).searchParams.get("gelukt") === "ingetrokken" ? ("withdrawn" as const) : null;
  return { view, flash, ids: view.studies.map(() => randomUUID()) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ intent, ...fields }) => {
    if (intent !== "withdraw") throw new AppError("invalid_input");
    await withdrawFromStudy(ctxOf({ context }), fields);
    return redirect("/ik/studies?gelukt=ingetrokken");
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: researchWords.for(language)("mine_title"), noindex: true }));

export default function MyStudies() {
  return <MyStudiesScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
