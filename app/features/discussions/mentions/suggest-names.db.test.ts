import { expect, test } from "vitest";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makePerson } from "#db/factories/make-person";
import { useDatabase } from "#db/test/use-database";
import { postMessage } from "../index.server";
import { makeScene, newMessage, refusal, type Scene } from "../test/scene";
import { suggestNames } from "./suggest-names.server";

const home = useDatabase();
const names = async (scene: Scene, who: Scene["noor"] | null, typed: string) => (await suggestNames(await scene.as(who), { discussion: scene.discussion.id, typed })).map((one) => one.say);
const join = async (scene: Scene, shownName: string) => {
  const one = await makePerson(home.database.db);
  return makeGroupMembership(home.database.db, { group: scene.group, personId: one.id, shownName });
};

test("gives members whose name, or a word of it, begins with what was typed; at most five, the nearest first", async () => {
  const scene = await makeScene(home.database);
  for (const name of ["Zoë Peeters", "Peter", "Jan Peeters", "An-Pe", "🌻"]) await join(scene, name);
  expect(await names(scene, scene.noor, "pe")).toEqual(["Peter", "An-Pe", "Jan Peeters", "Zoë Peeters"]);
  expect(await names(scene, scene.noor, "ZOE p")).toEqual(["Zoë Peeters"]);
  expect(await names(scene, scene.noor, "")).toHaveLength(5);
  for (const odd of ["xyz", "%", "'", "ter", "\u0000"]) expect([odd, (await names(scene, scene.noor, odd)).includes("Fatima")]).toEqual([odd, false]);
  expect(await names(scene, scene.noor, "ee")).toEqual([]);
});

test("what it gives names that very person, also of two with one name", async () => {
  const scene = await makeScene(home.database);
  await join(scene, "Mia");
  await join(scene, "Mia");
  const said = await names(scene, scene.noor, "mia");
  expect(new Set(said.map((one) => one.slice(0, 4)))).toEqual(new Set(["Mia#"]));
  const { row } = await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, said.map((one) => `@${one}`).join(" en ")));
  expect(new Set(row.mentions!.map((one) => one.actor)).size).toBe(2);
});

test("a name with other signs in it is written as far as it stands as one", async () => {
  const scene = await makeScene(home.database);
  for (const name of ["Sam (voorbeeld)", "Lot (voorbeeld)", "Lot (voorbeeld)", "Lot & co"]) await join(scene, name);
  expect(await names(scene, scene.noor, "sam")).toEqual(["Sam"]);
  const said = await names(scene, scene.noor, "lot");
  expect(said).toHaveLength(3);
  const { row } = await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, said.map((one) => `@${one},`).join(" ")));
  expect(new Set(row.mentions!.map((one) => one.actor)).size).toBe(3);
});

test("nobody from outside the group, nothing to who may not write there, the whole group for staff alone", async () => {
  const scene = await makeScene(home.database);
  const other = await makeGroup(home.database.db, { spaceId: scene.space.id });
  await makeGroupMembership(home.database.db, { group: other, personId: scene.stranger.id, shownName: "Jefke van elders" });
  expect(await names(scene, scene.noor, "je")).toEqual(["Jef"]);
  expect([await names(scene, scene.noor, "ied"), await names(scene, scene.fatima, "ied")]).toEqual([[], ["iedereen"]]);
  expect([await refusal(names(scene, scene.stranger, "je")), await refusal(names(scene, null, "je"))]).toEqual(["join_group", "sign_in"]);
});

test("cannot be used to gather names without end", async () => {
  const scene = await makeScene(home.database);
  for (let tries = 0; tries < 120; tries += 1) await names(scene, scene.jef, "a");
  expect(await refusal(names(scene, scene.jef, "a"))).toBe("too_many");
  expect(await names(scene, scene.noor, "je")).toEqual(["Jef"]);
});
