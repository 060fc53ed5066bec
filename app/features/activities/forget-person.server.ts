import { and, asc, eq, gt, inArray, lte, ne, sql } from "drizzle-orm";
import { activity, activitySignUp, space } from "#db/schema/index";
import { defineDownload, defineErasure, type DownloadPart } from "~/features/accounts/index.server";
import { groupStream } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { aboutInLog } from "./access-activity.server";
import { activityChanged } from "./facts";
import { findActivity, type ActivityRow } from "./queries.server";
import { settlePlaces } from "./waiting-list.server";
import { activityWords } from "./words";

/** Sign-ups that hold or want a place; of what is still to come or of what is over. */
async function signUpsOf(ctx: Ctx, personId: string, when: "upcoming" | "past") {
  return ctx.db
    .select({ signUp: activitySignUp, activity })
    .from(activitySignUp)
    .innerJoin(activity, eq(activity.id, activitySignUp.activityId))
    .where(
      and(
        eq(activitySignUp.personId, personId),
        ne(activitySignUp.state, "cancelled"),
        when === "upcoming" ? gt(activity.startsAt, ctx.now) : lte(activity.startsAt, ctx.now),
      ),
    )
    .orderBy(asc(activity.id));
}

async function plannedBy(ctx: Ctx, actorId: string): Promise<ActivityRow[]> {
  return ctx.db.select().from(activity).where(eq(activity.createdByActor, actorId)).orderBy(asc(activity.id));
}

defineErasure({
  feature: "activities",
  describe: async (ctx, { personId, actorId }) => {
    const t = activityWords.for(ctx.language);
    return [
      { what: t("erasure_upcoming"), count: (await signUpsOf(ctx, personId, "upcoming")).length, fate: "goes" },
      { what: t("erasure_past"), count: (await signUpsOf(ctx, personId, "past")).length, fate: "goes" },
      { what: t("erasure_planned"), count: (await plannedBy(ctx, actorId)).length, fate: "stays" },
    ];
  },
  erase: async (ctx, { personId, actorId, fact }) => {
    for (const { activity: one } of await signUpsOf(ctx, personId, "upcoming")) {
      const held = await findActivity(ctx, one.id, true);
      if (!held) continue;
      await ctx.db.update(activitySignUp).set({ state: "cancelled" }).where(and(eq(activitySignUp.activityId, held.id), eq(activitySignUp.personId, personId)));
      await settlePlaces(ctx, held, fact);
    }
    await replaceContact(ctx, actorId, fact);
  },
});

/** Whoever planned is often whom people call: from now on that is the contact of the leerplek. */
async function replaceContact(ctx: Ctx, actorId: string, fact: FactWriter): Promise<void> {
  const rows = await plannedBy(ctx, actorId);
  if (rows.length === 0) return;
  const contact = (column: typeof space.contactName | typeof space.contactPhone) => sql<string>`(select ${column} from ${space} where ${space.id} = ${activity.spaceId})`;
  await ctx.db
    .update(activity)
    .set({ contactName: contact(space.contactName), contactPhone: contact(space.contactPhone), rev: sql`${activity.rev} + 1` })
    .where(inArray(activity.id, rows.map((row) => row.id)));
  for (const row of rows) fact(activityChanged, { ...aboutInLog(row), stream: groupStream(row.groupId), data: { moment: false, place: false } });
}

defineDownload({
  feature: "activities",
  collect: async (ctx, { personId, actorId }): Promise<DownloadPart[]> => {
    const t = activityWords.for(ctx.language);
    const signUps = [...(await signUpsOf(ctx, personId, "past")), ...(await signUpsOf(ctx, personId, "upcoming"))];
    return [
      {
        key: "signUps",
        title: t("download_sign_ups"),
        rows: signUps.map(({ signUp, activity: one }) => ({
          title: one.title,
          startsAt: one.startsAt.toISOString(),
          place: one.place,
          state: t(`mine_short_${signUp.state as "signed_up" | "waiting"}`),
          attended: signUp.attended,
          signedUpAt: signUp.createdAt.toISOString(),
        })),
        columns: { title: t("download_name"), startsAt: t("when"), place: t("where"), state: t("download_state"), attended: t("was_there"), signedUpAt: t("download_at") },
      },
      {
        key: "plannedActivities",
        title: t("download_planned"),
        rows: (await plannedBy(ctx, actorId)).map((one) => ({ title: one.title, startsAt: one.startsAt.toISOString(), place: one.place, contact: `${one.contactName}, ${one.contactPhone}` })),
        columns: { title: t("download_name"), startsAt: t("when"), place: t("where"), contact: t("contact") },
      },
    ];
  },
});
