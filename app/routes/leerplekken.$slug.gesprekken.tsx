import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BundleList } from "~/features/discussions/questions/bundle-screens";
import { listOfSpace } from "~/features/discussions/index.server";
import { SpaceDiscussionsScreen } from "~/features/discussions/lists/list-screens";
import { discussionWords } from "~/features/discussions/words";
import { answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => listOfSpace(ctxOf({ context }), { slug: params.slug!, page: pageNumber(request) }));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => {
    const t = discussionWords.for(language);
    return { title: `${t("title_list")} · ${data?.space.name ?? ""}`, description: t("lead_list") };
  });

export default function SpaceDiscussions() {
  const { space, listed, bundles, mayBundle } = useLoaderData<typeof loader>();
  return <SpaceDiscussionsScreen slug={space.slug} listed={listed} bundles={<BundleList bundles={bundles} slug={space.slug} mayBundle={mayBundle} />} />;
}
