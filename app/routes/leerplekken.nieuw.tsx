import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readStartForm, startSpace } from "~/features/spaces/index.server";
import { StartSpaceScreen } from "~/features/spaces/start-space-screen";
import { spaceWords } from "~/features/spaces/words";
import { answerForm, answerPage, ctxOf, sendCookies } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { view: await answerPage(request, () => readStartForm(ctxOf({ context }))), id: randomUUID() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { slug, setCookie } = await startSpace(ctxOf({ context }), fields);
    sendCookies({ context }, setCookie ? [setCookie] : []);
    return redirect(`/leerplekken/${slug}/beheer`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: spaceWords.for(language)("start_title"), noindex: true }));

export default function StartSpace() {
  return <StartSpaceScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
