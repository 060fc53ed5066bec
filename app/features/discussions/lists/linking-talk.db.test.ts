import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeDiscussion, makeMessages } from "#db/factories/make-discussion";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { discussion as discussionTable, message } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { closeDiscussion, editMessage, moveDiscussion, moveMessage, postMessage, putBackMessage, removeMessage, talkLinkingTo } from "../index.server";
import { makeScene, newMessage, type Scene } from "../test/scene";

const home = useDatabase();
const text = { id: "11111111-1111-4111-8111-111111111111", path: "/teksten/11111111-1111-4111-8111-111111111111" };
const address = `https://leerhoek.example${text.path}`;
const seen = async (scene: Scene, person: Scene["noor"] | null) => (await talkLinkingTo(await scene.as(person), text)).talk.map((one) => one.href);
const at = (discussion: { id: string }, number: number) => `/gesprekken/${discussion.id}?vanaf=1#bericht-${number}`;

test("knows a conversation by its newest message with a link, and loses it with the words", async () => {
  const scene = await makeScene(home.database);
  const { noor, discussion } = scene;
  const other = await makeDiscussion(home.database.db, { group: scene.group, authorActor: noor.actorId });
  await postMessage(await scene.as(noor), newMessage(discussion, `Gewone woorden: ${text.path}`));
  expect(await seen(scene, noor)).toEqual([]);
  const { row: first } = await postMessage(await scene.as(noor), newMessage(discussion, `Zie ${address}.`));
  scene.house.setNow(new Date(scene.house.now().getTime() + 1_000));
  await postMessage(await scene.as(noor), newMessage(other, `Zie [deze](${address}#tekst)`));
  scene.house.setNow(new Date(scene.house.now().getTime() + 1_000));
  const { row: second } = await postMessage(await scene.as(noor), newMessage(discussion, `En nog eens ${address}`));
  expect(await seen(scene, noor)).toEqual([at(discussion, 3), at(other, 1)]);
  await editMessage(await scene.as(noor), { id: second.id, text: "Toch niet", rev: second.rev });
  expect(await seen(scene, noor)).toEqual([at(other, 1), at(discussion, 2)]);
  await removeMessage(await scene.as(noor), { id: first.id });
  expect(await seen(scene, noor)).toEqual([at(other, 1)]);
  await putBackMessage(await scene.as(noor), { id: first.id });
  expect(await seen(scene, null)).toEqual([at(other, 1), at(discussion, 2)]);
});

test("names those alone that the reader may read now, and nothing that moderation hid", async () => {
  const scene = await makeScene(home.database, { group: { visibility: "members" } as Parameters<typeof makeGroup>[1] });
  const { db } = home.database;
  const { row } = await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, address));
  expect([await seen(scene, scene.jef), await seen(scene, scene.stranger), await seen(scene, null)]).toEqual([[at(scene.discussion, 1)], [], []]);
  for (const state of ["hidden", "removed"] as const) {
    await db.update(message).set({ state }).where(eq(message.id, row.id));
    expect(await seen(scene, scene.jef)).toEqual([]);
  }
  await db.update(message).set({ state: "visible" }).where(eq(message.id, row.id));
  await db.update(discussionTable).set({ moderation: "hidden" }).where(eq(discussionTable.id, scene.discussion.id));
  expect(await seen(scene, scene.jef)).toEqual([]);
});

test("follows messages and conversations that move", async () => {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  const group = await makeGroup(db, { spaceId: scene.space.id });
  await makeGroupMembership(db, { group, personId: scene.fatima.id, shownName: "Fatima" });
  const other = await makeDiscussion(db, { group, authorActor: scene.noor.actorId });
  const { row } = await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, address));
  await moveMessage(await scene.as(scene.fatima), { id: row.id, to: other.id });
  expect(await seen(scene, null)).toEqual([at(other, 1)]);
  await moveDiscussion(await scene.as(scene.fatima), { discussion: other.id, to: scene.group.id });
  const { talk } = await talkLinkingTo(await scene.as(null), text);
  expect(talk.map((one) => [one.href, one.group])).toEqual([[at(other, 1), scene.group.name]]);
});

test("follows what came of a conversation, at once and for as long as it is shown", async () => {
  const scene = await makeScene(home.database, { group: { visibility: "members" } as Parameters<typeof makeGroup>[1] });
  const { db } = home.database;
  const { discussion, fatima, noor } = scene;
  const [summary, other] = [`/gesprekken/${discussion.id}#afgerond`, await makeDiscussion(db, { group: scene.group, authorActor: noor.actorId })];
  const finish = async (words?: string) => closeDiscussion(await scene.as(fatima), { discussion: discussion.id, open: words === undefined, summary: words ?? "" });
  await postMessage(await scene.as(noor), newMessage(discussion, address));
  await postMessage(await scene.as(noor), newMessage(other, address));
  scene.house.setNow(new Date(scene.house.now().getTime() + 1_000));
  await finish(`Het staat in [onze tekst](${address}).`);
  expect([await seen(scene, noor), await seen(scene, scene.stranger), await seen(scene, null)]).toEqual([[summary, at(other, 1)], [], []]);
  await finish();
  expect((await seen(scene, noor)).sort()).toEqual([at(discussion, 1), at(other, 1)].sort());
  await finish(`Gewone woorden: ${text.path}`);
  expect(await seen(scene, noor)).not.toContain(summary);
  await finish();
  await finish(address);
  expect(await seen(scene, noor)).toContain(summary);
  await db.update(discussionTable).set({ moderation: "hidden" }).where(eq(discussionTable.id, discussion.id));
  expect(await seen(scene, noor)).toEqual([at(other, 1)]);
});

test("goes on where the page before ended, finds few among many, and looks at two hundred for a page", async () => {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  const { discussion, noor } = scene;
  await makeMessages(db, { discussion, authorActor: noor.actorId, texts: Array.from({ length: 250 }, (_, index) => `${index} ${address}`), createdAt: new Date("2030-01-02T10:00:00.123Z") });
  const older = await makeDiscussion(db, { group: scene.group, authorActor: noor.actorId });
  await makeMessages(db, { discussion: older, authorActor: noor.actorId, texts: [address], createdAt: new Date("2030-01-01T10:00:00Z") });
  const first = await talkLinkingTo(await scene.as(null), text);
  expect([first.talk.map((one) => one.id), first.next === null]).toEqual([[discussion.id], false]);
  const second = await talkLinkingTo(await scene.as(null), text, first.next);
  expect([second.talk.map((one) => one.id), second.next]).toEqual([[discussion.id, older.id], null]);
  const asked = [
    sql`EXPLAIN SELECT id FROM message WHERE text LIKE '%/teksten/%' AND linked_texts(text) @> array[${text.id}]::text[]`,
    sql`EXPLAIN SELECT id FROM discussion WHERE state = 'closed' AND summary LIKE '%/teksten/%' AND linked_texts(summary) @> array[${text.id}]::text[]`,
  ];
  const { value: plans } = await home.database.withTx(async (tx) => {
    await tx.execute(sql`SET LOCAL enable_seqscan = off`);
    const explain = async (one: (typeof asked)[number]) => (await tx.execute<{ "QUERY PLAN": string }>(one)).rows.map((row) => row["QUERY PLAN"]).join("\n");
    return { value: [await explain(asked[0]!), await explain(asked[1]!)] };
  });
  expect(plans).toEqual([expect.stringContaining("message_linked_texts"), expect.stringContaining("discussion_linked_texts")]);
});
