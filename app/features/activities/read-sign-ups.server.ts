import { randomUUID } from "node:crypto";
import { inArray } from "drizzle-orm";
import { actor } from "#db/schema/index";
import { showPeople } from "~/features/spaces/index.server";
import { mayCountPeople, maySeeSignUps, mayTakeOffList, mayWriteDownGuest } from "~/permissions/activities";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { readPlace, type Place } from "~/features/groups/index.server";
import { accessActivity } from "./access-activity.server";
import { nameOfMunicipality } from "./read-activity.server";
import { findSignUps, type SignUpRow } from "./queries.server";
import { showActivity } from "./show-activities.server";
import type { ActivityView } from "./views";

/** Somebody on the list, as those who run the activity see them. */
export interface ListedPerson {
  id: string;
  /** The shown name in this leerplek, or the name a guest gave; empty once a guest is forgotten. */
  name: string;
  /** Of a guest alone: whoever has an account gets a message. */
  phone: string;
  guest: boolean;
  attended: boolean | null;
}

export interface SignUpPage {
  activity: ActivityView;
  place: Place;
  municipality: string | null;
  /** Whether the actor may see the names. */
  sees: boolean;
  comes: ListedPerson[];
  /** In the order in which they get a place. */
  waits: ListedPerson[];
  /** How many of those who come were noted as present. */
  attended: number;
  /** For the next guest by form. */
  nextId: string;
  may: Record<"takeOff" | "writeDownGuest" | "count", Verdict>;
}

/**
 * Who comes and who waits, by name: for those who run the activity alone. A helper, who may write down a guest, gets the
 * page without the names. @throws AppError as `accessActivity`, and what the rules say.
 */
export async function readSignUps(ctx: Ctx, id: string): Promise<SignUpPage> {
  const accessed = await accessActivity(ctx, id);
  const { activity, relation } = accessed;
  const verdict = maySeeSignUps(ctx.actor, relation);
  const writeDownGuest = mayWriteDownGuest(ctx.actor, relation);
  if (verdict !== true && writeDownGuest !== true) throw new AppError(verdict);
  const rows = verdict === true ? (await findSignUps(ctx, id)).filter(({ state }) => state !== "cancelled") : [];
  const names = await namesOf(ctx, activity.spaceId, rows);
  const show = (row: SignUpRow): ListedPerson => ({
    id: row.id,
    name: row.personId ? (names.get(row.personId) ?? "") : (row.guestName ?? ""),
    phone: row.guestPhone ?? "",
    guest: row.personId === null,
    attended: row.attended,
  });
  const comes = rows.filter(({ state }) => state === "signed_up").map(show);
  return {
    activity: showActivity(activity),
    place: await readPlace(ctx, accessed),
    municipality: await nameOfMunicipality(ctx, activity.nis),
    sees: verdict === true,
    comes,
    waits: rows.filter(({ state }) => state === "waiting").map(show),
    attended: comes.filter(({ attended }) => attended === true).length,
    nextId: randomUUID(),
    may: { takeOff: mayTakeOffList(ctx.actor, relation), writeDownGuest, count: mayCountPeople(ctx.actor, relation) },
  };
}

async function namesOf(ctx: Ctx, spaceId: string, rows: SignUpRow[]): Promise<Map<string, string>> {
  const persons = rows.flatMap(({ personId }) => personId ?? []);
  if (persons.length === 0) return new Map();
  const actors = await ctx.db.select().from(actor).where(inArray(actor.personId, persons));
  const shown = await showPeople(ctx, spaceId, actors.map(({ id }) => id));
  return new Map(actors.map(({ id, personId }) => [personId, shown.get(id)!.shownName]));
}
