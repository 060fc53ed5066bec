import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listOrganisations } from "~/features/spaces/index.server";
import { OrganisationsScreen } from "~/features/spaces/organisations/organisations-screen";
import { spaceWords } from "~/features/spaces/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerPage(request, () => listOrganisations(ctxOf({ context })));
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: spaceWords.for(language)("organisations_title"), noindex: true }));

export default function Organisations() {
  return <OrganisationsScreen organisations={useLoaderData<typeof loader>()} />;
}
