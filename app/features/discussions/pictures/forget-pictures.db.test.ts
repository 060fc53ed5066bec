import { readdirSync, utimesSync, writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { person, picture } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { collectDownload, downloadFile, eraseAccount, hashPassword } from "~/features/accounts/index.server";
import { goodPassword } from "~/features/accounts/test/act-as";
import { ctxOfHouse, type TestHouse } from "~/platform/test/test-house";
import { addPicture, forgetPictures, forgetTakenBack, postMessage, readPicture, removeMessage } from "../index.server";
import { makeScene, newMessage, refusal, type Scene } from "../test/scene";
import { photo } from "~/platform/pictures/test/files";

const home = useDatabase();
const alt = "Twee fietsen tegen een haag";

async function posted(scene: Scene) {
  const ctx = await scene.as(scene.noor);
  const { id } = await addPicture(ctx, { discussion: scene.discussion.id, file: await photo() });
  return { id, row: (await postMessage(ctx, { ...newMessage(scene.discussion), picture: { id, alt } })).row };
}

const filesOf = ({ dataDir }: TestHouse) => readdirSync(join(dataDir, "pictures"), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => one.name).sort();
const later = ({ house }: Scene, seconds: number) => house.setNow(new Date(house.now().getTime() + seconds * 1_000));
const named = (...ids: string[]) => ids.flatMap((id) => [`${id}-large.webp`, `${id}-small.webp`]).sort();

test("what no message names any more goes, with its files, after an hour; what can still be put back stays", async () => {
  const scene = await makeScene(home.database);
  const [kept, taken] = [await posted(scene), await posted(scene)];
  const loose = await addPicture(await scene.as(scene.noor), { discussion: scene.discussion.id, file: await photo() });
  expect(await forgetPictures(ctxOfHouse(scene.house))).toEqual({ pictures: 0, strays: 0 });
  later(scene, 3_601);
  await removeMessage(await scene.as(scene.noor), { id: taken.row.id });
  expect(await forgetPictures(ctxOfHouse(scene.house))).toEqual({ pictures: 1, strays: 0 });
  expect(filesOf(scene.house)).toEqual(named(kept.id, taken.id));
  expect(await refusal(readPicture(await scene.as(scene.noor), { id: loose.id, size: "small" }))).toBe("not_found");
  later(scene, 601);
  await forgetTakenBack(ctxOfHouse(scene.house));
  expect(await forgetPictures(ctxOfHouse(scene.house))).toEqual({ pictures: 1, strays: 0 });
  expect(filesOf(scene.house)).toEqual(named(kept.id));
  expect((await home.database.db.select().from(picture)).map((one) => one.id)).toEqual([kept.id]);
});

test("who goes and takes their words along takes their pictures along; who leaves their words leaves them, without a name", async () => {
  for (const words of ["remove", "keep"] as const) {
    const scene = await makeScene(home.database);
    const { id } = await posted(scene);
    await home.database.db.update(person).set({ passwordHash: await hashPassword(goodPassword) }).where(eq(person.id, scene.noor.id));
    const parts = await collectDownload(await scene.as(scene.noor));
    expect(parts.find((part) => part.key === "message_pictures")?.rows).toMatchObject([{ alt }]);
    expect(JSON.stringify(parts)).not.toContain("UklGR");
    const file = JSON.parse(await downloadFile(parts, scene.house.now())) as { message_pictures: { webp: string }[] };
    expect(Buffer.from(file.message_pictures[0]!.webp, "base64").toString("latin1", 8, 12)).toBe("WEBP");

    await eraseAccount(await scene.as(scene.noor), { currentPassword: goodPassword, words });
    later(scene, 3_601);
    await forgetPictures(ctxOfHouse(scene.house));
    expect([words, filesOf(scene.house)]).toEqual([words, words === "keep" ? named(id) : []]);
    expect([words, await refusal(readPicture(await scene.as(scene.jef), { id, size: "large" }))]).toEqual([words, words === "keep" ? "accepted" : "not_found"]);
  }
});

test("a file that a dying process left goes after a day, but never where most files belong to another database", async () => {
  const scene = await makeScene(home.database);
  const { id } = await posted(scene);
  const put = (name: string) => {
    const folder = join(scene.house.dataDir, "pictures", name.slice(0, 2));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), "x");
  };
  const strays = ["11111111-1111-4111-8111-111111111111-large.webp", `${id}-large.webp.half`];
  strays.forEach(put);
  const long = new Date(scene.house.now().getTime() - 2 * 86_400_000);
  const age = () => readdirSync(join(scene.house.dataDir, "pictures"), { recursive: true, withFileTypes: true }).forEach((one) => one.isFile() && utimesSync(join(one.parentPath, one.name), long, long));
  age();
  expect(await forgetPictures(ctxOfHouse(scene.house))).toEqual({ pictures: 0, strays: 2 });
  expect(filesOf(scene.house)).toEqual(named(id));
  for (const digit of ["2", "3"]) put(`${strays[0]!.replaceAll("1", digit)}`);
  age();
  expect(await forgetPictures(ctxOfHouse(scene.house))).toEqual({ pictures: 0, strays: 0 });
  expect(filesOf(scene.house)).toHaveLength(4);
});
