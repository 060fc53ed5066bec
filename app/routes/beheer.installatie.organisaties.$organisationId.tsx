import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { appointSteward, changeOrganisation, endStewardship, makeOrganisation, readOrganisationForm } from "~/features/spaces/index.server";
import { OrganisationFormScreen } from "~/features/spaces/organisations/organisation-form-screen";
import { spaceWords } from "~/features/spaces/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const isNew = params.organisationId === "nieuw";
  return answerPage(request, async () => {
    const id = isNew ? randomUUID() : addressId(params.organisationId);
    return { form: await readOrganisationForm(ctxOf({ context }), isNew ? null : id), id, saved: new URL(request.url).searchParams.has("bewaard") };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerForm(request, async ({ intent, organisationId, actorId, signInName, ...organisation }) => {
    if (intent === "steward") await appointSteward(ctx, { organisationId, signInName });
    else if (intent === "end-steward") await endStewardship(ctx, { organisationId, actorId });
    else if (params.organisationId === "nieuw") await makeOrganisation(ctx, organisation);
    else await changeOrganisation(ctx, { ...organisation, id: params.organisationId });
    return redirect(`/beheer/installatie/organisaties/${String(organisationId ?? organisation.id)}?bewaard=1`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: spaceWords.for(language)("organisations_title"), noindex: true }));

export default function OrganisationForm() {
  return <OrganisationFormScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
