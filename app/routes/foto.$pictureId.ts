import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPicture } from "~/features/discussions/index.server";
import { answerPicture } from "~/platform/answer-picture.server";
import { ctxOf } from "~/platform/http-adapter.server";

/** A picture of a message, for who may see that message now; `?klein` for the one in the conversation. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const size = new URL(request.url).searchParams.has("klein") ? "small" : "large";
  return answerPicture(request, () => readPicture(ctxOf({ context }), { id: params.pictureId!, size }));
}
