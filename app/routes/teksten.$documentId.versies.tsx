import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnDocument, readVersions } from "~/features/documents/index.server";
import { VersionsScreen } from "~/features/documents/versions/versions-screen";
import { documentWords } from "~/features/documents/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const version = new URL(request.url).searchParams.get("versie");
  return answerPage(request, () => readVersions(ctxOf({ context }), addressId(params.documentId), version ? addressId(version) : null));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => redirect(await actOnDocument(ctxOf({ context }), addressId(params.documentId), fields)));
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: documentWords.for(language)("title_versions"), noindex: true }));

export default function DocumentVersions() {
  return <VersionsScreen page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
