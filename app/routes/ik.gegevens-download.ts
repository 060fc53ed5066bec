import type { LoaderFunctionArgs } from "@remix-run/node";
import { collectDownload, downloadFile } from "~/features/accounts/index.server";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

/** Everything about the person as one file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const parts = await answerPage(request, () => collectDownload(ctx));
  return new Response(await downloadFile(parts, ctx.now), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="mijn-gegevens-${ctx.now.toISOString().slice(0, 10)}.json"`,
      "Cache-Control": "no-store",
    },
  });
}
