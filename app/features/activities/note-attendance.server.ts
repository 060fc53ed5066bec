import { and, eq, inArray, sql } from "drizzle-orm";
import { activity, activitySignUp, actor } from "#db/schema/index";
import { mayCountPeople } from "~/permissions/activities";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutActivity, aboutInLog, accessActivity } from "./access-activity.server";
import { attendanceNoted, headcountNoted } from "./facts";
import { NoteAttendanceInput, NoteHeadcountInput } from "./input";
import { findSignUps, type SignUpRow } from "./queries.server";

/**
 * Notes who of the list came. `shown` are the people on the form, `came` those who were ticked; whoever is not shown keeps
 * what was noted. A headcount that would then be less than who came is raised with them. The same again changes nothing.
 * @throws AppError `too_soon` before it begins; `not_found` for who is not on the list; `forbidden` … from the rule.
 */
export const noteAttendance = defineAction({
  name: "activity.note-attendance",
  input: NoteAttendanceInput,
  limit: perPerson(60, "minute"),
  load: async (ctx, input) => ({ ...(await accessActivity(ctx, input.activityId)), list: await findSignUps(ctx, input.activityId) }),
  allow: (actor, { relation, list }, input) => {
    const verdict = mayCountPeople(actor, relation);
    if (verdict !== true) return verdict;
    const known = new Set(list.filter(({ state }) => state === "signed_up").map(({ id }) => id));
    return [...input.shown, ...input.came].every((id) => known.has(id)) ? true : "not_found";
  },
  run: async (ctx, { input, loaded, fact }) => {
    const { activity: row, relation, list } = loaded;
    const came = new Set(input.came);
    const changed = list.filter(({ id, attended }) => (came.has(id) && attended !== true) || (input.shown.includes(id) && !came.has(id) && attended !== false));
    for (const attended of [true, false]) {
      const ids = changed.filter(({ id }) => came.has(id) === attended).map(({ id }) => id);
      if (ids.length > 0) await ctx.db.update(activitySignUp).set({ attended }).where(inArray(activitySignUp.id, ids));
    }
    const actors = await actorsByPerson(ctx, changed);
    for (const { id, personId } of changed) {
      const actorId = personId === null ? undefined : actors.get(personId);
      if (actorId) fact(attendanceNoted, { ...aboutInLog(row), actorId, mode: "on-site", occurredAt: row.startsAt, data: { place: row.nis, attended: came.has(id) } });
    }
    const attended = list.filter(({ id, attended: before }) => (changed.some((one) => one.id === id) ? came.has(id) : before === true)).length;
    if (row.headcount !== null && row.headcount < attended) {
      await ctx.db.update(activity).set({ headcount: attended, rev: sql`${activity.rev} + 1` }).where(eq(activity.id, row.id));
      fact(headcountNoted, { ...aboutActivity(row, relation.group), mode: "on-site", data: { place: row.nis, people: attended } });
    }
    return { attended };
  },
});

/**
 * Notes how many people came, with or without an account. The same again changes nothing.
 * @throws AppError `invalid_input` when it is less than who was noted as having come; `too_soon`, `forbidden` … from the rule.
 */
export const noteHeadcount = defineAction({
  name: "activity.note-headcount",
  input: NoteHeadcountInput,
  limit: perPerson(60, "minute"),
  load: (ctx, input) => accessActivity(ctx, input.activityId),
  allow: (actor, { relation }) => mayCountPeople(actor, relation),
  run: async (ctx, { input, loaded, fact }) => {
    const { activity: row, relation } = loaded;
    if (row.headcount === input.headcount) return { headcount: input.headcount };
    const came = await ctx.db
      .select({ id: activitySignUp.id })
      .from(activitySignUp)
      .where(and(eq(activitySignUp.activityId, row.id), eq(activitySignUp.attended, true), eq(activitySignUp.state, "signed_up")));
    if (input.headcount < came.length) throw new AppError("invalid_input", { fields: { headcount: "too_low" } });
    await ctx.db.update(activity).set({ headcount: input.headcount, rev: sql`${activity.rev} + 1` }).where(eq(activity.id, row.id));
    fact(headcountNoted, { ...aboutActivity(row, relation.group), mode: "on-site", data: { place: row.nis, people: input.headcount } });
    return { headcount: input.headcount };
  },
});

async function actorsByPerson(ctx: Ctx, rows: SignUpRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ personId }) => personId ?? []);
  if (ids.length === 0) return new Map();
  const found = await ctx.db.select({ id: actor.id, personId: actor.personId }).from(actor).where(inArray(actor.personId, ids));
  return new Map(found.map((row) => [row.personId, row.id]));
}
