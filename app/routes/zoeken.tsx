import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { searchEverything } from "~/features/search/index.server";
import { SearchScreen } from "~/features/search/search-screen";
import { answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";

export const meta: MetaFunction = () => [{ title: "Zoek" }, { name: "robots", content: "noindex" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const words = new URL(request.url).searchParams.get("woorden") ?? "";
  return { found: await answerPage(request, () => searchEverything(ctxOf({ context }), { words, page: pageNumber(request) })) };
}

export default function Search() {
  return <SearchScreen {...useLoaderData<typeof loader>()} />;
}
