import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ActivityList } from "~/features/activities/activity-list";
import { listActivitiesOfSpace } from "~/features/activities/index.server";
import { DiscussionList } from "~/features/discussions/lists/discussion-list";
import { listOfSpace } from "~/features/discussions/index.server";
import { GroupsSection } from "~/features/groups/group-list";
import { listGroups } from "~/features/groups/index.server";
import { reportPath } from "~/features/house-rules/report-path";
import { feedPath } from "~/features/spaces/feed-path";
import { FrontPart } from "~/features/spaces/front-part";
import { readLevel } from "~/features/notifications/index.server";
import { LevelAside } from "~/features/notifications/levels/level-form";
import { readSpaceFront } from "~/features/spaces/index.server";
import { SpaceFrontScreen } from "~/features/spaces/space-front-screen";
import { spaceWords } from "~/features/spaces/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug!;
  // What goes on changes with other streams and with the clock: read apart, it keeps this page from being kept.
  const [ctx, lively] = [ctxOf({ context }), ctxOf({ context })];
  return answerPage(request, async () => {
    const front = await readSpaceFront(ctx, { slug });
    return {
      front,
      level: await readLevel(ctx, "space", { space: front.id }),
      groups: await listGroups(ctx, { slug }),
      talk: (await listOfSpace(lively, { slug, page: 1 })).listed.items.slice(0, 3),
      soon: (await listActivitiesOfSpace(lively, { slug, when: "upcoming", page: 1 })).activities.slice(0, 2),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => {
    if (!data) return { title: "" };
    const { name, summary, slug, may } = data.front;
    return { title: name, description: summary, noindex: !may.follow, feed: may.follow ? { href: feedPath(slug), title: spaceWords.for(language)("feed_title", { space: name }) } : undefined };
  });

export default function SpaceFront() {
  const { front, level, groups, talk, soon } = useLoaderData<typeof loader>();
  return (
    <SpaceFrontScreen
      front={front}
      reportHref={reportPath("space", front.id)}
      soon={
        <>
          <FrontPart slug={front.slug} part="activiteiten" show={soon.length > 0}>
            <ActivityList activities={soon} />
          </FrontPart>
          <LevelAside kind="space" id={front.id} level={level} back={`/leerplekken/${front.slug}`} />
        </>
      }
      groups={<GroupsSection slug={front.slug} groups={groups} mayMake={front.may.makeGroup} />}
    >
      <FrontPart slug={front.slug} part="gesprekken" show={talk.length > 0}>
        <DiscussionList items={talk} across />
      </FrontPart>
    </SpaceFrontScreen>
  );
}
