import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { actor, groupMembership, message, person, spaceMembership } from "#db/schema/index";
import { makeGroupMembership } from "#db/factories/make-group";
import { makePerson } from "#db/factories/make-person";
import { useDatabase } from "#db/test/use-database";
import { z } from "zod";
import { allErasures } from "~/features/accounts/erasure.server";
import { changeShownName } from "~/features/groups/index.server";
import { defineAction } from "~/platform/define-action.server";
import { streamId } from "~/platform/streams";
import { editMessage, postMessage, readDiscussion, readMessageForm, removeMessage, searchDiscussions, startDiscussion } from "../index.server";
import { follow, openPage, shown } from "../test/live-page";
import { makeScene, newMessage, type Scene } from "../test/scene";

const home = useDatabase();
const toldOf = (scene: Scene, type: string) => scene.house.published.filter((one) => one.type === type).map((one) => one.stream);
const messagesFor = async (scene: Scene, who: Parameters<Scene["as"]>[0]) => (await readDiscussion(await scene.as(who), { id: scene.discussion.id, from: 1 })).window.messages;

test("who is named hears of it once, by id; the fact holds no name", async () => {
  const scene = await makeScene(home.database);
  const { noor, jef } = scene;
  const { row, shown: view } = await postMessage(await scene.as(noor), newMessage(scene.discussion, "Kan @Jef, of @noor zelf? Vraag @jef."));
  expect(row.mentions).toEqual([{ at: 4, length: 4, actor: jef.actorId }, { at: 13, length: 5, actor: noor.actorId }, { at: 31, length: 4, actor: jef.actorId }]);
  expect(view.mentions?.map(({ who }) => who?.name)).toEqual(["Jef", "Noor", "Jef"]);
  expect(toldOf(scene, "discussion.mention-for-you")).toEqual([streamId("person", jef.actorId)]);
  const [told] = scene.house.published.filter((one) => one.type === "discussion.mention-for-you");
  expect(told!.data).toEqual({ discussion: scene.discussion.id, number: 1 });
  await postMessage(await scene.as(jef), { ...newMessage(scene.discussion, "Ja @Noor"), replyTo: row.id });
  expect(toldOf(scene, "discussion.mention-for-you")).toHaveLength(1);
  expect(toldOf(scene, "discussion.reply-for-you")).toEqual([streamId("person", noor.actorId)]);
});

test("sending it again posts and tells once, also when the name changed in between", async () => {
  const scene = await makeScene(home.database);
  const sent = newMessage(scene.discussion, "Dag @Jef");
  await postMessage(await scene.as(scene.noor), sent);
  await home.database.db.update(spaceMembership).set({ shownName: "Jozef" }).where(eq(spaceMembership.personId, scene.jef.id));
  const again = await postMessage.withFacts(await scene.as(scene.noor), sent);
  expect([again.facts.length, again.value.row.number, again.value.shown.text]).toEqual([0, 1, "Dag @Jozef"]);
});

test("naming somebody outside the group does nothing, whoever they are", async () => {
  const scene = await makeScene(home.database);
  const gone = await makePerson(home.database.db);
  await makeGroupMembership(home.database.db, { group: scene.group, personId: gone.id, shownName: "Weg" });
  await home.database.db.update(groupMembership).set({ endedAt: scene.house.now(), endedBecause: "left" }).where(eq(groupMembership.personId, gone.id));
  const { row } = await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, "@Fatima @Marie @Weg @iedereen"));
  expect(row.mentions).toBeNull();
  expect(scene.house.published.map((one) => one.type)).toEqual(["discussion.message-posted"]);
});

test("the whole group is called by who runs things, and told once", async () => {
  const scene = await makeScene(home.database);
  await makeGroupMembership(home.database.db, { group: scene.group, personId: scene.fatima.id });
  const { shown: view } = await postMessage(await scene.as(scene.fatima), newMessage(scene.discussion, "@iedereen, en ook @Jef: morgen om 9 uur."));
  expect(view.mentions).toMatchObject([{ at: 0, length: 9, who: null }, { who: { name: "Jef" } }]);
  expect([toldOf(scene, "discussion.group-called").length, toldOf(scene, "discussion.mention-for-you").length]).toEqual([1, 0]);
});

test("an edit tells only who was not named before; a first message names people too", async () => {
  const scene = await makeScene(home.database);
  const { row } = await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, "@Jef"));
  const edited = await editMessage(await scene.as(scene.noor), { id: row.id, text: "Dag @Jef, dag @Noor", rev: row.rev });
  expect(edited.row.mentions).toHaveLength(2);
  expect(toldOf(scene, "discussion.mention-for-you")).toHaveLength(1);
  const bare = await editMessage(await scene.as(scene.noor), { id: row.id, text: "Dag allebei", rev: edited.row.rev });
  expect(bare.row.mentions).toBeNull();
  await editMessage(await scene.as(scene.noor), { id: row.id, text: "@Jef dan", rev: bare.row.rev });
  await removeMessage(await scene.as(scene.noor), { id: row.id });
  expect((await home.database.db.select().from(message))[0]!.mentions).toBeNull();
  await startDiscussion(await scene.as(scene.noor), { id: crypto.randomUUID(), groupId: scene.group.id, kind: "conversation", title: "Iets anders", text: "@Jef, kom je?" });
  expect(toldOf(scene, "discussion.mention-for-you")).toHaveLength(3);
});

test("a changed name shows everywhere: on a fresh page, on one that followed along, in the form and in what is found", async () => {
  const scene = await makeScene(home.database);
  const first = await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, "Vraag het aan @Jef of @Noor eens."));
  await postMessage(await scene.as(scene.noor), { ...newMessage(scene.discussion, "Toch?"), replyTo: first.row.id });
  const open = await openPage(await scene.as(scene.noor), scene.discussion.id);
  await changeShownName(await scene.as(scene.jef), { spaceId: scene.space.id, shownName: "Jozef van hier" });
  const followed = await follow(await scene.as(scene.noor), scene.group.id, open);
  expect(shown(followed)).toEqual(shown(await openPage(await scene.as(scene.noor), scene.discussion.id)));
  expect((await messagesFor(scene, scene.noor)).map((one) => [one.text, one.replyTo?.excerpt])).toEqual([["Vraag het aan @Jozef van hier of @Noor eens.", undefined], ["Toch?", "Vraag het aan @Jozef van hier of @Noor eens."]]);
  expect((await readMessageForm(await scene.as(scene.noor), { id: first.row.id })).text).toBe("Vraag het aan @Jozef van hier of @Noor eens.");
  const { items } = await searchDiscussions(await scene.as(scene.noor), { words: "vraag", of: "messages", limit: 5 });
  expect(items.map((item) => item.passage.map(({ text }) => text).join(""))).toEqual(["Vraag het aan @Jozef van hier of @Noor eens."]);
});

test("readers without an account see no name that its bearer keeps from them", async () => {
  const scene = await makeScene(home.database);
  await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, "Dank je @Jef, voor de taart."));
  expect((await messagesFor(scene, null))[0]).toMatchObject({ text: "Dank je @een deelnemer, voor de taart.", mentions: [{ at: 8, length: 14, who: { id: null, name: null } }] });
  const { items } = await searchDiscussions(await scene.as(null), { words: "taart", of: "messages", limit: 5 });
  expect(JSON.stringify(items)).not.toContain("Jef");
  const withName = async (who: typeof scene.noor | null) => (await searchDiscussions(await scene.as(who), { words: "Jef", of: "messages", limit: 5 })).items.length;
  expect([await withName(null), await withName(scene.noor)]).toEqual([0, 1]);
});

const erase = defineAction({
  name: "test.erase-named",
  input: z.strictObject({ personId: z.string(), actorId: z.string(), keepWords: z.boolean() }),
  load: async () => null,
  allow: () => true,
  run: async (ctx, { input, fact }) => {
    for (const one of allErasures()) if (["discussions", "groups"].includes(one.feature)) await one.erase(ctx, { ...input, fact });
    await ctx.db.delete(actor).where(eq(actor.personId, input.personId));
    await ctx.db.delete(person).where(eq(person.id, input.personId));
  },
});

test("who is erased goes from the words of others too, in the database and on every screen", async () => {
  const scene = await makeScene(home.database);
  await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, "Dag @Jef en @Noor!"));
  const open = await openPage(await scene.as(scene.noor), scene.discussion.id);
  await erase(await scene.as(scene.fatima), { personId: scene.jef.id, actorId: scene.jef.actorId, keepWords: true });
  const [row] = await home.database.db.select().from(message);
  expect(row!.text).toBe("Dag @… en @Noor!");
  expect((await messagesFor(scene, scene.noor))[0]).toMatchObject({ text: "Dag @vroegere deelnemer en @Noor!", mentions: [{ who: { former: true } }, { who: { name: "Noor" } }] });
  const followed = await follow(await scene.as(scene.noor), scene.group.id, open);
  expect(followed.state.stale).toBe(true);
});
