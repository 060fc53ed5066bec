import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDiscussions, listEverywhere, markAllRead } from "~/features/discussions/index.server";
import { DiscussionsScreen, GroupDiscussionsScreen } from "~/features/discussions/lists/list-screens";
import { discussionWords } from "~/features/discussions/words";
import { signedIn } from "~/platform/actor";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

/** Of one group (`?groep=`), else first of one's own groups and then of everyone's. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const asked = new URL(request.url).searchParams;
  const groupId = asked.get("groep");
  return answerPage(request, async () => {
    if (groupId) return { group: await listDiscussions(ctx, { groupId, page: pageNumber(request) }), all: null };
    const mine = signedIn(ctx.actor) ? await listEverywhere(ctx, { page: Number(asked.get("mijn")) || 1, only: "mine" }) : null;
    return { group: null, all: { mine, open: await listEverywhere(ctx, { page: pageNumber(request), only: mine ? "others" : undefined }), onlyOpen: asked.has("pagina") } };
  });
}

/** Takes everything for read, in one group or in all of one's own. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ intent, ...group }) => {
    if (intent !== "read-all") throw new AppError("invalid_input");
    await markAllRead(ctxOf({ context }), group);
    return redirect(group.groupId ? `/gesprekken?groep=${String(group.groupId)}` : "/gesprekken");
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => {
    const t = discussionWords.for(language);
    const title = t("title_list");
    return data?.group ? { title: `${title} · ${data.group.place.group.name}`, noindex: true } : { title, description: t("lead_list") };
  });

export default function Discussions() {
  const { group, all } = useLoaderData<typeof loader>();
  return group ? <GroupDiscussionsScreen listed={group} /> : <DiscussionsScreen {...all!} />;
}
