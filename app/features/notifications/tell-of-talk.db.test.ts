import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { MadePerson } from "#db/factories/make-person";
import { factOutbox, groupMembership, notice } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { markRead, postMessage, startDiscussion } from "~/features/discussions/index.server";
import { makeScene, newMessage, type Scene } from "~/features/discussions/test/scene";
import { handleFacts } from "~/platform/fact-handlers.server";
import { chooseLevel, countUnread, listNotices, openNotice, readAllNotices } from "./index.server";
import { noticeWords, sentence } from "./words";

const home = useDatabase();
const closed = { group: { visibility: "members", joining: "request" } } as const;

/** A conversation in a closed group, with what each person sees in their inbox. */
async function makeTalk() {
  const scene = await makeScene(home.database, closed);
  const { as, discussion, house } = scene;
  const settle = async () => {
    while ((await handleFacts(house)) > 0);
  };
  return {
    ...scene,
    settle,
    wants: async (who: MadePerson, level: string, kind = "discussion", id: string = discussion.id) => chooseLevel(await as(who), { kind, id, level }),
    says: async (who: MadePerson, ...texts: string[]) => {
      const posted = [];
      for (const text of texts) posted.push((await postMessage(await as(who), newMessage(discussion, text))).row);
      return posted;
    },
    reads: async (who: MadePerson, upTo: number) => markRead(await as(who), { discussion: discussion.id, ranges: [[1, upTo]] }),
    inbox: (who: MadePerson) => inboxOf(scene, who),
  };
}

async function inboxOf({ as }: Pick<Scene, "as">, who: MadePerson) {
  const { notices, unread } = await listNotices(await as(who), 1);
  expect(await countUnread(await as(who))).toBe(unread);
  return { unread, lines: notices.map((one) => sentence(noticeWords.for("nl"), one.kind, one.data)) };
}

test("who wants everything gets one line per conversation that counts up, and is gone when read", async () => {
  const { noor, jef, fatima, settle, wants, says, reads, inbox, house } = await makeTalk();
  await wants(jef, "all");
  await says(noor, "Een", "Twee", "Drie");
  await settle();
  expect(await inbox(jef)).toEqual({ unread: 1, lines: ["3 nieuwe berichten in “Wie rijdt er op zaterdag?”."] });
  const arrived = () => house.published.filter((one) => one.type === "notifications.notice-arrived").length;
  expect(arrived()).toBe(1);
  await says(fatima, "Vier");
  await settle();
  expect(await inbox(jef)).toEqual({ unread: 1, lines: ["4 nieuwe berichten in “Wie rijdt er op zaterdag?”."] });
  // The number beside the inbox did not change, so nothing was sent around.
  expect(arrived()).toBe(1);
  await reads(jef, 3);
  expect((await inbox(jef)).lines).toEqual(["1 nieuw bericht in “Wie rijdt er op zaterdag?”."]);
  await reads(jef, 4);
  expect(await inbox(jef)).toEqual({ unread: 0, lines: ["Je las de nieuwe berichten in “Wie rijdt er op zaterdag?”."] });
  await says(noor, "Vijf");
  await settle();
  expect(await inbox(jef)).toEqual({ unread: 1, lines: ["1 nieuw bericht in “Wie rijdt er op zaterdag?”."] });
  expect(arrived()).toBe(2);
  // Nobody else chose anything, and hears nothing.
  expect([(await inbox(noor)).unread, (await inbox(fatima)).unread]).toEqual([0, 0]);
});

test("what was read live before the round makes no line, nor does what one wrote oneself", async () => {
  const { noor, jef, settle, wants, says, reads, inbox } = await makeTalk();
  await wants(jef, "all");
  await wants(noor, "all");
  await says(noor, "Een");
  await reads(jef, 1);
  await settle();
  expect([(await inbox(jef)).lines, (await inbox(noor)).lines]).toEqual([[], []]);
});

test("an answer to me is one line with what else is new, and stays an answer", async () => {
  const { noor, jef, as, discussion, settle, wants, says, inbox } = await makeTalk();
  await wants(jef, "all");
  const [mine] = await says(jef, "Wie rijdt er?");
  await postMessage(await as(noor), { ...newMessage(discussion, "Ik"), replyTo: mine!.id });
  await says(noor, "Om negen uur");
  await settle();
  expect(await inbox(jef)).toEqual({ unread: 1, lines: ["Iemand antwoordde jou in “Wie rijdt er op zaterdag?”."] });
  const [line] = await home.database.db.select().from(notice).where(eq(notice.personId, jef.id));
  expect(line).toMatchObject({ since: 2, upTo: 3 });
  await openNotice(await as(jef), { id: line!.id });
  expect((await inbox(jef)).unread).toBe(0);
});

test("nothing is nothing: no answers, no announcements, from the conversation out to the leerplek", async () => {
  const { noor, jef, fatima, as, space, group, discussion, settle, wants, says, inbox } = await makeTalk();
  await wants(jef, "none", "space", space.id);
  const [mine] = await says(jef, "Wie rijdt er?");
  await postMessage(await as(noor), { ...newMessage(discussion, "Ik"), replyTo: mine!.id });
  await startDiscussion(await as(fatima), { id: randomUUID(), groupId: group.id, kind: "announcement", title: "Zaal dicht", text: "Morgen." });
  await settle();
  expect((await inbox(jef)).lines).toEqual([]);
  expect((await inbox(noor)).lines).toEqual(["Een begeleider deelt iets mee: “Zaal dicht”."]);
  // Nearer by, something else was chosen.
  await wants(jef, "mine", "discussion");
  await postMessage(await as(noor), { ...newMessage(discussion, "Ook zondag"), replyTo: mine!.id });
  await settle();
  expect((await inbox(jef)).lines).toEqual(["Iemand antwoordde jou in “Wie rijdt er op zaterdag?”."]);
});

test("who was taken out of the group hears nothing more of it, and the title is not shown any more", async () => {
  const { noor, jef, settle, wants, says, inbox } = await makeTalk();
  await wants(jef, "all");
  await says(noor, "Een");
  await settle();
  await home.database.db.update(groupMembership).set({ endedAt: new Date(), endedBecause: "removed" }).where(eq(groupMembership.personId, jef.id));
  await says(noor, "Twee");
  await settle();
  expect((await inbox(jef)).lines).toEqual(["Er is iets nieuws in een gesprek."]);
  expect(await home.database.db.select({ upTo: notice.upTo }).from(notice).where(eq(notice.personId, jef.id))).toEqual([{ upTo: 1 }]);
});

test("two rounds at once tell each message once; a message that nobody waits for leaves nothing behind", async () => {
  const { noor, jef, as, house, wants, says, inbox } = await makeTalk();
  await says(noor, "Niemand wacht hierop");
  await Promise.all([handleFacts(house), handleFacts(house)]);
  expect(await home.database.db.select().from(factOutbox)).toEqual([]);
  await wants(jef, "all");
  await says(noor, ...Array.from({ length: 12 }, (_, index) => `Bericht ${index}`));
  await Promise.all([handleFacts(house, 5), handleFacts(house, 5), handleFacts(house, 5), handleFacts(house, 5)]);
  while ((await handleFacts(house)) > 0);
  const { unread, lines } = await inbox(jef);
  expect([unread, lines.length]).toEqual([1, 1]);
  expect(lines[0]).toContain("nieuwe berichten in");
  await readAllNotices(await as(jef), { until: house.now().toISOString() });
  expect((await inbox(jef)).unread).toBe(0);
});

test("who is named hears of it, and everyone when the whole group is called; who wants nothing of the conversation does not", async () => {
  const { noor, jef, fatima, settle, wants, says, inbox, reads } = await makeTalk();
  await says(noor, "Kom je ook, @Jef?");
  await settle();
  expect([await inbox(jef), (await inbox(fatima)).unread]).toEqual([{ unread: 1, lines: ["Iemand noemt jou in “Wie rijdt er op zaterdag?”."] }, 0]);
  await reads(jef, 1);
  await wants(jef, "none");
  await says(noor, "@Jef?");
  await says(fatima, "@iedereen, ook @Jef");
  await settle();
  expect([(await inbox(jef)).unread, await inbox(noor)]).toEqual([0, { unread: 1, lines: ["Een begeleider vraagt de aandacht van iedereen in “Wie rijdt er op zaterdag?”."] }]);
});

test("lines about one conversation stand together in the inbox, the newest conversation first", async () => {
  const { house, jef, as, discussion } = await makeScene(home.database);
  const line = (minute: number, kind: string, discussionId: string | null) => ({ personId: jef.id, kind, href: "/", discussionId, dedupeKey: `${minute}`, createdAt: new Date(house.now().getTime() + minute * 60_000) });
  await home.database.db.insert(notice).values([line(1, "question.answered", discussion.id), line(2, "group.archived", null), line(3, "question.picked-up", discussion.id), line(4, "accounts.password-changed", null)]);
  expect((await listNotices(await as(jef), 1)).notices.map((one) => one.kind)).toEqual(["accounts.password-changed", "question.picked-up", "question.answered", "group.archived"]);
});
