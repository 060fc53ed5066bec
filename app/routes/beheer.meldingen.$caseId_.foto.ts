import type { LoaderFunctionArgs } from "@remix-run/node";
import { readCasePicture } from "~/features/moderation/index.server";
import { answerPicture } from "~/platform/answer-picture.server";
import { ctxOf } from "~/platform/http-adapter.server";

/** The picture of what was reported. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPicture(request, () => readCasePicture(ctxOf({ context }), params.caseId!));
}
