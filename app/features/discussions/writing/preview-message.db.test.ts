import { expect, it } from "vitest";
import { useDatabase } from "#db/test/use-database";
import { limits } from "~/platform/limits";
import { previewMessage } from "../index.server";
import { makeScene, refusal } from "../test/scene";

const home = useDatabase();

it("shows what would be kept, and takes whatever a form may hold", async () => {
  const scene = await makeScene(home.database);
  const preview = async (fields: Record<string, string | string[]>) => previewMessage(await scene.as(scene.noor), scene.discussion.id, fields);
  expect(await preview({ id: "a", text: " **Hallo**\r\n\u202e\u0000Noor " })).toEqual({ id: "a", text: "**Hallo**\nNoor", mentions: [] });
  expect(await preview({ id: ["a", "b"], text: ["x", "y"] })).toEqual({ id: "", text: "", mentions: [] });
  expect(await preview({})).toEqual({ id: "", text: "", mentions: [] });
  expect((await preview({ text: "x".repeat(limits.messageCharacters * 5) })).text).toHaveLength(limits.messageCharacters);
});

it("says who is meant, to who may write there alone", async () => {
  const scene = await makeScene(home.database);
  const preview = async (who: typeof scene.noor | null) => previewMessage(await scene.as(who), scene.discussion.id, { text: "Dag @jef en @iedereen" });
  expect((await preview(scene.noor)).mentions).toMatchObject([{ at: 4, length: 4, who: { name: "Jef" } }]);
  expect((await preview(scene.fatima)).mentions).toMatchObject([{ who: { name: "Jef" } }, { at: 12, length: 9, who: null }]);
  expect([(await preview(scene.stranger)).mentions, (await preview(null)).mentions]).toEqual([[], []]);
  const closed = await makeScene(home.database, { group: { visibility: "members" }, house: scene.house });
  expect(await refusal(previewMessage(await closed.as(closed.stranger), closed.discussion.id, { text: "@Jef" }))).toBe("join_group");
});
