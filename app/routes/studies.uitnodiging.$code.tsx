import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { becomeResearcher, readResearcherInvitation } from "~/features/research/index.server";
import { ResearcherInvitationScreen } from "~/features/research/researcher-invitation-screen";
import { researchWords } from "~/features/research/words";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const action = new URL(request.url).pathname;
  return { invitation: await answerPage(request, () => readResearcherInvitation(ctxOf({ context }), params.code!)), action };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async () => {
    const { slug } = await becomeResearcher(ctxOf({ context }), { code: params.code });
    return redirect(`/beheer/studies/${slug}`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: researchWords.for(language)("invitation_title"), noindex: true }));

export default function ResearcherInvitation() {
  return <ResearcherInvitationScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
