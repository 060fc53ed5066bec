import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { caseHref } from "~/features/moderation/case-screen";
import { decideSecondLook, readCase } from "~/features/moderation/index.server";
import { SecondLookScreen } from "~/features/moderation/second-look-screen";
import { moderationWords } from "~/features/moderation/words";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, async () => {
    const one = await readCase(ctxOf({ context }), params.caseId!);
    if (one.may.decideSecondLook !== true) throw redirect(caseHref(one.id));
    return { one };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { caseId } = await decideSecondLook(ctxOf({ context }), fields);
    return redirect(`${caseHref(caseId)}?gelukt=antwoord`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => ({ title: moderationWords.for(language)("second_title", { number: data?.one.number ?? "" }), noindex: true }));

export default function SecondLook() {
  return <SecondLookScreen one={useLoaderData<typeof loader>().one} refusal={useActionData<typeof action>()?.refusal} />;
}
