import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FindScreen } from "~/features/spaces/find-screen";
import { findSpaces } from "~/features/spaces/index.server";
import { spaceWords } from "~/features/spaces/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return answerPage(request, () => findSpaces(ctxOf({ context }), { theme: searchParams.get("thema"), place: searchParams.get("waar") }));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => {
    const t = spaceWords.for(language);
    return { title: data?.theme ? t("find_title_theme", { theme: data.theme.name }) : t("find_page"), description: t("find_description") };
  });

export default function Spaces() {
  return <FindScreen found={useLoaderData<typeof loader>()} />;
}
