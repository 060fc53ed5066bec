import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForOrganisation, readOrganisation } from "~/features/spaces/index.server";
import { OrganisationScreen } from "~/features/spaces/organisations/organisation-screen";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf, sendCookies } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await answerPage(request, () => readOrganisation(ctxOf({ context }), addressId(params.organisationId)));
  return { page, answered: new URL(request.url).searchParams.has("geantwoord") };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ answer, spaceId, shownName, function: itsFunction }) => {
    const given = { spaceId, organisationId: params.organisationId };
    const yes = { ...given, answer, shownName, function: itsFunction };
    const { slug, setCookie } = await answerForOrganisation(ctxOf({ context }), answer === "yes" ? yes : { ...given, answer });
    sendCookies({ context }, setCookie ? [setCookie] : []);
    return redirect(answer === "yes" ? `/leerplekken/${slug}/beheer` : `/organisaties/${params.organisationId}?geantwoord=1`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageMeta(matches, () => ({ title: data?.page.name ?? "" }));

export default function Organisation() {
  return <OrganisationScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
