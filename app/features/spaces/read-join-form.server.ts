import { mayJoinSpace, mayLeaveSpace } from "~/permissions/spaces";
import { signedIn } from "~/platform/actor";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessSpace } from "./access-space.server";
import { houseRulesOf } from "./house-rules";
import { holdersOf, personOf } from "./queries.server";

export interface JoinFormView {
  spaceId: string;
  slug: string;
  name: string;
  visibility: "public" | "members";
  suggestedName: string;
  houseRules: string[];
  may: Verdict;
}

/** The form to take part. @throws AppError `sign_in`, `not_found`. */
export async function readJoinForm(ctx: Ctx, by: { slug: string }): Promise<JoinFormView> {
  const { space: row, relation } = await accessSpace(ctx, by);
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  return {
    spaceId: row.id,
    slug: row.slug,
    name: row.name,
    visibility: row.visibility,
    suggestedName: (await personOf(ctx, { personId: ctx.actor.personId }))?.name ?? "",
    houseRules: houseRulesOf(row),
    may: mayJoinSpace(ctx.actor, relation),
  };
}

export interface OwnNameView {
  spaceId: string;
  slug: string;
  name: string;
  visibility: "public" | "members";
  shownName: string;
  nameForEveryone: boolean;
  /** Tasks that the reader has here; to leave they end them first. */
  roles: { id: string; role: "space_steward" | "facilitator" | "moderator" | "deputy_moderator" | "helper"; organisation: string }[];
  mayLeave: Verdict;
}

/** One's own name in a leerplek, and the way out. @throws AppError `sign_in`, `join_space`, `not_found`. */
export async function readOwnName(ctx: Ctx, by: { slug: string }): Promise<OwnNameView> {
  const { space: row, relation, membership } = await accessSpace(ctx, by);
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  if (!membership || !relation.member) throw new AppError("join_space");
  const mine = (await holdersOf(ctx, row.id)).filter((one) => one.personId === ctx.actor.personId);
  return {
    spaceId: row.id,
    slug: row.slug,
    name: row.name,
    visibility: row.visibility,
    shownName: membership.shownName,
    nameForEveryone: membership.nameForEveryone,
    roles: mine.map(({ id, role, organisation }) => ({ id, role, organisation })),
    mayLeave: mayLeaveSpace(ctx.actor, relation),
  };
}

/** The name to suggest to somebody who takes a task; empty without an account. */
export async function ownNameToSuggest(ctx: Ctx): Promise<string> {
  const { personId } = ctx.actor;
  return personId === null ? "" : ((await personOf(ctx, { personId }))?.name ?? "");
}
