import { inArray } from "drizzle-orm";
import { questionBundleItem } from "#db/schema/index";
import { showPeople, type ShownPerson } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { defineEntity, type Entity } from "~/platform/entities.server";
import { parseStream } from "~/platform/streams";
import { uiWords } from "~/platform/ui-words";
import { rename } from "~/features/groups/mentions/rename-mentions";
import type { Mention } from "./mentions/mentions";
import { findDiscussions, findMessages, type DiscussionRow, type MessageRow } from "./queries.server";
import { nobody, quoteOf, type Author, type DiscussionView, type GoneReason, type MessageView } from "./views";

/** A revision above every real one, for what is no longer in the database at all. */
const goneForGood = 2 ** 31 - 1;

/** Messages of one leerplek as this reader may see them, in the order given. */
export async function showMessages(ctx: Ctx, spaceId: string, rows: MessageRow[]): Promise<MessageView[]> {
  const quoted = await findMessages(ctx, [...new Set(rows.flatMap((row) => (row.state === "visible" && row.replyToId) || []))]);
  const authors = await authorsOf(ctx, spaceId, [...rows, ...quoted].flatMap((row) => [row.authorActor, ...(row.typedByActor ? [row.typedByActor] : []), ...(row.mentions ?? []).flatMap((one) => one.actor ?? [])]));
  const ui = uiWords.for(ctx.language);
  /** With the names of now, and without those that this reader may not see. */
  const named = (row: MessageRow): { text: string; mentions?: Mention[] } => {
    if (row.state !== "visible") return { text: "" };
    if (!row.mentions) return { text: row.text };
    const mentions = row.mentions.map(({ at, length, actor }): Mention => ({ at, length, who: actor === null ? null : authors(actor) }));
    return rename(row.text, mentions, ({ who }) => who && `@${who.name ?? ui(who.former ? "former_participant" : "a_participant")}`);
  };
  const plain = (row: MessageRow): MessageView => {
    const gone = row.state === "visible" ? {} : { gone: row.state };
    // Whose message was taken away is nobody's business.
    const author = row.state === "visible" ? authors(row.authorActor) : nobody;
    const typedBy = row.state === "visible" && row.typedByActor ? authors(row.typedByActor) : null;
    const { id, rev, number, discussionId, picture } = row;
    const shown = picture && row.state === "visible" ? { picture: { id: picture.id, width: picture.width, height: picture.height, alt: picture.alt } } : {};
    return { kind: "message", id, rev, discussion: discussionId, number, author, typedBy, ...named(row), ...shown, at: row.createdAt.toISOString(), edited: row.state === "visible" ? (row.editedAt?.toISOString() ?? null) : null, labelled: row.labelled && row.state === "visible", ...(row.reactions && row.state === "visible" ? { reactions: row.reactions } : {}), replyTo: null, ...(row.movedAt ? { moved: true } : {}), ...gone, ...(row.movedToId ? { movedTo: row.movedToId } : {}) };
  };
  const quotes = new Map(quoted.map((row) => [row.id, quoteOf(plain(row))]));
  return rows.map((row) => ({ ...plain(row), replyTo: (row.state === "visible" && row.replyToId && quotes.get(row.replyToId)) || null }));
}

/** Conversations of one leerplek as this reader may see them. */
export async function showDiscussions(ctx: Ctx, spaceId: string, rows: DiscussionRow[]): Promise<DiscussionView[]> {
  const authors = await authorsOf(ctx, spaceId, rows.flatMap((row) => [row.authorActor, row.pickedUpByActor ?? [], row.closedByActor ?? []].flat()));
  const asked = rows.filter((row) => row.kind === "question").map((row) => row.id);
  const bundled = asked.length === 0 ? [] : await ctx.db.select().from(questionBundleItem).where(inArray(questionBundleItem.discussionId, asked));
  return rows.map((row) => ({
    kind: "discussion",
    id: row.id,
    rev: row.rev,
    group: row.groupId,
    type: row.kind,
    title: row.title,
    author: authors(row.authorActor),
    at: row.createdAt.toISOString(),
    state: row.state,
    questionState: row.questionState,
    pickedUpBy: row.pickedUpByActor ? authors(row.pickedUpByActor) : null,
    pins: row.pinned ?? [],
    summary: row.state === "closed" ? row.summary : "",
    closedBy: row.state === "closed" && row.closedByActor ? authors(row.closedByActor) : null,
    supporters: row.supporters,
    bundle: bundled.find((item) => item.discussionId === row.id)?.bundleId ?? null,
  }));
}

/** The shown names of actors in one leerplek, as this reader may see them. */
export async function nameOf(ctx: Ctx, spaceId: string, actorIds: string[]): Promise<(actorId: string) => string> {
  const shown = await showPeople(ctx, spaceId, [...new Set(actorIds)]);
  return (actorId) => shown.get(actorId)?.shownName ?? "";
}

/** How actors are shown to this reader in one leerplek. */
export async function authorsOf(ctx: Ctx, spaceId: string, actorIds: string[]): Promise<(actorId: string) => Author> {
  const shown = await showPeople(ctx, spaceId, [...new Set(actorIds)]);
  return (actorId) => toAuthor(shown.get(actorId));
}

function toAuthor(shown: ShownPerson | undefined): Author {
  if (!shown || shown.gone) return nobody;
  const staff = shown.staff ? `${shown.staff.function}, ${shown.staff.organisation}` : null;
  return { id: shown.membershipId, name: shown.membershipId === null ? null : shown.shownName, staff, former: false };
}

/** The group whose stream this is; null for any other kind. */
const groupOf = (stream: string) => {
  const parsed = parseStream(stream);
  return parsed?.kind === "group" ? parsed.id : null;
};

const gone = (kind: string, id: string, reason: GoneReason, rev = goneForGood): Entity => ({ kind, id, rev, gone: reason });

defineEntity("message", async (ctx, ids, stream) => {
  const rows = await findMessages(ctx, ids);
  const parents = new Map((await findDiscussions(ctx, rows.map((row) => row.discussionId))).map((row) => [row.id, row]));
  const readable = rows.filter((row) => row.groupId === groupOf(stream) && parents.get(row.discussionId)?.moderation === "visible");
  const shown = new Map<string, MessageView>();
  for (const [spaceId, some] of bySpace(readable, (row) => parents.get(row.discussionId)!.spaceId)) {
    for (const view of await showMessages(ctx, spaceId, some)) shown.set(view.id, view);
  }
  return ids.map((id) => {
    const view = shown.get(id);
    if (view) return { ...view };
    const row = rows.find((one) => one.id === id);
    if (!row) return gone("message", id, "removed");
    return gone("message", id, row.groupId === groupOf(stream) ? "hidden" : "moved", row.rev);
  });
});

defineEntity("discussion", async (ctx, ids, stream) => {
  const rows = await findDiscussions(ctx, ids);
  const readable = rows.filter((row) => row.groupId === groupOf(stream) && row.moderation === "visible");
  const shown = new Map<string, DiscussionView>();
  for (const [spaceId, some] of bySpace(readable, (row) => row.spaceId)) {
    for (const view of await showDiscussions(ctx, spaceId, some)) shown.set(view.id, view);
  }
  return ids.map((id) => {
    const view = shown.get(id);
    if (view) return { ...view };
    const row = rows.find((one) => one.id === id);
    if (!row) return gone("discussion", id, "removed");
    return gone("discussion", id, row.groupId !== groupOf(stream) ? "moved" : row.moderation === "removed" ? "removed" : "hidden", row.rev);
  });
});

function bySpace<T>(rows: T[], spaceOf: (row: T) => string): Map<string, T[]> {
  const spaces = new Map<string, T[]>();
  for (const row of rows) spaces.set(spaceOf(row), [...(spaces.get(spaceOf(row)) ?? []), row]);
  return spaces;
}
