import type { LoaderFunctionArgs } from "@remix-run/node";
import { readTextPicture } from "~/features/documents/index.server";
import { answerPicture } from "~/platform/answer-picture.server";
import { ctxOf } from "~/platform/http-adapter.server";

/** A picture of a text, for who may read that text now; `?klein` for the one in the text. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const size = new URL(request.url).searchParams.has("klein") ? "small" : "large";
  return answerPicture(request, () => readTextPicture(ctxOf({ context }), { document: params.documentId, id: params.pictureId, size }));
}
