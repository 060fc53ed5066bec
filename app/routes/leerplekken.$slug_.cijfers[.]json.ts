import type { LoaderFunctionArgs } from "@remix-run/node";
import { readFigures } from "~/features/moderation/index.server";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

/** The figures of moderation in one space, for computers: hours as numbers, measures by their code. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return Response.json(await answerPage(request, () => readFigures(ctxOf({ context }), params.slug!)));
}
