import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { expect, test } from "vitest";
import { restoreBackup, verifyBackup, writeBackup } from "#db/dump/backup-file";
import { useDatabase } from "#db/test/use-database";
import { openSpaceToPrograms } from "~/features/groups/index.server";
import { testHouse } from "~/platform/test/test-house";
import { addPicture, feedDiscussions, moveMessage, postMessage, readDiscussion, readPicture, readPrinted, readWeekSheet } from "../index.server";
import { makeScene, newMessage, refusal, type Scene } from "../test/scene";
import { photo } from "~/platform/pictures/test/files";

const home = useDatabase();
const alt = "Een moestuin in de winter";

async function posted(scene: Scene, text: string) {
  const ctx = await scene.as(scene.noor);
  const { id } = await addPicture(ctx, { discussion: scene.discussion.id, file: await photo() });
  return { id, row: (await postMessage(ctx, { ...newMessage(scene.discussion, text), picture: { id, alt } })).row };
}

test("on paper and in a feed, where only words fit, stands what is to be seen", async () => {
  const scene = await makeScene(home.database);
  await posted(scene, "Kijk eens");
  await posted(scene, alt);
  const ctx = await scene.as(scene.jef);
  const sheet = await readWeekSheet(ctx, { groupId: scene.group.id, week: null });
  expect(sheet.talks[0]!.messages.map((one) => one.text)).toEqual([`Kijk eens Foto: ${alt}`, `Foto: ${alt}`]);
  const printed = await readPrinted(ctx, { id: scene.discussion.id });
  expect(printed.window.messages.map((one) => one.picture?.alt)).toEqual([alt, alt]);
  const entries = await feedDiscussions(await openSpaceToPrograms(await scene.as(null), { slug: scene.space.slug }));
  expect(entries[0]!.summary).toBe(`Kijk eens Foto: ${alt}`);
});

test("a message that is moved takes its picture along: who reads there sees it, whoever read it before and may not now does not", async () => {
  const scene = await makeScene(home.database, { group: { visibility: "members", joining: "request" } });
  const { id, row } = await posted(scene, "Kijk eens");
  const to = randomUUID();
  await moveMessage(await scene.as(scene.fatima), { id: row.id, to, title: "Elders", group: scene.group.id, replies: false });
  const page = await readDiscussion(await scene.as(scene.jef), { id: to });
  expect(page.window.messages[0]!.picture).toMatchObject({ id, alt });
  const sees = async (person: typeof scene.jef | null) => refusal(readPicture(await scene.as(person), { id, size: "small" }));
  expect([await sees(scene.jef), await sees(scene.stranger), await sees(null)]).toEqual(["accepted", "not_found", "not_found"]);
});

test("a backup brings pictures back, byte by byte, into another folder", async () => {
  const scene = await makeScene(home.database);
  const { id } = await posted(scene, "Kijk eens");
  const { house } = scene;
  const bytes = await (await readPicture(await scene.as(scene.jef), { id, size: "large" })).read();
  const path = join(house.dataDir, "backups", "one.leerhoek.gz");
  expect(await writeBackup(house.database, house.dataDir, path)).toMatchObject({ files: 2 });
  expect(await verifyBackup(path)).toMatchObject({ files: 2 });
  const other = testHouse(home.database);
  await restoreBackup(home.database, other.dataDir, path);
  const again = { ...(await scene.as(scene.jef)), house: other };
  expect((await (await readPicture(again, { id, size: "large" })).read()).equals(bytes)).toBe(true);
});
