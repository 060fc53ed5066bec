import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAsked } from "~/features/search/asked";
import { searchEverything } from "~/features/search/index.server";
import { SearchScreen } from "~/features/search/search-screen";
import { searchWords } from "~/features/search/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = readAsked(new URL(request.url).searchParams);
  return { found: await answerPage(request, () => searchEverything(ctxOf({ context }), asked)) };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, (language) => {
    const t = searchWords.for(language);
    return { title: t("title"), description: t("lead"), noindex: true };
  });

export default function Search() {
  return <SearchScreen {...useLoaderData<typeof loader>()} />;
}
