import type { EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { Writable } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import editorScripts from "virtual:editor-scripts";
import { frameSites } from "~/features/documents/blocks/frame-of";
import { contentSecurityPolicy } from "~/platform/content-security-policy.server";
import { keepDrawn } from "~/platform/draw-once.server";
import { DrawOnceContext } from "~/platform/drawn-once";
import { wantsEditor, wantsHydration } from "~/platform/handle";
import type { LoadContext } from "~/platform/load-context.server";
import { NonceContext } from "~/platform/nonce";
import { PageMarkupContext } from "~/platform/page-markup";
import { standInFor } from "~/platform/page-markup.server";
import { ownStyle } from "~/ui";

/** How long a page may take to render, in milliseconds. */
const renderTimeout = 10_000;

const drawOnce = keepDrawn();

/** Renders the whole page before the first byte goes out: one status, one body that can be kept and compressed. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: LoadContext,
): Promise<Response> {
  const { matches, errors } = remixContext.staticHandlerContext;
  const handles = matches.map((match) => match.route.handle as unknown);
  const hydrated = errors === null && wantsHydration(handles, loadContext.ctx.actor.personId !== null);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Content-Security-Policy", contentSecurityPolicy(hydrated ? loadContext.nonce : null, loadContext.ctx.house.publicUrl, { ownStyle, frames: frameSites }));
  if (hydrated && wantsEditor(handles) && editorScripts.length > 0) headers.set("Link", editorScripts.map((script) => `<${script}>; rel=modulepreload`).join(", "));
  if (hydrated || !headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  const { standIn, putIn } = standInFor(loadContext.markup, loadContext.nonce);
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={loadContext.nonce}>
        <PageMarkupContext.Provider value={standIn}>
          <DrawOnceContext.Provider value={drawOnce}>
            <RemixServer context={remixContext} url={request.url} nonce={loadContext.nonce} abortDelay={renderTimeout} />
          </DrawOnceContext.Provider>
        </PageMarkupContext.Provider>
      </NonceContext.Provider>,
      {
        nonce: loadContext.nonce,
        onAllReady() {
          const parts: Buffer[] = [];
          pipe(
            new Writable({
              write: (part: Buffer, _encoding, done) => (parts.push(part), done()),
              final: (done) => (resolve(new Response(streamOf(putIn(Buffer.concat(parts))), { headers, status })), done()),
            }),
          );
        },
        onShellError: reject,
        onError: (error: unknown) => loadContext.ctx.house.logger.error({ err: error }, "rendering failed"),
      },
    );
    setTimeout(abort, renderTimeout + 1_000).unref();
  });
}

/** Hands the very parts over: a response copies bytes that it is given, and a page may be a megabyte. */
function streamOf(parts: Buffer[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
}

/** Failures of loaders and actions that nobody turned into a code. */
export function handleError(error: unknown, { request, context }: { request: Request; context: LoadContext }): void {
  if (request.signal.aborted) return;
  // A page that is not there, or that takes no form: whoever asked was told, and nothing failed.
  if (isRouteErrorResponse(error) && error.status < 500) {
    // The address of a page that is not there may be anything that somebody typed.
    const page = error.status === 404 ? undefined : pageOf(request);
    return context.ctx.house.logger.info({ status: error.status, method: request.method, page, requestId: context.requestId }, "no such page or form");
  }
  context.ctx.house.logger.error({ err: error, page: pageOf(request), requestId: context.requestId }, "request failed");
}

/** Which page a request was for, without what tells one thing from another: only plain words stay, ids and codes do not. */
function pageOf(request: Request): string {
  return new URL(request.url).pathname.replace(/[^/]+/g, (part) => (/^[a-z-]{1,24}$/.test(part) ? part : "…"));
}
