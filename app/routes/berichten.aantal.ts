import type { LoaderFunctionArgs } from "@remix-run/node";
import { countUnread } from "~/features/notifications/index.server";
import { ctxOf } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";

/** How much is new for who asks, for the number in the bar of a page that stays open; 0 without an account. */
export async function loader({ context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const count = await countUnread(ctx);
  return Response.json({ count, label: uiWords.for(ctx.language)("nav_inbox_count", { count }) }, { headers: { "Cache-Control": "no-store" } });
}
