import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { discussion as discussionTable, groupMembership, message, messageVersion, picture } from "#db/schema/index";
import { makeSpaceRole } from "#db/factories/make-space";
import { makePerson } from "#db/factories/make-person";
import { useDatabase } from "#db/test/use-database";
import { groupStream } from "~/features/groups/index.server";
import { loadEntities } from "~/platform/entities.server";
import { addPicture, editMessage, postMessage, putBackMessage, readDiscussion, readHistory, readPicture, removeMessage, searchDiscussions } from "../index.server";
import { makeScene, newMessage, refusal, type Scene } from "../test/scene";
import { photo, plainPicture } from "~/platform/pictures/test/files";

const home = useDatabase();
const rowsOf = (id: string) => home.database.db.select().from(message).where(eq(message.discussionId, id));
const alt = "Een kaart op tafel met drie routes in rood";

/** A message with a picture, as Noor posts one. */
async function posted(scene: Scene, text = "Kijk eens") {
  const ctx = await scene.as(scene.noor);
  const brought = await addPicture(ctx, { discussion: scene.discussion.id, file: await photo() });
  const { row, shown } = await postMessage(ctx, { ...newMessage(scene.discussion, text), picture: { id: brought.id, alt } });
  return { id: brought.id, row, shown };
}

const sees = async (scene: Scene, person: Parameters<Scene["as"]>[0], id: string) => refusal(readPicture(await scene.as(person), { id, size: "small" }).then(({ read }) => read()));

test("a picture stands in its message for everyone who reads it, live and on a fresh page, and its files are on disk", async () => {
  const scene = await makeScene(home.database);
  const { id, row, shown } = await posted(scene);
  expect(shown.picture).toEqual({ id, width: 300, height: 400, alt });
  const page = await readDiscussion(await scene.as(null), { id: scene.discussion.id });
  expect(page.window.messages[0]!.picture).toEqual(shown.picture);
  const [entity] = await loadEntities(await scene.as(scene.jef), groupStream(scene.group.id), [{ kind: "message", id: row.id }]);
  expect(entity).toMatchObject({ picture: shown.picture, text: "Kijk eens" });
  for (const size of ["large", "small"]) expect(existsSync(join(scene.house.dataDir, "pictures", id.slice(0, 2), `${id}-${size}.webp`))).toBe(true);
  expect(row.picture).toMatchObject({ id, alt, bytes: expect.any(Number) });
});

test("who may read the message sees its picture, and nobody else; one that was not sent yet is its bringer's alone", async () => {
  const scene = await makeScene(home.database, { group: { visibility: "members", joining: "request" } });
  const moderator = await makePerson(home.database.db);
  await makeSpaceRole(home.database.db, { spaceId: scene.space.id, personId: moderator.id, role: "moderator", organisationId: scene.space.organisationId, function: "moderator" });
  const { id } = await posted(scene);
  const everyone = { noor: scene.noor, jef: scene.jef, fatima: scene.fatima, stranger: scene.stranger, nobody: null };
  const seen = async (of: string) => Object.fromEntries(await Promise.all(Object.entries(everyone).map(async ([name, person]) => [name, await sees(scene, person, of)])));
  const inside = { noor: "accepted", jef: "accepted", fatima: "accepted", stranger: "not_found", nobody: "not_found" };
  expect(await seen(id)).toEqual(inside);

  const loose = await addPicture(await scene.as(scene.noor), { discussion: scene.discussion.id, file: await plainPicture(20, 20).png().toBuffer() });
  expect(await seen(loose.id)).toEqual({ noor: "accepted", jef: "not_found", fatima: "not_found", stranger: "not_found", nobody: "not_found" });

  // Put out of the group: gone with the next question.
  await home.database.db.update(groupMembership).set({ endedAt: scene.house.now() }).where(eq(groupMembership.personId, scene.jef.id));
  expect(await seen(id)).toEqual({ ...inside, jef: "not_found" });
  for (const wrong of [randomUUID(), "../../keys/root", "x"]) expect(await sees(scene, scene.noor, wrong)).toBe("not_found");
});

test("what moderation hid or removed, and a hidden conversation, shows no picture but to who moderates there", async () => {
  const scene = await makeScene(home.database);
  const moderator = await makePerson(home.database.db);
  await makeSpaceRole(home.database.db, { spaceId: scene.space.id, personId: moderator.id, role: "moderator", organisationId: scene.space.organisationId, function: "moderator" });
  const { id, row } = await posted(scene);
  const judge = async () => [await sees(scene, scene.noor, id), await sees(scene, null, id), await sees(scene, scene.fatima, id), await sees(scene, moderator, id)];
  expect(await judge()).toEqual(["accepted", "accepted", "accepted", "accepted"]);
  for (const state of ["hidden", "removed"] as const) {
    await home.database.db.update(message).set({ state }).where(eq(message.id, row.id));
    expect(await judge()).toEqual(["not_found", "not_found", "not_found", "accepted"]);
    const page = await readDiscussion(await scene.as(scene.jef), { id: scene.discussion.id });
    expect(JSON.stringify(page)).not.toContain(id);
  }
  await home.database.db.update(message).set({ state: "visible" }).where(eq(message.id, row.id));
  await home.database.db.update(discussionTable).set({ moderation: "hidden" }).where(eq(discussionTable.id, scene.discussion.id));
  expect(await judge()).toEqual(["not_found", "not_found", "not_found", "accepted"]);
});

test("taken back it is gone from every screen, put back it is there again; others cannot put it in a message of theirs", async () => {
  const scene = await makeScene(home.database);
  const { id, row } = await posted(scene);
  const steal = { ...newMessage(scene.discussion, "Van mij"), picture: { id, alt } };
  expect(await refusal(postMessage(await scene.as(scene.jef), steal))).toBe("not_found");
  expect(await refusal(postMessage(await scene.as(scene.jef), { ...steal, picture: { id: randomUUID(), alt } }))).toBe("not_found");
  await removeMessage(await scene.as(scene.noor), { id: row.id });
  expect([await sees(scene, scene.jef, id), (await rowsOf(scene.discussion.id))[0]!.picture]).toEqual(["not_found", null]);
  await putBackMessage(await scene.as(scene.noor), { id: row.id });
  expect([await sees(scene, scene.jef, id), (await rowsOf(scene.discussion.id))[0]!.picture?.alt]).toEqual(["accepted", alt]);
});

test("sent twice, also with the picture brought twice and both at once, it is one message; another picture under the same id is refused", async () => {
  const scene = await makeScene(home.database);
  const ctx = await scene.as(scene.noor);
  const file = await photo();
  const [one, two, other] = [await addPicture(ctx, { discussion: scene.discussion.id, file }), await addPicture(ctx, { discussion: scene.discussion.id, file }), await addPicture(ctx, { discussion: scene.discussion.id, file: await plainPicture(30, 30).png().toBuffer() })];
  const sent = newMessage(scene.discussion, "Kijk");
  const results = await Promise.all([one, two].map((brought) => postMessage(ctx, { ...sent, picture: { id: brought.id, alt } })));
  const again = await postMessage(ctx, { ...sent, picture: { id: two.id, alt } });
  expect(new Set([...results, again].map(({ row }) => row.picture!.id)).size).toBe(1);
  expect(await rowsOf(scene.discussion.id)).toHaveLength(1);
  for (const different of [{ id: other.id, alt }, { id: one.id, alt: "Iets anders" }]) expect(await refusal(postMessage(ctx, { ...sent, picture: different }))).toBe("already_done");
  expect(await refusal(postMessage(ctx, sent))).toBe("already_done");
});

test("who may not write brings none in, and who lost that right in between posts none", async () => {
  const scene = await makeScene(home.database);
  const file = await photo();
  const given = { discussion: scene.discussion.id, file };
  expect(await refusal(addPicture(await scene.as(scene.stranger), given))).toBe("join_group");
  expect(await refusal(addPicture(await scene.as(null), given))).toBe("sign_in");
  const ctx = await scene.as(scene.noor);
  const { id } = await addPicture(ctx, given);
  await home.database.db.update(groupMembership).set({ endedAt: scene.house.now() }).where(eq(groupMembership.personId, scene.noor.id));
  expect(await refusal(postMessage(ctx, { ...newMessage(scene.discussion), picture: { id, alt } }))).toBe("join_group");
  expect(await rowsOf(scene.discussion.id)).toEqual([]);
  expect(await home.database.db.select().from(picture)).toHaveLength(1);
});

test("ten an hour from one person, whatever comes of them", async () => {
  const scene = await makeScene(home.database);
  const ctx = await scene.as(scene.noor);
  const broken = { discussion: scene.discussion.id, file: new Uint8Array([1, 2, 3]) };
  for (let tries = 0; tries < 10; tries += 1) expect(await refusal(addPicture(ctx, broken))).toBe("picture_kind");
  expect(await refusal(addPicture(ctx, broken))).toBe("too_many");
});

test("its author says anew what is to be seen; staff read what was said before; the words are found by searching", async () => {
  const scene = await makeScene(home.database);
  const { row } = await posted(scene);
  const found = async (words: string) => (await searchDiscussions(await scene.as(scene.jef), { words, of: "messages", limit: 5 })).items;
  const [hit] = await found("routes");
  expect(hit?.passage.filter((one) => one.hit).map((one) => one.text)).toEqual(["routes"]);
  const { row: changed } = await editMessage(await scene.as(scene.noor), { id: row.id, text: "Kijk eens", alt: "Een kaart met vier wegen", rev: row.rev });
  expect(changed.picture).toEqual({ ...row.picture, alt: "Een kaart met vier wegen" });
  expect([changed.rev, changed.editedAt]).toEqual([row.rev + 1, scene.house.now()]);
  // The same again is no change; a change from before it is out of date.
  expect((await editMessage(await scene.as(scene.noor), { id: row.id, text: "Kijk eens", alt: "Een kaart met vier wegen", rev: changed.rev })).row.rev).toBe(changed.rev);
  expect(await refusal(editMessage(await scene.as(scene.noor), { id: row.id, text: "Kijk eens", alt: "Oud", rev: row.rev }))).toBe("stale");
  expect([(await found("routes")).length, (await found("wegen")).length]).toEqual([0, 1]);
  expect((await home.database.db.select().from(messageVersion)).map((one) => [one.text, one.alt])).toEqual([["Kijk eens", alt]]);
  expect(JSON.stringify(await readHistory(await scene.as(scene.fatima), { id: row.id }))).toContain(alt);
});
