import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnDocument, readDocument } from "~/features/documents/index.server";
import { documentWords } from "~/features/documents/words";
import { WriteScreen } from "~/features/documents/write-screen";
import { useLiveCount } from "~/features/notifications/live-count";
import { addressId } from "~/platform/address-id";
import type { RouteHandle } from "~/platform/handle";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import type { LoadContext } from "~/platform/load-context.server";
import { pageMeta } from "~/platform/page-meta";
import editorStyles from "~/ui/styles/editor.css?url";
import threadStyles from "~/ui/styles/threads.css?url";

export const handle: RouteHandle = { hydrate: true, words: ["documents", "documents-blocks", "ui", "errors"] };

export const links: LinksFunction = () => [editorStyles, threadStyles].map((href) => ({ rel: "stylesheet", href }));

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await answerPage(request, () => readDocument(ctxOf({ context }), addressId(params.documentId), { live: true }));
  if (page.may.write !== true) throw redirect(`/teksten/${page.document.id}`);
  const { session } = context as unknown as LoadContext;
  return { page, keepFor: session?.device === "own" ? page.me : null };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => redirect(await actOnDocument(ctxOf({ context }), addressId(params.documentId), fields)));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => ({ title: `${documentWords.for(language)("write_along")}: ${data?.page.document.title ?? ""}`, noindex: true }));

export default function WriteAlong() {
  useLiveCount(true);
  return <WriteScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
