import type { LoaderFunctionArgs } from "@remix-run/node";
import { readCalendarFile } from "~/features/activities/index.server";
import { addressId } from "~/platform/address-id";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

/** The activity for somebody's own agenda. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const file = await answerPage(request, () => readCalendarFile(ctxOf({ context }), addressId(params.activityId)));
  return new Response(file, { headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'attachment; filename="activiteit.ics"' } });
}
