import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endInstallationRole, giveInstallationRole, readInstallationRoles } from "~/features/spaces/index.server";
import { InstallationRolesScreen } from "~/features/spaces/organisations/installation-roles-screen";
import { spaceWords } from "~/features/spaces/words";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readInstallationRoles(ctxOf({ context })));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerForm(request, async ({ intent, role, actorId, signInName }) => {
    if (intent === "end") await endInstallationRole(ctx, { role, actorId });
    else await giveInstallationRole(ctx, { role, signInName });
    return redirect("/beheer/installatie/taken");
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: spaceWords.for(language)("installation_roles_title"), noindex: true }));

export default function InstallationRoles() {
  return <InstallationRolesScreen held={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
