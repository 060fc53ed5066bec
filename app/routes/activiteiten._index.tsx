import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ActivitiesScreen } from "~/features/activities/activities-screen";
import { listActivities, listOwnActivities } from "~/features/activities/index.server";
import { activityWords } from "~/features/activities/words";
import { findPlaces } from "~/features/spaces/index.server";
import { answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const search = new URL(request.url).searchParams;
  const asked = (search.get("waar") ?? "").trim().slice(0, 80);
  const when = search.get("wanneer") === "voorbij" ? ("past" as const) : ("upcoming" as const);
  return answerPage(request, async () => {
    const found = asked ? await findPlaces(ctx, asked) : null;
    return {
      when,
      where: found && { asked, places: found.length > 0 ? found.map(({ name }) => name).join(", ") : null },
      listed: await listActivities(ctx, { when, nis: found?.map(({ nis }) => nis), page: pageNumber(request) }),
      own: await listOwnActivities(ctx),
    };
  });
}

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (language) => {
    const t = activityWords.for(language);
    return { title: t("title_list"), description: t("lead_list") };
  });

export default function Activities() {
  return <ActivitiesScreen {...useLoaderData<typeof loader>()} />;
}
