import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeskScreen } from "~/features/moderation/desk-screen";
import { readDesk } from "~/features/moderation/index.server";
import { moderationWords } from "~/features/moderation/words";
import type { RouteHandle } from "~/platform/handle";
import { answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const which = new URL(request.url).searchParams.get("toon") === "afgehandeld" ? "done" : "waiting";
  return answerPage(request, () => readDesk(ctxOf({ context }), { which, page: pageNumber(request) }));
}

export const handle: RouteHandle = { hydrate: true, words: ["moderation", "ui"] };

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: moderationWords.for(language)("desk_title"), noindex: true }));

export default function Desk() {
  return <DeskScreen desk={useLoaderData<typeof loader>()} />;
}
