import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarOfSpace } from "~/features/activities/index.server";
import { openSpaceToPrograms } from "~/features/groups/index.server";
import { answerFeed } from "~/platform/answer-feed.server";
import { ctxOf } from "~/platform/http-adapter.server";

/** The activities of a leerplek that everyone reads, as a calendar to subscribe to. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerFeed(request, async () => {
    const opened = await openSpaceToPrograms(ctxOf({ context }), { slug: params.slug! });
    return { contentType: "text/calendar; charset=utf-8", version: opened.version, changedAt: opened.changedAt, write: () => calendarOfSpace(opened) };
  });
}
