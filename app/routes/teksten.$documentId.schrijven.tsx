import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnDocument, handText, readBesideEditor, readDocument, readProposeEditor } from "~/features/documents/index.server";
import { ProposeEditorScreen } from "~/features/documents/proposals/propose-editor-screen";
import { documentWords } from "~/features/documents/words";
import { WriteScreen } from "~/features/documents/write-screen";
import { useLiveCount } from "~/features/notifications/live-count";
import { addressId } from "~/platform/address-id";
import type { RouteHandle } from "~/platform/handle";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import type { LoadContext } from "~/platform/load-context.server";
import { pageMeta } from "~/platform/page-meta";
import easyStyles from "~/ui/styles/easy.css?url";
import editorStyles from "~/ui/styles/editor.css?url";
import threadStyles from "~/ui/styles/threads.css?url";

export const handle: RouteHandle = { hydrate: true, editor: true, words: ["documents", "documents-blocks", "documents-easy", "documents-proposals", "documents-since", "names", "ui", "errors"] };

export const links: LinksFunction = () => [editorStyles, threadStyles].map((href) => ({ rel: "stylesheet", href }));

/** With `?voorstel` in one's own draft of a proposal, else in the text itself. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  if (new URL(request.url).searchParams.has("voorstel")) return { page: null, beside: null, sheet: null, keepFor: null, draft: await answerPage(request, () => readProposeEditor(ctx, addressId(params.documentId))) };
  const page = handText({ context }, await answerPage(request, () => readDocument(ctx, addressId(params.documentId), { live: true })));
  if (page.may.write !== true) throw redirect(`/teksten/${page.document.id}`);
  const { session } = context as unknown as LoadContext;
  const beside = await answerPage(request, () => readBesideEditor(ctx, page.easy, page.document.id));
  return { page, beside, sheet: beside && easyStyles, draft: null, keepFor: session?.device === "own" ? page.me : null };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => redirect(await actOnDocument(ctxOf({ context }), addressId(params.documentId), fields)));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => ({ title: `${documentWords.for(language)("write_along")}: ${(data?.page ?? data?.draft)?.document.title ?? ""}`, noindex: true, sheet: data?.sheet ?? undefined }));

export default function WriteAlong() {
  useLiveCount(true);
  const data = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return data.page ? <WriteScreen page={data.page} beside={data.beside} keepFor={data.keepFor} refusal={refusal} /> : <ProposeEditorScreen page={data.draft} />;
}
