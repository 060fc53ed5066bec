import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countRequests } from "~/features/groups/index.server";
import { inviteOrganisation, leaveAsOrganisation, ownNameToSuggest, readManage, takeUpStewardship } from "~/features/spaces/index.server";
import { PartnersScreen } from "~/features/spaces/partners-screen";
import { spaceWords } from "~/features/spaces/words";
import { answerForm, answerPage, ctxOf, sendCookies } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerPage(request, async () => ({
    view: await readManage(ctx, { slug: params.slug! }),
    requests: await countRequests(ctx, { slug: params.slug! }),
    ownName: await ownNameToSuggest(ctx),
  }));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerForm(request, async ({ intent, spaceId, organisationId, shownName, function: itsFunction }) => {
    if (intent === "leave") {
      const { slug } = await leaveAsOrganisation(ctx, { spaceId, organisationId });
      return redirect(`/leerplekken/${slug}`);
    }
    if (intent === "take-up") {
      const { setCookie } = await takeUpStewardship(ctx, { spaceId, organisationId, shownName, function: itsFunction });
      sendCookies({ context }, setCookie ? [setCookie] : []);
    } else await inviteOrganisation(ctx, { spaceId, organisationId });
    return redirect(`/leerplekken/${params.slug}/beheer/organisaties`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: spaceWords.for(language)("partners_title"), noindex: true }));

export default function Partners() {
  return <PartnersScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
