import { randomUUID } from "node:crypto";
import { asc } from "drizzle-orm";
import { municipality } from "#db/schema/index";
import { accessGroup, readableGroups, whoReads, type Readers } from "~/features/groups/index.server";
import { accessSpace, type SpaceRow } from "~/features/spaces/index.server";
import { mayChangeActivity, mayPlanActivity } from "~/permissions/activities";
import { AppError } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { accessActivity } from "./access-activity.server";
import { showActivity } from "./show-activities.server";
import type { ActivityView } from "./views";
import { wallClockOf } from "~/platform/wall-clock";

export interface Municipality {
  nis: string;
  name: string;
}

export interface PlanForm {
  /** For the activity that this form plans, so that a retry plans one. */
  newId: string;
  space: { slug: string; name: string };
  /** Groups of the leerplek in which the actor may plan, with who reads there. */
  groups: { id: string; name: string; readers: Readers }[];
  municipalities: Municipality[];
  /** Whom people reach about this leerplek: a first proposal. */
  contact: { name: string; phone: string };
  /** Today on the region's clock, "2025-12-03": the earliest day to plan on. */
  today: string;
}

/**
 * What the form for a new activity needs, in one group or in any of a leerplek.
 * @throws AppError `sign_in`, or what the rule says when there is no group to plan in.
 */
export async function readPlanForm(ctx: Ctx, where: { groupId: string } | { slug: string } | { spaceId: string }): Promise<PlanForm> {
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  if ("groupId" in where) {
    const accessed = await accessGroup(ctx, where.groupId);
    const verdict = mayPlanActivity(ctx.actor, accessed.relation);
    if (verdict !== true) throw new AppError(verdict);
    return formOf(ctx, accessed.space, [{ id: accessed.group.id, name: accessed.group.name, readers: await whoReads(ctx, accessed) }]);
  }
  const { space } = await accessSpace(ctx, "slug" in where ? where : { id: where.spaceId });
  const groups: PlanForm["groups"] = [];
  for (const loaded of (await readableGroups(ctx, { spaceId: space.id })).values()) {
    if (mayPlanActivity(ctx.actor, loaded.relation) !== true) continue;
    groups.push({ id: loaded.group.id, name: loaded.group.name, readers: await whoReads(ctx, loaded) });
  }
  if (groups.length === 0) throw new AppError("forbidden");
  return formOf(ctx, space, groups.sort((a, b) => a.name.localeCompare(b.name)));
}

async function formOf(ctx: Ctx, space: SpaceRow, groups: PlanForm["groups"]): Promise<PlanForm> {
  return {
    newId: randomUUID(),
    space: { slug: space.slug, name: space.name },
    groups,
    municipalities: await allMunicipalities(ctx),
    contact: { name: space.contactName, phone: space.contactPhone },
    today: wallClockOf(ctx.now, ctx.house.region.timeZone).date,
  };
}

export interface ChangeForm {
  activity: ActivityView;
  readers: Readers;
  municipalities: Municipality[];
  /** As the form shows them, on the region's clock. */
  when: { date: string; from: string; until: string };
}

/** An activity to be changed. @throws AppError as `accessActivity`, and what the rule says. */
export async function readChangeActivityForm(ctx: Ctx, id: string): Promise<ChangeForm> {
  const accessed = await accessActivity(ctx, id);
  const verdict = mayChangeActivity(ctx.actor, accessed.relation);
  if (verdict !== true) throw new AppError(verdict);
  const { activity } = accessed;
  const [start, end] = [activity.startsAt, activity.endsAt].map((at) => wallClockOf(at, ctx.house.region.timeZone));
  return {
    activity: showActivity(activity),
    readers: await whoReads(ctx, accessed),
    municipalities: await allMunicipalities(ctx),
    when: { date: start!.date, from: start!.time, until: end!.time },
  };
}

async function allMunicipalities(ctx: Ctx): Promise<Municipality[]> {
  const rows = await ctx.db.select().from(municipality).orderBy(asc(municipality.name));
  return rows.map(({ nis, name, nameFr }) => ({ nis, name: ctx.language === "fr" ? nameFr : name }));
}
