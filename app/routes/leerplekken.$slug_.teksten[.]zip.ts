import { createReadableStreamFromReadable, type ActionFunctionArgs } from "@remix-run/node";
import { carryFormHref } from "~/features/documents/carry/views";
import { orSayOn } from "~/features/documents/formats/answer-file";
import { carrySpace } from "~/features/documents/index.server";
import { answerPage, ctxOf, readForm } from "~/platform/http-adapter.server";
import type { LoadContext } from "~/platform/load-context.server";

/** Texts of a leerplek in one file, made while it is sent; asked for with a form, so that nothing fetches it by itself. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { which } = await readForm(request);
  const { room } = context as unknown as LoadContext;
  const { name, body } = await answerPage(request, () => orSayOn(carryFormHref(params.slug!), () => carrySpace(ctxOf({ context }), { slug: params.slug!, mine: which !== "all", room })));
  // Nobody waits for it any more: nothing more is made.
  request.signal.addEventListener("abort", () => body.destroy(), { once: true });
  return new Response(createReadableStreamFromReadable(body), {
    headers: { "Content-Type": "application/zip", "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
  });
}
