import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { talkLinkingTo } from "~/features/discussions/index.server";
import { placeFrom, placeInAddress } from "~/features/discussions/lists/place";
import { BacklinksScreen } from "~/features/documents/backlinks/backlinks-screen";
import { backlinkWords } from "~/features/documents/backlinks/words";
import { readBacklinks } from "~/features/documents/index.server";
import { documentHref } from "~/features/documents/views";
import { addressId } from "~/platform/address-id";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const id = addressId(params.documentId);
  return answerPage(request, async () => {
    const page = await readBacklinks(ctx, id);
    const { talk, next } = await talkLinkingTo(ctx, { id, path: documentHref(id) }, placeFrom(new URL(request.url).searchParams.get("na")));
    return { page, talk, next: next && placeInAddress(next) };
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: backlinkWords.for(language)("title"), noindex: true }));

export default function DocumentBacklinks() {
  return <BacklinksScreen {...useLoaderData<typeof loader>()} />;
}
