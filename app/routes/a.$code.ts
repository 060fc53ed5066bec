import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { followShortPath } from "~/features/activities/index.server";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

/** The short address on a poster. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return redirect(await answerPage(request, () => followShortPath(ctxOf({ context }), params.code ?? "")));
}
