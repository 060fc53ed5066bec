import { asc, eq } from "drizzle-orm";
import { messageReaction } from "#db/schema/index";
import { readPlace, type Place } from "~/features/groups/index.server";
import { maySeeWhoReacted } from "~/permissions/discussions";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessMessage } from "../access-discussion.server";
import { nameOf } from "../show-messages.server";
import { messageHref } from "../views";
import { reactionKinds, type ReactionKind } from "./kinds";

/** Who reacted to a message, by kind, the first first. */
export interface WhoReacted {
  title: string;
  /** Back to where it stands. */
  href: string;
  place: Place;
  kinds: { kind: ReactionKind; count: number; names: string[] }[];
}

/** So many names are shown of each kind. */
const mostNames = 200;

/** @throws AppError as `accessMessage`; `join_group` … from the rule. */
export async function readReactions(ctx: Ctx, params: { id: string }): Promise<WhoReacted> {
  const accessed = await accessMessage(ctx, addressId(params.id));
  const { message, discussion, relation, own } = accessed;
  const verdict = maySeeWhoReacted(ctx.actor, relation, own);
  if (verdict !== true) throw new AppError(verdict);
  const rows = await ctx.db.select().from(messageReaction).where(eq(messageReaction.messageId, message.id)).orderBy(asc(messageReaction.createdAt), asc(messageReaction.actorId));
  const of = (kind: ReactionKind) => rows.filter((row) => row.kind === kind);
  const shown = new Map(reactionKinds.map((kind) => [kind, of(kind).slice(0, mostNames)]));
  const names = await nameOf(ctx, accessed.space.id, [...shown.values()].flat().map((row) => row.actorId));
  return {
    title: discussion.title,
    href: messageHref(discussion.id, message.number),
    place: await readPlace(ctx, accessed),
    kinds: reactionKinds.flatMap((kind) => (of(kind).length === 0 ? [] : [{ kind, count: of(kind).length, names: shown.get(kind)!.map((row) => names(row.actorId)) }])),
  };
}
