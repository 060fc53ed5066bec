import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readSettings, renameDocument } from "~/features/documents/index.server";
import { SettingsScreen } from "~/features/documents/settings-screen";
import { documentWords } from "~/features/documents/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readSettings(ctxOf({ context }), addressId(params.documentId)));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { id } = await renameDocument(ctxOf({ context }), { ...fields, id: params.documentId });
    return redirect(`/teksten/${id}`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: documentWords.for(language)("title_settings"), noindex: true }));

export default function DocumentSettings() {
  return <SettingsScreen page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
