import type { LoaderFunctionArgs } from "@remix-run/node";
import { feedActivities } from "~/features/activities/index.server";
import { feedDiscussions } from "~/features/discussions/index.server";
import { feedEditions } from "~/features/documents/index.server";
import { feedLessons } from "~/features/experiments/index.server";
import { openSpaceToPrograms } from "~/features/groups/index.server";
import { feedPath } from "~/features/spaces/feed-path";
import { readSpaceFrame } from "~/features/spaces/index.server";
import { spaceWords } from "~/features/spaces/words";
import { answerFeed } from "~/platform/answer-feed.server";
import { atomFeed, newestEntries } from "~/platform/atom-feed";
import { ctxOf } from "~/platform/http-adapter.server";

/** What is new in a leerplek that everyone reads, as Atom. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerFeed(request, async () => {
    const opened = await openSpaceToPrograms(ctxOf({ context }), { slug: params.slug! });
    const { ctx, space, version, changedAt } = opened;
    const write = async () => {
      const { by } = await readSpaceFrame(ctx, { id: space.id });
      const entries = newestEntries(await feedDiscussions(opened), await feedEditions(opened), await feedActivities(opened), await feedLessons(opened));
      return atomFeed(
        {
          id: space.id,
          title: spaceWords.for(ctx.language)("feed_title", { space: space.name }),
          subtitle: space.summary,
          author: by.join(", ") || space.name,
          publicUrl: ctx.house.publicUrl,
          selfPath: feedPath(space.slug),
          pagePath: `/leerplekken/${space.slug}`,
          language: ctx.language,
          since: space.openedAt ?? space.createdAt,
        },
        entries,
      );
    };
    return { contentType: "application/atom+xml; charset=utf-8", version, changedAt, write };
  });
}
