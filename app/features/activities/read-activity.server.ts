import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { municipality } from "#db/schema/index";
import { groupStream, readPlace, whoReads, type Place, type Readers } from "~/features/groups/index.server";
import { linksTo, spaceStream } from "~/features/spaces/index.server";
import { mayCancelActivity, mayChangeActivity, mayCountPeople, maySeeSignUps, maySignOff, maySignUp, mayWriteDownGuest } from "~/permissions/activities";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { readHeads } from "~/platform/publisher.server";
import { findThings, type Thing } from "~/platform/things.server";
import { accessActivity, type AccessedActivity } from "./access-activity.server";
import { countPeople, findActivity, findOwnSignUp, findSignUps, type SignUpRow } from "./queries.server";
import { showActivity } from "./show-activities.server";
import type { ActivityView, Numbers } from "./views";

export interface ActivityPage {
  activity: ActivityView;
  numbers: Numbers;
  place: Place;
  readers: Readers;
  municipality: string | null;
  begun: boolean;
  over: boolean;
  /** The experiment that it belongs to. */
  experiment: Thing | null;
  /** Where it came from: a bundle of learning questions. */
  cameFrom: Thing[];
  /** Whether the actor comes or waits; null when neither. */
  mine: Exclude<SignUpRow["state"], "cancelled"> | null;
  /** How many wait before the actor. */
  before: number;
  /** For a sign-up by form, so that a retry signs up once. */
  nextId: string;
  may: Record<"signUp" | "signOff" | "change" | "cancel" | "seeSignUps" | "writeDownGuest" | "count", Verdict>;
}

/** An activity as its page shows it. @throws AppError as `accessActivity`. */
export async function readActivity(ctx: Ctx, id: string): Promise<ActivityPage> {
  const found = await findActivity(ctx, id);
  if (!found) throw new AppError("not_found");
  const streams = [groupStream(found.groupId), spaceStream(found.spaceId)];
  // The numbers before the rows: what comes in between makes the page old, never wrong.
  const heads = await readHeads(ctx, streams);
  const accessed = await accessActivity(ctx, id);
  const { activity, relation } = accessed;
  // Before that the page changes by itself, when it begins and when it is over; nothing would tell the one who keeps it.
  if (relation.over) for (const stream of streams) ctx.dependsOn.set(stream, heads.get(stream) ?? 0);
  const own = await findOwnSignUp(ctx, id);
  const mine = own && own.state !== "cancelled" ? own.state : null;
  const [experiment = null] = activity.experimentId ? await findThings(ctx, [{ kind: "experiment", id: activity.experimentId }]) : [];
  return {
    activity: showActivity(activity),
    numbers: (await countPeople(ctx, [id])).get(id)!,
    place: await readPlace(ctx, accessed),
    readers: await whoReads(ctx, accessed),
    municipality: await nameOfMunicipality(ctx, activity.nis),
    begun: relation.begun,
    over: relation.over,
    experiment,
    cameFrom: await findThings(ctx, (await linksTo(ctx, id)).map((link) => link.from)),
    mine,
    before: own && mine === "waiting" ? await countBefore(ctx, own) : 0,
    nextId: randomUUID(),
    may: verdicts(ctx, accessed, mine),
  };
}

function verdicts({ actor }: Ctx, { relation }: AccessedActivity, mine: ActivityPage["mine"]): ActivityPage["may"] {
  return {
    signUp: mine ? "already_done" : maySignUp(actor, relation),
    signOff: mine ? maySignOff(actor, relation) : "not_found",
    change: mayChangeActivity(actor, relation),
    cancel: mayCancelActivity(actor, relation),
    seeSignUps: maySeeSignUps(actor, relation),
    writeDownGuest: mayWriteDownGuest(actor, relation),
    count: mayCountPeople(actor, relation),
  };
}

export async function nameOfMunicipality(ctx: Ctx, nis: string | null): Promise<string | null> {
  if (nis === null) return null;
  const [row] = await ctx.db.select({ nl: municipality.name, fr: municipality.nameFr }).from(municipality).where(eq(municipality.nis, nis));
  return row ? (ctx.language === "fr" ? row.fr : row.nl) : null;
}

async function countBefore(ctx: Ctx, own: SignUpRow): Promise<number> {
  const list = await findSignUps(ctx, own.activityId);
  const waiting = list.filter(({ state }) => state === "waiting");
  return waiting.findIndex(({ id }) => id === own.id);
}
