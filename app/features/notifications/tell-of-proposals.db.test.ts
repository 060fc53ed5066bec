import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/test/use-database";
import { changeProposal, closeLanes, decideProposal, readPropose, sendProposal } from "~/features/documents/index.server";
import { makeWorld } from "~/features/documents/test/writing-world";
import { handleFacts } from "~/platform/fact-handlers.server";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import { listNotices, openNotice } from "./index.server";
import { noticeWords, sentence } from "./words";

const home = useDatabase();
let house: TestHouse;
beforeAll(() => {
  house = testHouse(home.database);
});
afterAll(() => closeLanes(house));

test("who wrote along hears of a proposal, who proposed it hears what became of it, without anybody's words", async () => {
  const world = await makeWorld(house);
  const as = (who: "writer" | "other" | "reader" | "facilitator") => ctxFor(house, world[who].id);
  const heard = async (who: "writer" | "other" | "reader" | "facilitator") => {
    while ((await handleFacts(house)) > 0);
    const { notices } = await listNotices(await as(who), 1);
    expect(JSON.stringify(notices)).not.toMatch(/tuin|kort/);
    return notices.map(({ kind, data }) => sentence(noticeWords.for("nl"), kind, data));
  };
  const page = await readPropose(await as("reader"), world.document.id, null);
  const { id } = await changeProposal(await as("reader"), { id: page.id, document: world.document.id, edit: crypto.randomUUID(), key: page.pieces[0]!.key, how: "replace", text: "De geheime tuin." });
  expect(await heard("writer")).toEqual([]);
  await sendProposal(await as("reader"), { id, note: "Een tuin!" });
  expect(await heard("writer")).toEqual(["Iemand stelde een wijziging voor in een tekst waaraan je meeschreef."]);
  expect([await heard("other"), await heard("reader")]).toEqual([[], []]);
  const [line] = (await listNotices(await as("writer"), 1)).notices;
  const href = `/teksten/${world.document.id}/voorstellen/${id}`;
  expect(await openNotice(await as("writer"), { id: line!.id })).toEqual({ href });
  await decideProposal(await as("facilitator"), { id, take: "none", reason: "We houden het kort." });
  expect(await heard("reader")).toEqual(["Er is beslist over jouw voorstel voor een tekst."]);
  expect(await openNotice(await as("reader"), { id: (await listNotices(await as("reader"), 1)).notices[0]!.id })).toEqual({ href });
});
