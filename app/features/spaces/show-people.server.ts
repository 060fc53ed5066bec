import { and, asc, eq, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { actor, fact as factTable, organisation, spaceMembership, spaceOrganisation, spaceRole } from "#db/schema/index";
import { isAnyOf, statement, type Given } from "#db/statement";
import type { SpaceRole } from "~/permissions/relations";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { defineActorView, readHead } from "~/platform/publisher.server";
import { parseStream, type StreamId } from "~/platform/streams";
import { uiWords } from "~/platform/ui-words";
import { spaceStream } from "./streams";
import { spaceWords } from "./words";

/** Somebody as this reader may see them in one space. */
export interface ShownPerson {
  /** The public identity within this space; null for readers who may not tell people apart. */
  membershipId: string | null;
  shownName: string;
  /** Those who act for the ones who run the space always carry function and organisation. */
  staff?: { role: SpaceRole; function: string; organisation: string };
  /** Erased: what they wrote stays without a name. */
  gone?: true;
}

/** First the role in which somebody speaks to all, then the ones that help along. */
const rank = sql`case ${spaceRole.role} when 'moderator' then 1 when 'deputy_moderator' then 2 when 'space_steward' then 3 when 'facilitator' then 4 else 5 end`;

const findPeople = statement((db, { spaceId, actorIds, now }: Given<{ spaceId: string; actorIds: string[]; now: Date }>) => {
  const role = db
    .select({ role: spaceRole.role, function: spaceRole.function, organisation: organisation.name })
    .from(spaceRole)
    .innerJoin(organisation, eq(organisation.id, spaceRole.organisationId))
    .innerJoin(
      spaceOrganisation,
      and(eq(spaceOrganisation.spaceId, spaceRole.spaceId), eq(spaceOrganisation.organisationId, spaceRole.organisationId), eq(spaceOrganisation.state, "accepted")),
    )
    .where(and(eq(spaceRole.spaceId, spaceId), eq(spaceRole.personId, actor.personId), isNull(spaceRole.endedAt), or(isNull(spaceRole.until), gt(spaceRole.until, now))))
    .orderBy(rank, asc(spaceRole.createdAt))
    .limit(1)
    .as("held");
  return db
    .select({ actorId: actor.id, membership: spaceMembership, role: role.role, function: role.function, organisation: role.organisation })
    .from(actor)
    .leftJoin(spaceMembership, and(eq(spaceMembership.personId, actor.personId), eq(spaceMembership.spaceId, spaceId)))
    .leftJoinLateral(role, sql`true`)
    .where(isAnyOf(actor.id, actorIds));
});

/**
 * How to show actors in a space: actor id → name. Readers without an account see "een deelnemer" unless the person chose
 * otherwise; staff are always named. Every id that was asked for is in the answer.
 */
export async function showPeople(ctx: Ctx, spaceId: string, actorIds: readonly string[]): Promise<Map<string, ShownPerson>> {
  const shown = new Map<string, ShownPerson>();
  const wanted = [...new Set(actorIds)];
  if (wanted.length === 0) return shown;
  await dependOnNames(ctx, spaceId);
  const rows = await findPeople(ctx.db, { spaceId, actorIds: wanted, now: ctx.now });
  const t = uiWords.for(ctx.language);
  const roleWord = spaceWords.for(ctx.language);
  const named = ctx.actor.system || signedIn(ctx.actor);
  for (const row of rows) {
    const { membership } = row;
    if (row.role && row.organisation && membership) {
      const staff = { role: row.role, function: row.function || roleWord(`role_${row.role}`), organisation: row.organisation };
      shown.set(row.actorId, { membershipId: membership.id, shownName: membership.shownName, staff });
    } else if (membership && (named || membership.nameForEveryone)) {
      shown.set(row.actorId, { membershipId: membership.id, shownName: membership.shownName });
    } else {
      shown.set(row.actorId, { membershipId: null, shownName: t("a_participant") });
    }
  }
  for (const id of wanted) if (!shown.has(id)) shown.set(id, { membershipId: null, shownName: t("former_participant"), gone: true });
  return shown;
}

/** A page that may be kept and shows names depends on the space, where a changed name or role is announced. */
async function dependOnNames(ctx: Ctx, spaceId: string): Promise<void> {
  const stream = spaceStream(spaceId);
  if (ctx.writing || ctx.dependsOn.size === 0 || ctx.dependsOn.has(stream)) return;
  ctx.dependsOn.set(stream, await readHead(ctx, stream));
}

/**
 * The space that a stream belongs to. Every fact of a group, desk or document names its space, so this needs to know of
 * no other feature; a person's own stream belongs to none.
 */
export async function spaceOfStream(ctx: Ctx, stream: StreamId): Promise<string | null> {
  const parsed = parseStream(stream);
  if (!parsed || parsed.kind === "person") return null;
  if (parsed.kind === "space" || parsed.kind === "desk") return parsed.id;
  const [row] = await ctx.db
    .select({ spaceId: factTable.spaceId })
    .from(factTable)
    .where(and(eq(factTable.stream, stream), isNotNull(factTable.spaceId)))
    .limit(1);
  return row?.spaceId ?? null;
}

defineActorView(async (ctx, stream, actorIds) => {
  const spaceId = actorIds.length > 0 ? await spaceOfStream(ctx, stream) : null;
  if (spaceId === null) return new Map();
  const rows = await ctx.db
    .select({ actorId: actor.id, membershipId: spaceMembership.id })
    .from(actor)
    .innerJoin(spaceMembership, and(eq(spaceMembership.personId, actor.personId), eq(spaceMembership.spaceId, spaceId)))
    .where(inArray(actor.id, actorIds));
  return new Map(rows.map((row) => [row.actorId, row.membershipId]));
});
