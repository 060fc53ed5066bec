import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ActivityLines } from "~/features/activities/activity-lines";
import { listComingOfGroup } from "~/features/activities/index.server";
import { readWeekSheet } from "~/features/discussions/index.server";
import { WeekSheetScreen } from "~/features/discussions/paper/week-sheet-screen";
import { discussionWords } from "~/features/discussions/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerPage(request, async () => {
    const sheet = await readWeekSheet(ctx, { groupId: params.groupId!, week: new URL(request.url).searchParams.get("week") });
    return { sheet, activities: await listComingOfGroup(ctx, { groupId: sheet.place.group.id, from: new Date(sheet.week.from) }) };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => ({ title: `${discussionWords.for(language)("week_title")} · ${data?.sheet.place.group.name ?? ""}`, noindex: true }));

export default function WeekSheet() {
  const { sheet, activities } = useLoaderData<typeof loader>();
  return <WeekSheetScreen sheet={sheet} activities={activities.length > 0 ? <ActivityLines activities={activities} /> : null} />;
}
