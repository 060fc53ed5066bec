import { and, eq, gt, isNull, or } from "drizzle-orm";
import { installationRole, person } from "#db/schema/index";
import type { Readiness } from "~/permissions/spaces";
import type { Ctx } from "~/platform/ctx.server";
import { holdersOf, type HeldRole } from "./queries.server";

const deciders = ["moderator", "deputy_moderator", "space_steward"];

/**
 * Whether a space has a moderator who can be reached and a second decider from elsewhere: another person, of another
 * organisation that takes part, or of the duty desk that all share. Inside an action the roles it saw hold until the commit.
 */
export async function readReadiness(ctx: Ctx, spaceId: string): Promise<Readiness> {
  const held = await holdersOf(ctx, spaceId);
  const reachable = held.filter((one) => one.role === "moderator" && canBeReached(one));
  const onDuty = await dutyDesk(ctx);
  const second = (moderator: HeldRole) =>
    onDuty.some((personId) => personId !== moderator.personId) ||
    held.some((one) => deciders.includes(one.role) && one.personId !== moderator.personId && one.organisationId !== moderator.organisationId);
  return { moderator: reachable.length > 0, secondDecider: (reachable.length > 0 ? reachable : held.filter((one) => one.role === "moderator")).some(second) };
}

/** By phone or mail of the organisation, or at an address of their own that they confirmed. */
export function canBeReached(one: Pick<HeldRole, "mailbox" | "organisationPhone" | "organisationEmail">): boolean {
  return one.mailbox || one.organisationPhone !== null || one.organisationEmail !== null;
}

async function dutyDesk(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .select({ personId: installationRole.personId })
    .from(installationRole)
    .innerJoin(person, eq(person.id, installationRole.personId))
    .where(and(eq(installationRole.role, "duty_desk"), or(isNull(installationRole.until), gt(installationRole.until, ctx.now)), isNull(person.disabledAt)));
  return rows.map((row) => row.personId);
}
