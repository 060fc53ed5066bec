import { beforeEach, expect, it } from "vitest";
import { makeDocument } from "#db/factories/make-document";
import { useDatabase } from "#db/test/use-database";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { pushUpdate, readPublication } from "../index.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";

const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;

beforeEach(async () => {
  world = await makeWorld(house);
});

it("judges the text as it is now, with what was pushed a moment ago", async () => {
  const ctx = await ctxFor(house, world.facilitator.id);
  const { id } = await makeDocument(home.database.db, {
    groupId: world.groupId,
    spaceId: world.spaceId,
    content: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Wij gaan." }] }, { type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: "De bus" }] }] },
  });
  expect((await readPublication(ctx, id)).judgement).toMatchObject({ hints: [{ kind: "heading_first", section: 1, sectionTitle: "De bus" }], sentences: 1, easy: 1, score: null });
  await pushUpdate(ctx, pushOf({ id }, (await Editor.open(ctx, id)).type(" Er wordt thans gewacht.")));
  const { hints, sentences, easy } = (await readPublication(ctx, id)).judgement;
  expect(hints.map(({ kind, section, quote }) => [kind, section, quote])).toEqual([["passive", 0, "Er wordt thans gewacht."], ["difficult_word", 0, "thans"], ["heading_first", 1, "De bus"]]);
  expect([sentences, easy]).toEqual([2, 1]);
});
