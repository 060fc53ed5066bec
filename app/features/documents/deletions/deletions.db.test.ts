import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, it, vi } from "vitest";
import { actor, documentRevision } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { makeCtx, theHouse } from "~/platform/ctx.server";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { newPush } from "../editor/outbox";
import { foldDocuments, nameRevision, pushUpdate, readVersions, restoreRevision } from "../index.server";
import { askState } from "../writing/join-document.server";
import { lanesOf } from "../worker/lanes.server";
import { storeFold } from "../folding/store-fold.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, storedText, type World } from "../test/writing-world";
import { LaneError } from "../worker/worker-lane.server";
import { findDeletions } from "./find-deletions.server";

const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
let clock: Date;
const pass = (seconds: number) => house.setNow((clock = new Date(clock.getTime() + seconds * 1_000)));
const as = (who: "writer" | "other" | "reader") => ctxFor(house, world[who].id);

beforeEach(async () => {
  house.setNow((clock = new Date("2030-03-01T09:00:00Z")));
  world = await makeWorld(house);
});

const words = (count: number, word = "woord") => Array.from({ length: count }, (_, at) => ` ${word}${at}`).join("");
const open = async (who: "writer" | "other") => Editor.open(await as(who), world.document.id);
const push = async (who: "writer" | "other", update: Uint8Array) => pushUpdate(await as(who), pushOf(world.document, update));
async function type(who: "writer" | "other", what: string): Promise<void> {
  await push(who, (await open(who)).type(what));
}
/** In one push. */
async function takeAway(who: "writer" | "other", signs: number): Promise<void> {
  const editor = await open(who);
  await push(who, editor.make(() => editor.text.delete(editor.text.length - signs, signs)));
}
async function fold(): Promise<void> {
  pass(120);
  expect(await foldDocuments(house)).toBe(1);
}
const kept = async () =>
  (await house.database.db.select().from(documentRevision).where(eq(documentRevision.documentId, world.document.id)).orderBy(asc(documentRevision.uptoSeq))).filter(({ kind }) => kind === "before_deletion");
const shown = async (id: string) => (await readVersions(await as("reader"), world.document.id, id)).shown!.content.content![0]!.content![0]!.text;

it("keeps what stood before most of it went in one push, says who wrote that, and brings it back", async () => {
  await type("writer", words(100));
  await type("other", " En dat van Jef.");
  const stood = await storedText(house, world.document.id);
  const before = clock;
  pass(5);
  await takeAway("other", 700);
  await fold();
  const [version, ...others] = (await readVersions(await as("reader"), world.document.id, null)).versions;
  expect(others).toEqual([]);
  expect(version).toMatchObject({ kind: "before_deletion", by: null, at: new Date(before.getTime() + 5_000).toISOString(), writers: { more: 0 } });
  expect([...version!.writers.names].sort()).toEqual(["Jef", "Noor"]);
  expect(`<paragraph>${await shown(version!.id)}</paragraph>`).toBe(stood);
  await restoreRevision(await as("writer"), { document: world.document.id, revision: version!.id, push: newPush() });
  expect(await storedText(house, world.document.id)).toBe(stood);
});

it("keeps it once before a held Backspace, while somebody else goes on typing", async () => {
  await type("writer", words(30));
  const stood = await storedText(house, world.document.id);
  const editor = await open("writer");
  const beside = await open("other");
  for (let sign = 0; sign < 200; sign += 1) {
    pass(0.1);
    await push("writer", editor.make(() => editor.text.delete(editor.text.length - 1, 1)));
    if (sign % 20 === 10) await push("other", beside.make(() => beside.text.insert(0, "x")));
  }
  await fold();
  const versions = await kept();
  expect(versions.map(({ uptoSeq, writers }) => ({ uptoSeq, writers }))).toEqual([{ uptoSeq: 1, writers: [world.writer.actorId] }]);
  expect(`<paragraph>${await shown(versions[0]!.id)}</paragraph>`).toBe(stood);
});

it("keeps nothing where little went, where it came back, or where it only stands elsewhere now", async () => {
  await type("writer", words(100));
  await takeAway("writer", 90);
  const editor = await open("other");
  const gone = editor.text.toString().slice(-600);
  await push("other", editor.make(() => editor.text.delete(editor.text.length - 600, 600)));
  await push("other", editor.make(() => editor.text.insert(editor.text.length, gone)));
  await push("other", editor.make(() => {
    editor.text.delete(editor.text.length - 600, 600);
    editor.text.insert(0, `${gone} `);
  }));
  await fold();
  expect(await kept()).toEqual([]);
});

it("keeps it once when it is folded again or by another process too, and not where a version keeps just that", async () => {
  await type("writer", words(100));
  await takeAway("writer", 650);
  const asHouse = makeCtx(house, { actor: theHouse });
  const id = world.document.id;
  const { answer, seq } = await askState(asHouse, id, "project", { document: id });
  const { nodes: _nodes, ...projected } = answer;
  const given = { id, seq, ...projected, deletions: await findDeletions(asHouse, id, seq), revision: false };
  expect(given.deletions).toMatchObject([{ seq: 1 }]);
  await fold();
  for (let again = 0; again < 2; again += 1) await storeFold(asHouse, given);
  expect(await kept()).toHaveLength(1);

  await type("writer", words(100, "weer"));
  await nameRevision(await as("writer"), { document: id, name: "Klaar" });
  await takeAway("writer", 650);
  await fold();
  expect(await kept()).toHaveLength(1);
});

it("leaves what a version brought back takes away to the version that is kept for that", async () => {
  const id = world.document.id;
  await nameRevision(await as("writer"), { document: id, name: "Begin" });
  const [begin] = (await readVersions(await as("writer"), id, null)).versions;
  await type("writer", words(100));
  pass(1);
  await takeAway("writer", 7);
  pass(1);
  await restoreRevision(await as("writer"), { document: id, revision: begin!.id, push: newPush() });
  await fold();
  expect(await kept()).toEqual([]);
});

it("says of a later version that was kept first who wrote after what stood before, and names nobody who is gone", async () => {
  await type("writer", words(100));
  await takeAway("other", 650);
  await nameRevision(await as("writer"), { document: world.document.id, name: "Daarna" });
  const names = async () => Object.fromEntries((await readVersions(await as("reader"), world.document.id, null)).versions.map(({ kind, writers }) => [kind, writers.names]));
  expect((await names())["named"]!.sort()).toEqual(["Jef", "Noor"]);
  await fold();
  expect(await names()).toEqual({ named: ["Jef"], before_deletion: ["Noor"] });
  await house.database.db.delete(actor).where(eq(actor.id, world.other.actorId));
  expect((await names())["named"]).toEqual(["vroegere deelnemer"]);
});

it("keeps no more than so many a day", async () => {
  for (let round = 0; round < 22; round += 1) {
    await type("writer", words(40, `ronde${round}-`));
    await takeAway("writer", words(40, `ronde${round}-`).length);
    await fold();
  }
  expect(await kept()).toHaveLength(20);
});

it("folds where what went cannot be looked for, and says so in the log", async () => {
  await type("writer", words(100));
  await takeAway("writer", 650);
  // A worker that takes too long cannot be had otherwise without waiting for it.
  const slow = vi.spyOn(lanesOf(house).files, "ask").mockRejectedValue(new LaneError("exceeded", "took too long"));
  const warned = vi.spyOn(house.logger, "warn");
  try {
    await fold();
    expect(warned.mock.calls.map(([given]) => given)).toMatchObject([{ document: world.document.id, err: { reason: "exceeded" } }]);
  } finally {
    slow.mockRestore();
    warned.mockRestore();
  }
  expect(await kept()).toEqual([]);
});
