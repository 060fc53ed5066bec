import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { groupMembership, noticeLevel } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { collectDownload, describeErasure } from "~/features/accounts/index.server";
import { makeScene, refusal } from "~/features/discussions/test/scene";
import { chooseLevel, dropLevel, readLevel, readLevels } from "../index.server";

const home = useDatabase();
const closed = { group: { visibility: "members", joining: "request" } } as const;
const rows = () => home.database.db.select().from(noticeLevel);

test("the nearest choice counts; taken back, what was chosen around it counts again", async () => {
  const { noor, as, space, group, discussion } = await makeScene(home.database);
  const around = { discussion: discussion.id, group: group.id, space: space.id };
  const look = async () => readLevel(await as(noor), "discussion", around);
  expect(await look()).toEqual({ level: "mine", own: false, around: { level: "mine", from: "default" } });
  await chooseLevel(await as(noor), { kind: "space", id: space.id, level: "none" });
  await chooseLevel(await as(noor), { kind: "group", id: group.id, level: "all" });
  expect(await look()).toEqual({ level: "all", own: false, around: { level: "all", from: "group" } });
  await chooseLevel(await as(noor), { kind: "discussion", id: discussion.id, level: "none" });
  expect(await look()).toEqual({ level: "none", own: true, around: { level: "all", from: "group" } });
  await dropLevel(await as(noor), { id: discussion.id });
  await dropLevel(await as(noor), { id: group.id });
  expect(await look()).toEqual({ level: "none", own: false, around: { level: "none", from: "space" } });
  expect(await readLevel(await as(null), "discussion", around)).toBeNull();
});

test("sent twice, or twice at once, it is one choice: the last", async () => {
  const { noor, as, group } = await makeScene(home.database);
  const choose = async (level: string) => chooseLevel(await as(noor), { kind: "group", id: group.id, level });
  await Promise.all([choose("all"), choose("all"), choose("all")]);
  await choose("none");
  expect(await rows()).toMatchObject([{ personId: noor.id, placeId: group.id, level: "none" }]);
  await dropLevel(await as(noor), { id: group.id });
  await dropLevel(await as(noor), { id: group.id });
  expect(await rows()).toEqual([]);
});

test("who may not look into a place cannot choose about it, and bad input leaves nothing", async () => {
  const { noor, stranger, as, group, discussion, space } = await makeScene(home.database, closed);
  const choose = async (who: typeof noor | null, input: object) => refusal(chooseLevel(await as(who), input));
  expect(await choose(null, { kind: "space", id: space.id, level: "all" })).toBe("sign_in");
  expect(await choose(null, { kind: "group", id: group.id, level: "all" })).toBe("sign_in");
  expect(await choose(stranger, { kind: "group", id: group.id, level: "all" })).toBe("join_group");
  expect(await choose(stranger, { kind: "discussion", id: discussion.id, level: "all" })).toBe("join_group");
  expect(await choose(noor, { kind: "discussion", id: randomUUID(), level: "all" })).toBe("not_found");
  // An id of a group is not that of a conversation.
  expect(await choose(noor, { kind: "discussion", id: group.id, level: "all" })).toBe("not_found");
  for (const wrong of [{ level: "ALL" }, { level: undefined }, { kind: "person" }, { id: "x" }, { more: 1 }]) {
    expect(await choose(noor, { kind: "group", id: group.id, level: "all", ...wrong })).toBe("invalid_input");
  }
  expect(await rows()).toEqual([]);
  expect(await refusal(dropLevel(await as(null), { id: group.id }))).toBe("sign_in");
});

test("one page shows every choice; of what one may not read any more only that it can be taken back", async () => {
  const { noor, jef, as, space, group, discussion } = await makeScene(home.database, closed);
  await chooseLevel(await as(noor), { kind: "discussion", id: discussion.id, level: "all" });
  await chooseLevel(await as(jef), { kind: "discussion", id: discussion.id, level: "none" });
  const shown = await readLevels(await as(noor));
  expect(shown.spaces).toMatchObject([
    { place: { kind: "space", id: space.id, level: { own: false } }, inside: [{ kind: "group", id: group.id }, { kind: "discussion", id: discussion.id, name: discussion.title, level: { level: "all", own: true } }] },
  ]);
  expect(shown.lost).toEqual([]);
  await home.database.db.update(groupMembership).set({ endedAt: new Date(), endedBecause: "removed" }).where(eq(groupMembership.personId, noor.id));
  const after = await readLevels(await as(noor));
  expect(after.lost).toEqual([discussion.id]);
  expect(JSON.stringify(after)).not.toContain(discussion.title);
  await dropLevel(await as(noor), { id: discussion.id });
  expect((await readLevels(await as(noor))).lost).toEqual([]);
  expect(await rows()).toMatchObject([{ personId: jef.id }]);
});

test("choices are in the download, and are named among what goes with the account", async () => {
  const { noor, as, group } = await makeScene(home.database);
  await chooseLevel(await as(noor), { kind: "group", id: group.id, level: "none" });
  const part = (await collectDownload(await as(noor))).find((one) => one.key === "notice_levels");
  expect(part?.rows).toMatchObject([{ kind: "group", place: `/groepen/${group.id}`, level: "none" }]);
  expect((await describeErasure(await as(noor))).lines).toContainEqual({ what: "Meldingen: wat je koos", count: 1, fate: "goes" });
});
