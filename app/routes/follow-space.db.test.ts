import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { discussion as discussionTable, message as messageTable, person, space as spaceTable, spaceMembership } from "#db/schema/index";
import { makeActivity } from "#db/factories/make-activity";
import { makeDiscussion, makeMessages } from "#db/factories/make-discussion";
import { makeDocument, makeEdition } from "#db/factories/make-document";
import { makeExperiment } from "#db/factories/make-experiment";
import { makeGroup } from "#db/factories/make-group";
import { useDatabase } from "#db/test/use-database";
import { eraseAccount, hashPassword } from "~/features/accounts/index.server";
import { goodPassword } from "~/features/accounts/test/act-as";
import { cancelActivity } from "~/features/activities/index.server";
import { closeDiscussion, editMessage, postMessage, removeMessage, startDiscussion } from "~/features/discussions/index.server";
import { makeScene, newMessage, type Scene } from "~/features/discussions/test/scene";
import { changeGroup } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { LoadContext } from "~/platform/load-context.server";
import * as calendarDoor from "./leerplekken.$slug_.activiteiten[.]ics";
import * as feedDoor from "./leerplekken.$slug_.feed[.]atom";

const home = useDatabase();
let scene: Scene;
beforeEach(async () => void (scene = await makeScene(home.database)));

/** What a program gets: status, tag and text. */
async function fetchFrom(door: typeof feedDoor, ctx: Ctx, slug = scene.space.slug, headers: Record<string, string> = {}) {
  const context: LoadContext = { ctx, session: null, calm: false, nonce: "", markup: new Map(), requestId: "", reads: [], setCookie: () => undefined, room: () => Promise.resolve() };
  const args = { request: new Request(`${ctx.house.publicUrl}/leerplekken/${slug}/feed.atom`, { headers }), params: { slug }, context };
  const answer = await door.loader(args as never).catch((refused: Response) => refused);
  return { status: answer.status, tag: answer.headers.get("ETag") ?? "", text: await answer.text() };
}
const feed = async (headers?: Record<string, string>) => fetchFrom(feedDoor, await scene.as(null), scene.space.slug, headers);
const calendar = async (headers?: Record<string, string>) => fetchFrom(calendarDoor, await scene.as(null), scene.space.slug, headers);
const titles = (text: string) => [...text.matchAll(/<entry>\n.*\n<title>(.*)<\/title>/g)].map(([, title]) => title);
const start = async (title: string, text: string) => startDiscussion(await scene.as(scene.noor), { id: randomUUID(), groupId: scene.group.id, kind: "conversation", title, text });
const firstOf = async (discussionId: string) => (await home.database.db.select().from(messageTable).where(eq(messageTable.discussionId, discussionId)))[0]!;

it("tells of new conversations, editions, activities and lessons, by the names that everyone sees", async () => {
  const { db } = home.database;
  await start("Wie kan er zaterdag?", "Ik kan <niet> & jij?");
  const text = await makeDocument(db, { groupId: scene.group.id, spaceId: scene.space.id, authorActor: scene.jef.actorId, title: "De bus nemen" });
  await makeEdition(db, { document: text, authors: ["Jef"] });
  await makeActivity(db, { group: scene.group, title: "Een rit" });
  await makeExperiment(db, { group: scene.group, title: "Later rijden", stage: "lesson", lesson: "Het helpt." });
  await makeExperiment(db, { group: scene.group, title: "Nog een idee" });
  const { status, text: xml } = await feed();
  expect(status).toBe(200);
  expect(titles(xml).sort()).toEqual(["De bus nemen", "Een rit", "Later rijden", "Wie kan er zaterdag?", scene.discussion.title].sort());
  expect(xml).toContain("<summary>Ik kan &lt;niet&gt; &amp; jij?</summary>");
  expect(xml).toContain("<name>een deelnemer</name>");
  expect(xml).not.toContain("Noor");
  await db.update(spaceMembership).set({ nameForEveryone: true }).where(eq(spaceMembership.personId, scene.noor.id));
  expect((await feed()).text).toContain("<name>Noor</name>");
});

it("tells nobody's name that only the group may read, also where one names another", async () => {
  await start("Wie rijdt er?", "Kan @Jef rijden?");
  expect((await feed()).text).toContain("<summary>Kan @een deelnemer rijden?</summary>");
  await home.database.db.update(spaceMembership).set({ nameForEveryone: true }).where(eq(spaceMembership.personId, scene.jef.id));
  expect((await feed()).text).toContain("<summary>Kan @Jef rijden?</summary>");
});

it("of a finished conversation tells what came of it", async () => {
  await start("Wie rijdt er?", "Ik niet.");
  const [one] = await home.database.db.select().from(discussionTable).where(eq(discussionTable.title, "Wie rijdt er?"));
  await closeDiscussion(await scene.as(scene.fatima), { discussion: one!.id, open: false, summary: "We rijden **samen**." });
  expect((await feed()).text).toContain("<summary>Dit gesprek is afgerond: We rijden samen.</summary>");
  await closeDiscussion(await scene.as(scene.fatima), { discussion: one!.id, open: true });
  expect((await feed()).text).toContain("<summary>Ik niet.</summary>");
});

it("is the same whoever asks: somebody with an account gets nothing more", async () => {
  const inside = await makeGroup(home.database.db, { spaceId: scene.space.id, visibility: "members", joining: "request" });
  await makeDiscussion(home.database.db, { group: inside, authorActor: scene.fatima.actorId, title: "Besloten" });
  await makeActivity(home.database.db, { group: inside, title: "Besloten" });
  for (const door of [feedDoor, calendarDoor]) {
    const nobody = await fetchFrom(door, await scene.as(null));
    expect(nobody.text).not.toContain("Besloten");
    expect(await fetchFrom(door, await scene.as(scene.fatima))).toEqual(nobody);
  }
});

it("of a leerplek that is not for everyone answers as one that does not exist", async () => {
  for (const state of [{ visibility: "members", status: "open" }, { visibility: "public", status: "draft" }] as const) {
    await home.database.db.update(spaceTable).set(state).where(eq(spaceTable.id, scene.space.id));
    for (const door of [feedDoor, calendarDoor]) {
      const absent = await fetchFrom(door, await scene.as(null), "bestaat-niet");
      expect(absent.status).toBe(404);
      for (const who of [null, scene.noor, scene.fatima]) expect([state, await fetchFrom(door, await scene.as(who))]).toEqual([state, absent]);
    }
  }
});

it("leaves out what moderation hid, and the words of a message that is gone", async () => {
  const { db } = home.database;
  const hidden = await start("Weg hiermee", "Niet lezen.");
  await db.update(discussionTable).set({ moderation: "hidden" }).where(eq(discussionTable.id, hidden.id));
  const taken = await start("Blijft staan", "Woorden die weg zijn.");
  await removeMessage(await scene.as(scene.noor), { id: (await firstOf(taken.id)).id });
  const moderated = await start("Blijft ook staan", "Woorden die verborgen zijn.");
  await db.update(messageTable).set({ state: "hidden" }).where(eq(messageTable.discussionId, moderated.id));
  await makeActivity(db, { group: scene.group, title: "Verborgen rit", moderation: "hidden" });
  const { text } = await feed();
  expect(titles(text)).toEqual(expect.arrayContaining(["Blijft staan", "Blijft ook staan"]));
  for (const gone of ["Weg hiermee", "Niet lezen", "Woorden die", "Verborgen rit"]) expect(text).not.toContain(gone);
  expect((await calendar()).text).not.toContain("Verborgen rit");
});

it("a question without words does not take those of who answers it", async () => {
  const question = await makeDiscussion(home.database.db, { group: scene.group, authorActor: scene.noor.actorId, kind: "question", title: "Hoe plan ik?" });
  await makeMessages(home.database.db, { discussion: question, authorActor: scene.jef.actorId, texts: ["Zo doe ik het."] });
  expect((await feed()).text).not.toContain("Zo doe ik het.");
});

it("is not sent again until something happened: an edit, a new name, an erasure", async () => {
  const made = await start("Wie kan er zaterdag?", "Ik niet.");
  const first = await feed();
  const same = async () => (await feed({ "If-None-Match": first.tag })).status;
  expect(await same()).toBe(304);
  expect((await calendar({ "If-None-Match": (await calendar()).tag })).status).toBe(304);
  const message = await firstOf(made.id);
  scene.house.setNow(new Date("2025-11-20T11:00:00Z"));
  await editMessage(await scene.as(scene.noor), { id: message.id, text: "Ik toch wel.", rev: message.rev });
  const second = await feed({ "If-None-Match": first.tag });
  expect([second.status, second.text.includes("Ik toch wel.")]).toEqual([200, true]);
  expect(second.text).toContain("<updated>2025-11-20T11:00:00.000Z</updated>");
  await postMessage(await scene.as(scene.jef), newMessage(scene.discussion));
  expect((await feed({ "If-None-Match": second.tag })).status).toBe(200);
  await home.database.db.update(person).set({ passwordHash: await hashPassword(goodPassword) }).where(eq(person.id, scene.noor.id));
  const third = await feed();
  await eraseAccount(await scene.as(scene.noor), { currentPassword: goodPassword, words: "remove" });
  const fourth = await feed({ "If-None-Match": third.tag });
  expect([fourth.status, fourth.text.includes("Ik toch wel.")]).toEqual([200, false]);
  expect(fourth.text).toContain("<name>vroegere deelnemer</name>");
});

it("forgets a group that only its members read from then on", async () => {
  await start("Wie kan er zaterdag?", "Ik niet.");
  const before = await feed();
  await changeGroup(await scene.as(scene.fatima), { groupId: scene.group.id, rev: scene.group.rev, name: scene.group.name, description: "", visibility: "members", joining: "request" });
  const after = await feed({ "If-None-Match": before.tag });
  expect([after.status, titles(after.text)]).toEqual([200, []]);
});

it("the calendar holds what is planned and says what was cancelled; so does the feed", async () => {
  const outing = await makeActivity(home.database.db, { group: scene.group, title: "Een rit", startsAt: new Date("2025-12-03T13:00:00Z"), createdAt: scene.house.now() });
  expect((await calendar()).text).toContain("\r\nSTATUS:CONFIRMED\r\n");
  scene.house.setNow(new Date("2025-11-21T10:00:00Z"));
  await cancelActivity(await scene.as(scene.fatima), { id: outing.id });
  const lines = (await calendar()).text.split("\r\n");
  expect(lines).toEqual(expect.arrayContaining([`UID:${outing.id}@127.0.0.1:3000`, "STATUS:CANCELLED", "METHOD:PUBLISH"]));
  const { text } = await feed();
  expect(titles(text)).toContain("Afgezegd: Een rit");
  expect(text).toContain("<updated>2025-11-21T10:00:00.000Z</updated>");
});
