import { z } from "zod";
import { limits } from "~/platform/limits";
import { writtenLine, writtenText } from "~/platform/written-text";
import { instantOf } from "~/platform/wall-clock";

const id = z.uuid("not_valid");
/** Of forms, where a number comes as text. */
const rev = z.coerce.number().int().min(1).max(2 ** 31 - 1);
const empty = z.literal("").transform(() => null);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not_valid");
const phone = z.string().trim().regex(/^\+?[\d\s()/.-]{6,30}$/, "not_valid");

/** Most people that a place is planned or counted for. */
const mostPeople = 10_000;
/** Dearest price, in whole euros. */
const mostEuros = 1_000;
const people = z.coerce.number("not_valid").int("not_valid").min(0).max(mostPeople);

/** "2", "2,50", "2.5" or nothing, as euro cents. */
const price = z
  .string()
  .trim()
  .regex(/^(\d{1,5}([.,]\d{1,2})?)?$/, "not_valid")
  .transform((text) => Math.round(Number(text.replace(",", ".") || "0") * 100))
  .pipe(z.number().int().min(0).max(mostEuros * 100));

const details = {
  title: writtenLine(limits.titleCharacters, 3),
  description: writtenText(limits.shortTextCharacters),
  date: z.iso.date("not_valid"),
  from: time,
  until: time,
  place: writtenLine(limits.titleCharacters, 2),
  /** The municipality; somewhere else or online has none. */
  nis: z.union([empty, z.string().regex(/^\d{5}$/, "not_valid")]).default(null),
  howToGetThere: writtenText(limits.shortTextCharacters, 0).default(""),
  /** Empty: no limit. */
  places: z.union([empty, people.pipe(z.number().min(1))]).default(null),
  price: price.default(0),
  contactName: writtenLine(limits.nameCharacters),
  contactPhone: phone,
};

export const PlanActivityInput = z.strictObject({
  /** Made by the client, so that a retry plans one activity. */
  id,
  groupId: id,
  experimentId: z.union([empty, id]).default(null),
  ...details,
});

export const ChangeActivityInput = z.strictObject({ id, rev, ...details });
export const CancelActivityInput = z.strictObject({ id });

export const SignUpInput = z.strictObject({
  /** Made by the client, so that a late retry does not undo a signing off. */
  id,
  activityId: id,
});
export const SignOffInput = z.strictObject({ activityId: id });
export const WriteDownGuestInput = z.strictObject({ id, activityId: id, name: writtenLine(limits.nameCharacters), phone: z.union([z.literal(""), phone]).default("") });
export const TakeOffListInput = z.strictObject({ activityId: id, signUpId: id });

const ids = z.union([id.transform((one) => [one]), z.array(id)]).pipe(z.array(id).max(mostPeople));
/** The form sends everyone whom it shows, and those of them who came: who is not named keeps what was noted. */
export const NoteAttendanceInput = z.strictObject({ activityId: id, shown: ids.default([]), came: ids.default([]) });
export const NoteHeadcountInput = z.strictObject({ activityId: id, headcount: people });

export interface When {
  startsAt: Date;
  endsAt: Date;
}

/**
 * The instants of a day and its hours. An end before the beginning lies after midnight.
 * @returns the names of the fields that are not right, with their code, instead
 */
export function whenOf({ date, from, until }: { date: string; from: string; until: string }, timeZone: string): When | { fields: Record<string, string> } {
  const startsAt = instantOf({ date, time: from }, timeZone);
  if (!startsAt) return { fields: { date: "not_valid" } };
  if (from === until) return { fields: { until: "not_valid" } };
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const endsAt = instantOf({ date: until > from ? date : next, time: until }, timeZone);
  return endsAt ? { startsAt, endsAt } : { fields: { date: "not_valid" } };
}
