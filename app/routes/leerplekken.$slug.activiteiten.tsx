import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listActivitiesOfSpace } from "~/features/activities/index.server";
import { SpaceActivitiesScreen } from "~/features/activities/space-activities-screen";
import { activityWords } from "~/features/activities/words";
import { answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const when = new URL(request.url).searchParams.get("wanneer") === "voorbij" ? ("past" as const) : ("upcoming" as const);
  return { when, listed: await answerPage(request, () => listActivitiesOfSpace(ctxOf({ context }), { slug: params.slug!, when, page: pageNumber(request) })) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => {
    const t = activityWords.for(language);
    return { title: `${t("title_list")} · ${data?.listed.space.name ?? ""}`, description: t("lead_space") };
  });

export default function SpaceActivities() {
  return <SpaceActivitiesScreen {...useLoaderData<typeof loader>()} />;
}
