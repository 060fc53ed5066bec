import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNotNull, isNull, lt, min, sql } from "drizzle-orm";
import { mailChoice, mailOutbox, notice, person } from "#db/schema/index";
import { makeLinkSecret } from "~/features/accounts/index.server";
import { defaultMail, type MailTimes } from "~/permissions/notifications";
import { makeCtx, theHouse, type Ctx, type House } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { stillNew } from "../unread-notices.server";
import { lastMoment } from "./last-moment";

/** A letter about what is new for somebody; its words are made when it goes out. */
export const newsLetter = "notifications.news";

/**
 * Puts a letter in the outbox for everyone whose moment has come and for whom something is new: one letter per person,
 * and each line of the inbox in one letter at most. Any number of processes may do this at the same time.
 * @returns how many letters were put there.
 */
export async function gatherNews(house: House): Promise<number> {
  const ctx = makeCtx(house, { actor: theHouse });
  const waiting = await ctx.db
    .select({ personId: notice.personId, since: min(notice.mailDueAt), rhythm: mailChoice.rhythm, hour: mailChoice.hour, weekday: mailChoice.weekday })
    .from(notice)
    .innerJoin(person, eq(person.id, notice.personId))
    .leftJoin(mailChoice, eq(mailChoice.personId, notice.personId))
    .where(and(isNotNull(notice.mailDueAt), isNotNull(person.emailConfirmedAt), isNull(person.disabledAt)))
    .groupBy(notice.personId, mailChoice.personId);
  let letters = 0;
  for (const { personId, since, rhythm, hour, weekday } of waiting) {
    const times: MailTimes = rhythm !== null && hour !== null && weekday !== null ? { rhythm, hour, weekday } : defaultMail;
    const moment = lastMoment(ctx.now, times, house.region.timeZone);
    if (moment && since && since <= moment && (await gatherFor(ctx, personId))) letters += 1;
  }
  return letters;
}

/** Takes what is new for one person together in one letter. @returns whether there is one. */
async function gatherFor(ctx: Ctx, personId: string): Promise<boolean> {
  const { value } = await ctx.house.database.withTx(async (db) => {
    await ownChoice({ ...ctx, db }, personId);
    // Whoever comes second finds nothing that still waits.
    await db.select({ id: mailChoice.personId }).from(mailChoice).where(eq(mailChoice.personId, personId)).for("update");
    // One that is on its way first: nobody knows yet whether it arrived.
    const [onItsWay] = await db
      .select({ id: mailOutbox.id })
      .from(mailOutbox)
      .where(and(eq(mailOutbox.personId, personId), eq(mailOutbox.kind, newsLetter), isNull(mailOutbox.sentAt), lt(mailOutbox.attempts, limits.mailAttempts)))
      .limit(1);
    if (onItsWay) return { value: false };
    const due = await db.select({ id: notice.id, isNew: sql<boolean>`${stillNew}` }).from(notice).where(and(eq(notice.personId, personId), isNotNull(notice.mailDueAt))).for("update");
    if (due.length === 0) return { value: false };
    await db.update(notice).set({ mailDueAt: null }).where(inArray(notice.id, due.map((one) => one.id)));
    const fresh = due.filter((one) => one.isNew).map((one) => one.id);
    if (fresh.length === 0) return { value: false };
    const id = randomUUID();
    await db.insert(mailOutbox).values({ id, personId, address: "", kind: newsLetter, subject: "", body: "", dedupeKey: `news:${id}`, nextTryAt: ctx.now, createdAt: ctx.now });
    await db
      .update(notice)
      .set({ letterId: id, letterSince: sql`greatest(${notice.since}, ${notice.mailedUpTo} + 1)` })
      .where(inArray(notice.id, fresh));
    return { value: true };
  });
  return value;
}

/** The row with what a person chose about letters; who chose nothing gets one with the default, for the key that stops them. */
export async function ownChoice(ctx: Ctx, personId: string): Promise<typeof mailChoice.$inferSelect> {
  await ctx.db.insert(mailChoice).values({ personId, ...defaultMail, stopKey: makeLinkSecret(), changedAt: ctx.now }).onConflictDoNothing();
  const [row] = await ctx.db.select().from(mailChoice).where(eq(mailChoice.personId, personId));
  return row!;
}
