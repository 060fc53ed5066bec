import type { LoaderFunctionArgs } from "@remix-run/node";
import { readEditionPicture } from "~/features/documents/index.server";
import { answerPicture } from "~/platform/answer-picture.server";
import { ctxOf } from "~/platform/http-adapter.server";

/** A picture of a published edition, for everyone who may read that now; `?klein` for the one in the text. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const size = new URL(request.url).searchParams.has("klein") ? "small" : "large";
  return answerPicture(request, () => readEditionPicture(ctxOf({ context }), { slug: params.slug!, number: params.number, id: params.pictureId, size }));
}
