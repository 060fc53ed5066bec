import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeSpace, readSettings } from "~/features/spaces/index.server";
import { SettingsScreen } from "~/features/spaces/start-space-screen";
import { spaceWords } from "~/features/spaces/words";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readSettings(ctxOf({ context }), { slug: params.slug! }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { slug } = await changeSpace(ctxOf({ context }), fields);
    return redirect(`/leerplekken/${slug}/beheer`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: spaceWords.for(language)("settings_title"), noindex: true }));

export default function Settings() {
  return <SettingsScreen view={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
