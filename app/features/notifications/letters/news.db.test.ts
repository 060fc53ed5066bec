import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { groupMembership, mailChoice, mailOutbox, notice, person, theme } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { markRead, postMessage, startDiscussion } from "~/features/discussions/index.server";
import { makeScene, newMessage, refusal } from "~/features/discussions/test/scene";
import { handleFacts } from "~/platform/fact-handlers.server";
import { chooseLevel, chooseMail, deliverMail, gatherNews, openPost, readMailChoice, stopMail } from "../index.server";
import type { Post } from "../deliver-mail.server";

const home = useDatabase();
const title = "Wie rijdt er op zaterdag?";
const eight = (day: number) => new Date(`2025-11-${day}T07:00:00Z`);
type Letter = Parameters<Post>[0];

/** A conversation in which Jef, who has an address, hears everything, and a mailbox that keeps what it gets. */
async function makeMail() {
  const scene = await makeScene(home.database, { group: { visibility: "members", joining: "request", name: "De buurtbus" } });
  const { as, house, jef, noor, discussion } = scene;
  await home.database.db.update(person).set({ email: "jef@post.example", emailConfirmedAt: house.now() }).where(eq(person.id, jef.id));
  await chooseLevel(await as(jef), { kind: "discussion", id: discussion.id, level: "all" });
  const letters: Letter[] = [];
  const post: Post = async (letter) => void letters.push(letter);
  const settle = async () => {
    while ((await handleFacts(house)) > 0);
  };
  return {
    ...scene,
    letters,
    post,
    settle,
    /** Noor writes, and whoever hears of it is told. */
    says: async (...texts: string[]) => {
      for (const text of texts) await postMessage(await as(noor), newMessage(discussion, text));
      await settle();
    },
    reads: async (upTo: number) => markRead(await as(jef), { discussion: discussion.id, ranges: [[1, upTo]] }),
    wants: async (rhythm: string, given = {}) => chooseMail(await as(jef), { rhythm, ...given }),
    /** The post round at a moment. @returns the letters that went out then. */
    round: async (at: Date) => {
      house.setNow(at);
      const before = letters.length;
      await gatherNews(house);
      await deliverMail(house, post);
      return letters.slice(before);
    },
  };
}

const waiting = () => home.database.db.select().from(mailOutbox);

test("who chose nothing gets one letter a day, by conversation, the newest first, in plain text that can be stopped", async () => {
  const { noor, fatima, jef, as, group, discussion, house, says, settle, round } = await makeMail();
  await says("Een", "Twee");
  expect(await round(new Date("2025-11-20T22:00:00Z"))).toEqual([]);
  await startDiscussion(await as(fatima), { id: randomUUID(), groupId: group.id, kind: "announcement", title: "Zaal dicht", text: "Morgen." });
  await settle();
  const [letter, ...more] = await round(eight(21));
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ to: "jef@post.example", subject: "Leerhoek: er is iets nieuws voor jou" });
  const text = String(letter!.text);
  expect(text).toMatch(/^Dag\n\nDit is nieuw voor jou\.\n\nZaal dicht \(De buurtbus\)\nEen begeleider deelt iets mee.*\nhttp.*\n\nWie rijdt er op zaterdag\? \(De buurtbus\)\n2 nieuwe berichten\nhttp/);
  expect(text).toContain(`${house.publicUrl}/gesprekken/${discussion.id}\n`);
  // What somebody wrote is never in it.
  expect(text).not.toMatch(/Een\n|Twee|Morgen/);
  const [choice] = await home.database.db.select().from(mailChoice).where(eq(mailChoice.personId, jef.id));
  const stop = `${house.publicUrl}/mails-uit/${choice!.stopKey}`;
  expect(text).toContain(stop);
  expect(letter!.headers).toEqual({ "Auto-Submitted": "auto-generated", "List-Unsubscribe": `<${stop}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" });
  // Never twice, and people without an address get nothing.
  expect(await round(eight(22))).toEqual([]);
  expect(await waiting()).toMatchObject([{ personId: jef.id, body: "", sentAt: eight(21) }]);
  expect(await home.database.db.select({ due: notice.mailDueAt }).from(notice).where(eq(notice.personId, noor.id))).toEqual([{ due: null }]);
});

test("the next letter counts from where the last one stopped, and says nothing of what was read", async () => {
  const { says, reads, round } = await makeMail();
  await says("Een", "Twee");
  expect(String((await round(eight(21)))[0]!.text)).toContain("2 nieuwe berichten");
  await says("Drie", "Vier", "Vijf");
  expect(String((await round(eight(22)))[0]!.text)).toContain("3 nieuwe berichten");
  await says("Zes", "Zeven");
  await reads(6);
  expect(String((await round(eight(23)))[0]!.text)).toContain("1 nieuw bericht\n");
  await says("Acht");
  await reads(8);
  expect(await round(eight(24))).toEqual([]);
  expect((await waiting()).filter((one) => one.sentAt === null)).toEqual([]);
});

test("what is read after the letter was put ready, and before it goes, is not in it: an empty letter never goes", async () => {
  const { house, says, reads, letters, post } = await makeMail();
  await says("Een", "Twee");
  house.setNow(eight(21));
  expect(await gatherNews(house)).toBe(1);
  await reads(2);
  expect(await deliverMail(house, post)).toBe(0);
  expect([letters, await waiting()]).toEqual([[], []]);
});

test("of a leerplek about a sensitive theme a letter names neither conversation nor group", async () => {
  const { says, round } = await makeMail();
  await home.database.db.update(theme).set({ sensitive: true });
  await says("Een");
  const [letter] = await round(eight(21));
  const whole = `${String(letter!.subject)}\n${String(letter!.text)}`;
  expect(whole).toContain("Er is iets nieuws in 1 gesprek.");
  for (const word of [title, "buurtbus", "Samen op weg", "Op weg", "gesprekken/"]) expect(whole).not.toContain(word);
});

test("at once is one letter until it is read; once a week is on its day; never is never", async () => {
  const { says, reads, wants, round } = await makeMail();
  const minute = (n: number) => new Date(Date.parse("2025-11-20T12:00:00Z") + n * 60_000);
  await wants("at_once");
  await says("Een", "Twee");
  expect(await round(minute(1))).toHaveLength(1);
  await says("Drie");
  expect(await round(minute(2))).toEqual([]);
  await reads(3);
  await says("Vier");
  expect(String((await round(minute(3)))[0]!.text)).toContain("1 nieuw bericht\n");
  await reads(4);
  // 20 November 2025 is a Thursday.
  await wants("weekly", { hour: "18", weekday: "6" });
  await says("Vijf");
  expect(await round(new Date("2025-11-22T16:59:00Z"))).toEqual([]);
  expect(await round(new Date("2025-11-22T17:00:00Z"))).toHaveLength(1);
  await wants("never");
  await says("Zes");
  expect(await round(new Date("2025-12-30T17:00:00Z"))).toEqual([]);
  // What came meanwhile does not come in a heap when letters are wanted again.
  await wants("at_once");
  expect(await round(new Date("2025-12-30T17:01:00Z"))).toEqual([]);
});

test("who was taken out of the group is not written to about it", async () => {
  const { jef, says, round } = await makeMail();
  await says("Een");
  await home.database.db.update(groupMembership).set({ endedAt: new Date(), endedBecause: "removed" }).where(eq(groupMembership.personId, jef.id));
  expect(await round(eight(21))).toEqual([]);
});

test("the key in a letter stops the letters without a session, also one that was on its way; twice is once, and another key is nobody's", async () => {
  const { jef, as, house, says, letters, post } = await makeMail();
  await says("Een");
  house.setNow(eight(21));
  await gatherNews(house);
  const [choice] = await home.database.db.select().from(mailChoice).where(eq(mailChoice.personId, jef.id));
  const stop = async (key: string) => refusal(stopMail(await as(null), { key }));
  expect(await stop("A".repeat(43))).toBe("not_found");
  expect(await stop("x")).toBe("invalid_input");
  expect(await Promise.all([stop(choice!.stopKey), stop(choice!.stopKey)])).toEqual(["accepted", "accepted"]);
  expect(await stop(choice!.stopKey)).toBe("accepted");
  await deliverMail(house, post);
  expect(letters).toEqual([]);
  expect((await readMailChoice(await as(jef))).rhythm).toBe("never");
});

test("what makes no sense is refused, and without an account there is nothing to choose", async () => {
  const { jef, as, wants } = await makeMail();
  for (const wrong of [{ hour: "24" }, { hour: "-1" }, { hour: "x" }, { weekday: "0" }, { weekday: "8" }, { hour: "8.5" }]) expect(await refusal(wants("daily", wrong))).toBe("invalid_input");
  expect(await refusal(wants("hourly"))).toBe("invalid_input");
  expect(await refusal(chooseMail(await as(null), { rhythm: "daily" }))).toBe("sign_in");
  expect(await readMailChoice(await as(jef))).toEqual({ rhythm: "daily", hour: 8, weekday: 1 });
});

/** A process that dies in the middle of handing a letter over: nothing of it is ever heard again. */
const dies = (first: (letter: Letter) => void = () => undefined): { post: Post; reached: Promise<void> } => {
  let reach: () => void;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  return {
    reached,
    post: (letter) => {
      first(letter);
      reach();
      return new Promise<never>(() => undefined);
    },
  };
};

test("a worker that dies after it claimed a letter loses none and sends none twice, whether or not it had handed it over", async () => {
  const { house, jef, says, letters, post } = await makeMail();
  await says("Een");
  house.setNow(eight(21));
  await gatherNews(house);
  // Dead before the mailbox had it: it goes when the claim has run out.
  const early = dies();
  void deliverMail(house, early.post);
  await early.reached;
  expect(await deliverMail(house, post)).toBe(0);
  house.setNow(new Date(eight(21).getTime() + 3 * 60_000));
  // Dead after the mailbox had it, before that was written down.
  const late = dies((letter) => letters.push(letter));
  void deliverMail(house, late.post);
  await late.reached;
  // Meanwhile more is written: the repeat must not take its place in the mailbox of somebody who has the first.
  await says("Twee");
  house.setNow(new Date(eight(21).getTime() + 10 * 60_000));
  expect(await deliverMail(house, post)).toBe(1);
  expect(letters).toHaveLength(2);
  // The same letter to the last byte of its words, with the Message-ID by which a mailbox keeps one.
  expect(letters[1]).toEqual(letters[0]);
  house.setNow(new Date(eight(21).getTime() + 3_600_000));
  expect(await deliverMail(house, post)).toBe(0);
  // What came meanwhile is in the next letter, under another id.
  house.setNow(eight(22));
  await gatherNews(house);
  expect(await deliverMail(house, post)).toBe(1);
  expect(String(letters[2]!.text)).toContain("1 nieuw bericht\n");
  expect(new Set(letters.map((one) => one.messageId)).size).toBe(2);
  expect((await waiting()).every((one) => one.personId === jef.id && one.sentAt !== null)).toBe(true);
});

test("in the folder a repeat is the same file", async () => {
  const { house, says } = await makeMail();
  await says("Een");
  house.setNow(eight(21));
  await gatherNews(house);
  const folder = openPost(house);
  let handed: () => void;
  const written = new Promise<void>((resolve) => (handed = resolve));
  void deliverMail(house, async (letter) => {
    await folder(letter);
    handed();
    await new Promise(() => undefined);
  });
  await written;
  house.setNow(new Date(eight(21).getTime() + 600_000));
  expect(await deliverMail(house, folder)).toBe(1);
  expect(readdirSync(join(house.dataDir, "mail"))).toHaveLength(1);
});

test("what could not be handed over is written anew: what was read meanwhile is gone from it", async () => {
  const { house, says, reads, letters, post } = await makeMail();
  await says("Een", "Twee", "Drie");
  house.setNow(eight(21));
  await gatherNews(house);
  const refused: Post = async () => Promise.reject(Object.assign(new Error("no"), { code: "ECONNECTION" }));
  expect(await deliverMail(house, refused)).toBe(0);
  await reads(2);
  house.setNow(new Date(eight(21).getTime() + 600_000));
  expect(await deliverMail(house, post)).toBe(1);
  expect(String(letters[0]!.text)).toContain("1 nieuw bericht\n");
});

test("two workers at once make one letter and send one", async () => {
  const { house, says, letters, post } = await makeMail();
  await says("Een");
  house.setNow(eight(21));
  const made = await Promise.all([gatherNews(house), gatherNews(house), gatherNews(house)]);
  expect(made.reduce((sum, n) => sum + n, 0)).toBe(1);
  await Promise.all([deliverMail(house, post), deliverMail(house, post), deliverMail(house, post)]);
  expect(letters).toHaveLength(1);
});

