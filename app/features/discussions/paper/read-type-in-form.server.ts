import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { discussion } from "#db/schema/index";
import { listTypedFor, type TypedForInShort } from "~/features/groups/index.server";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { findNumbered } from "./numbered.server";
import { typeIn } from "./type-in.server";

export interface TypeInForm {
  groupId: string;
  /** Open conversations, the newest number first. */
  discussions: { id: string; number: number; title: string }[];
  members: TypedForInShort[];
  /** For the next message, so that a retry posts once. */
  nextId: string;
}

/** How many conversations the list offers. */
const offered = 200;

/** What the form to type in slips needs. @throws AppError as `accessGroup`; `forbidden`, `closed`, `paused`, `sign_in` for who may not. */
export async function readTypeInForm(ctx: Ctx, params: { groupId: string }): Promise<TypeInForm> {
  const groupId = addressId(params.groupId);
  const members = await listTypedFor(ctx, groupId);
  const open = await findNumbered(ctx, groupId, offered, eq(discussion.state, "open"));
  const discussions = open.map(({ row, number }) => ({ id: row.id, number, title: row.title })).sort((a, b) => b.number - a.number);
  return { groupId, discussions, members, nextId: randomUUID() };
}

/**
 * What the form sends. A page that came back with the browser's back button still carries the id of the slip before: the next
 * slip gets another.
 * @throws AppError as `typeIn`
 */
export async function typeInByForm(ctx: Ctx, { id, discussion: talk, member, text }: Record<string, string | string[]>) {
  const onPaper: Ctx = { ...ctx, channel: "paper" };
  const send = (chosen: unknown) => typeIn(onPaper, { id: chosen, discussion: talk, member, text });
  return send(id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "already_done") return send(randomUUID());
    throw error;
  });
}
