import { createReadStream } from "node:fs";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { fetchRelease } from "~/features/research/index.server";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

/** The file of a release, through the gate. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const file = await answerPage(request, () => fetchRelease(ctxOf({ context }), { release: params.release }));
  return new Response(createReadableStreamFromReadable(createReadStream(file.path)), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Length": String(file.bytes),
      "Content-Disposition": `attachment; filename="${file.fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
