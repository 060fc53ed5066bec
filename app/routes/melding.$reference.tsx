import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readReceipt } from "~/features/moderation/index.server";
import { ReceiptScreen } from "~/features/moderation/receipt-screen";
import { moderationWords } from "~/features/moderation/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const flash = ({ nieuw: "new", eerder: "known" } as const)[query.get("gelukt") ?? ""] ?? null;
  return answerPage(request, async () => ({ receipt: await readReceipt(ctxOf({ context }), params.reference!, query.get("sleutel")), flash }));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => ({ title: `${moderationWords.for(language)("receipt_title")} ${data?.receipt.reference ?? ""}`, noindex: true }));

export default function Receipt() {
  return <ReceiptScreen {...useLoaderData<typeof loader>()} />;
}
