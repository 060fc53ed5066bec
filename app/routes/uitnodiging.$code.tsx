import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptInvitation, readInvitation } from "~/features/groups/index.server";
import { InvitationScreen } from "~/features/groups/invitation-screen";
import { groupWords } from "~/features/groups/words";
import { answerForm, answerPage, ctxOf, sendCookies } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return { view: await answerPage(request, () => readInvitation(ctxOf({ context }), params.code!)), code: params.code! };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ shownName, function: itsFunction, agree }) => {
    const { slug, groupId, setCookie } = await acceptInvitation(ctxOf({ context }), { code: params.code, shownName, function: itsFunction, agree });
    sendCookies({ context }, setCookie ? [setCookie] : []);
    return redirect(groupId ? `/groepen/${groupId}?gedaan=lid` : setCookie ? `/leerplekken/${slug}/beheer` : `/leerplekken/${slug}`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: groupWords.for(language)("invitation_page"), noindex: true }));

export default function Invitation() {
  return <InvitationScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
