import { and, count, desc, eq, inArray, type SQL } from "drizzle-orm";
import { discussion } from "#db/schema/index";
import { accessGroup, groupStream, readableGroups, readPlace, whoReads, type GroupRow, type Place, type Readers } from "~/features/groups/index.server";
import { spaceStream, type SpaceRow } from "~/features/spaces/index.server";
import { mayStartDiscussion } from "~/permissions/discussions";
import { addressId } from "~/platform/address-id";
import type { Verdict } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { readHeads } from "~/platform/publisher.server";
import { discussionColumns, type DiscussionRow } from "../queries.server";
import { showDiscussions } from "../show-messages.server";
import { readingOf, type Reading } from "../reading/seen.server";
import { sinceWhen, type NewSince } from "../reading/since.server";
import type { DiscussionView } from "../views";

/** How many conversations one page of a list shows. */
export const listSize = 20;

export interface DiscussionSummary {
  discussion: DiscussionView;
  messages: number;
  lastAt: string;
  /** Not seen yet by the reader; 0 without an account. */
  unread: number;
  since: NewSince | null;
  /** Where it takes place, on lists over several groups. */
  where: { group: string; space: string };
}

export interface Paged<T> {
  items: T[];
  page: number;
  pages: number;
}

export interface GroupDiscussions extends Paged<DiscussionSummary> {
  place: Place;
  readers: Readers;
  may: { start: Verdict; announce: Verdict };
}

/** Conversations, questions and announcements of one group, where something was written last first. @throws AppError as `accessGroup`. */
export async function listDiscussions(ctx: Ctx, params: { groupId: string; page: number }): Promise<GroupDiscussions> {
  const groupId = addressId(params.groupId);
  if (!signedIn(ctx.actor)) await dependOnGroup(ctx, groupId);
  const accessed = await accessGroup(ctx, groupId);
  const paged = await listWhere(ctx, eq(discussion.groupId, groupId), params.page);
  return {
    ...paged,
    items: await summarize(ctx, paged.items, new Map([[accessed.group.id, accessed]])),
    place: await readPlace(ctx, accessed),
    readers: await whoReads(ctx, accessed),
    may: {
      start: mayStartDiscussion(ctx.actor, accessed.relation, "conversation"),
      announce: mayStartDiscussion(ctx.actor, accessed.relation, "announcement"),
    },
  };
}

/** The numbers are read before anything that is shown: what comes in between makes a kept page old. */
async function dependOnGroup(ctx: Ctx, groupId: string): Promise<void> {
  const { space } = await accessGroup(ctx, groupId);
  const streams = [groupStream(groupId), spaceStream(space.id)];
  const heads = await readHeads(ctx, streams);
  for (const stream of streams) ctx.dependsOn.set(stream, heads.get(stream) ?? 0);
}

/** Conversations over all groups that the actor may read, only in their own, or only in the others; `kind` keeps to one kind. */
export async function listEverywhere(
  ctx: Ctx,
  params: { page: number; only?: "mine" | "others"; spaceId?: string; kind?: "question"; answered?: boolean },
): Promise<Paged<DiscussionSummary>> {
  const groups = await readableGroups(ctx, { mine: params.only === "mine", spaceId: params.spaceId });
  if (params.only === "others") for (const id of (await readableGroups(ctx, { mine: true })).keys()) groups.delete(id);
  if (groups.size === 0) return { items: [], page: 1, pages: 1 };
  const paged = await listWhere(
    ctx,
    and(
      inArray(discussion.groupId, [...groups.keys()]),
      params.kind ? eq(discussion.kind, params.kind) : undefined,
      params.answered === undefined ? undefined : inArray(discussion.questionState, params.answered ? ["answered"] : ["asked", "picked_up"]),
    ),
    params.page,
  );
  return { ...paged, items: await summarize(ctx, paged.items, groups) };
}

type Counted = { row: DiscussionRow; reading: Reading | null };

async function listWhere(ctx: Ctx, condition: SQL | undefined, page: number): Promise<Paged<Counted>> {
  const shown = and(condition, eq(discussion.moderation, "visible"));
  const [total] = await ctx.db.select({ n: count() }).from(discussion).where(shown);
  const pages = Math.max(1, Math.ceil((total?.n ?? 0) / listSize));
  const at = Math.min(Math.max(1, page), pages);
  const rows = await ctx.db
    .select({ ...discussionColumns, ...(signedIn(ctx.actor) ? { reading: readingOf(ctx.actor.personId) } : {}) })
    .from(discussion)
    .where(shown)
    .orderBy(desc(discussion.lastMessageAt), desc(discussion.id))
    .limit(listSize)
    .offset((at - 1) * listSize);
  return { items: rows.map(({ reading, ...row }) => ({ row, reading: reading ?? null })), page: at, pages };
}

/** Shows rows that may come from several leerplekken, each with the names of its own. */
export async function summarize(ctx: Ctx, items: Counted[], groups: Map<string, { group: GroupRow; space: SpaceRow }>): Promise<DiscussionSummary[]> {
  const views = new Map<string, DiscussionView>();
  for (const spaceId of new Set(items.map(({ row }) => row.spaceId))) {
    const ofSpace = items.filter(({ row }) => row.spaceId === spaceId).map(({ row }) => row);
    for (const view of await showDiscussions(ctx, spaceId, ofSpace)) views.set(view.id, view);
  }
  return items.map(({ row, reading }) => {
    const { group, space } = groups.get(row.groupId)!;
    const isNew = reading ? { unread: reading.unread, since: sinceWhen(ctx, reading) } : { unread: 0, since: null };
    return { discussion: views.get(row.id)!, messages: row.messageCount, lastAt: row.lastMessageAt.toISOString(), ...isNew, where: { group: group.name, space: space.name } };
  });
}
