import { and, asc, eq, isNull } from "drizzle-orm";
import { actor, mailChoice, person, spaceMembership } from "#db/schema/index";
import { accessDiscussions, newForMe } from "~/features/discussions/index.server";
import { accessSpace } from "~/features/spaces/index.server";
import { maySeeWhoWantsToBeTold } from "~/permissions/notifications";
import { anonymous } from "~/platform/actor";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";

/** Somebody who wants to hear from a facilitator what is new. */
export interface ToldPerson {
  membershipId: string;
  shownName: string;
  conversations: { id: string; title: string; href: string; group: string; unread: number }[];
}

/**
 * Who in a leerplek has no address and asked to be told, and what they have not read in its conversations: titles and
 * numbers, of what both they and the actor may read, and nothing else of their inbox.
 * @throws AppError `not_found` for who does not help people along here.
 */
export async function readWhoToTell(ctx: Ctx, by: { slug: string }): Promise<ToldPerson[]> {
  const { space, relation } = await accessSpace(ctx, by);
  if (maySeeWhoWantsToBeTold(ctx.actor, relation) !== true) throw new AppError("not_found");
  const people = await ctx.db
    .select({ membershipId: spaceMembership.id, shownName: spaceMembership.shownName, personId: person.id, actorId: actor.id })
    .from(spaceMembership)
    .innerJoin(person, eq(person.id, spaceMembership.personId))
    .innerJoin(actor, eq(actor.personId, person.id))
    .innerJoin(mailChoice, eq(mailChoice.personId, person.id))
    .where(and(eq(spaceMembership.spaceId, space.id), isNull(spaceMembership.leftAt), eq(mailChoice.rhythm, "told"), isNull(person.emailConfirmedAt), isNull(person.disabledAt)))
    .orderBy(asc(spaceMembership.shownName), asc(spaceMembership.id))
    .limit(limits.pageSize);
  const told: ToldPerson[] = [];
  for (const { personId, actorId, ...shown } of people) {
    const fresh = (await newForMe({ ...ctx, actor: { ...anonymous, personId, actorId } }, limits.pageSize)).conversations;
    const readable = await accessDiscussions(ctx, fresh.map(({ id }) => ({ actor: ctx.actor, id })), false);
    const here = fresh.filter((_, index) => {
      const one = readable[index]!;
      return !(one instanceof AppError) && one.space.id === space.id;
    });
    told.push({ ...shown, conversations: here.map(({ id, title, href, group, unread }) => ({ id, title, href, group, unread })) });
  }
  return told;
}
