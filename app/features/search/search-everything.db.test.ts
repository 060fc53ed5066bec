import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeDiscussion, makeMessages } from "#db/factories/make-discussion";
import { makeDocument } from "#db/factories/make-document";
import { makeGroup } from "#db/factories/make-group";
import { useDatabase } from "#db/test/use-database";
import { makeScene, refusal, type Scene } from "~/features/discussions/test/scene";
import { theHouse, makeCtx } from "~/platform/ctx.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { readAsked, searchHref } from "./asked";
import { gatherWords, searchEverything } from "./index.server";

const home = useDatabase();
const asked = (params: Record<string, string>) => readAsked(new URLSearchParams(params));
const search = async (scene: Scene, who: Scene["noor"] | null, params: Record<string, string>) => searchEverything(await scene.as(who), asked(params));
const written = (pieces: { text: string; hit: boolean }[]) => pieces.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join("");
const gather = (scene: Scene) => gatherWords(makeCtx(scene.house, { actor: theHouse }));
const storedWords = async () => (await home.database.db.execute<{ word: string; seen: number }>(sql`SELECT word, seen FROM search_word ORDER BY word`)).rows;

test("finds conversations, messages and texts at once, and each kind alone; says nothing of where one may not read", async () => {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  await db.execute(sql`update discussion set title = 'De bakfiets van de buurt'`);
  await makeMessages(db, { discussion: scene.discussion, authorActor: scene.jef.actorId, texts: ["Mag ik de bakfiets?"] });
  await makeDocument(db, { title: "Afspraken over de bakfiets", groupId: scene.group.id, spaceId: scene.space.id });
  const closed = await makeGroup(db, { spaceId: scene.space.id, name: "Besloten kring", visibility: "members", joining: "invitation" });
  const all = await search(scene, scene.noor, { woorden: "bakfiets" });
  expect([all.things, all.titles, all.messages].map((list) => list.map((one) => written(one.title)))).toEqual([["Afspraken over de [bakfiets]"], ["De [bakfiets] van de buurt"], ["De bakfiets van de buurt"]]);
  expect(written(all.messages[0]!.passage)).toBe("Mag ik de [bakfiets]?");
  expect(all.messages[0]!.author).toMatchObject({ name: "Jef" });
  expect((await search(scene, null, { woorden: "bakfiets" })).messages[0]!.author).toMatchObject({ name: null });
  const counts = async (params: Record<string, string>) => {
    const { things, titles, messages } = await search(scene, scene.noor, { woorden: "bakfiets", ...params });
    return [things.length, titles.length, messages.length];
  };
  expect(await counts({ soort: "berichten" })).toEqual([0, 0, 1]);
  expect(await counts({ soort: "gesprekken" })).toEqual([0, 1, 0]);
  expect(await counts({ soort: "leervragen" })).toEqual([0, 0, 0]);
  expect(await counts({ soort: "teksten" })).toEqual([1, 0, 0]);
  expect(await counts({ soort: "leermateriaal" })).toEqual([0, 0, 0]);
  expect(await counts({ van: "Noor" })).toEqual([0, 1, 0]);
  expect(await counts({ waar: `plek:${scene.space.id}` })).toEqual([1, 1, 1]);
  expect(await counts({ waar: `groep:${closed.id}` })).toEqual([0, 0, 0]);
  expect(JSON.stringify(all.places)).not.toContain("Besloten kring");
  expect(JSON.stringify((await search(scene, scene.fatima, { woorden: "bakfiets" })).places)).toContain("Besloten kring");
});

test("a typing mistake is mended with words that people here use, and only where the searcher finds something with them", async () => {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  const closed = await makeGroup(db, { spaceId: scene.space.id, visibility: "members", joining: "invitation" });
  const inside = await makeDiscussion(db, { group: closed, authorActor: scene.jef.actorId, title: "Binnen" });
  for (const { actorId } of [scene.jef, scene.noor]) {
    await makeMessages(db, { discussion: inside, authorActor: actorId, texts: ["een schuldbemiddelaar"] });
    await makeMessages(db, { discussion: scene.discussion, authorActor: actorId, texts: ["naar de bibliotheek", "met de fietsen"] });
  }
  await makeMessages(db, { discussion: scene.discussion, authorActor: scene.jef.actorId, texts: ["mijn alleenwoordje"] });
  await gather(scene);
  const found = await search(scene, null, { woorden: "Bibiotheek" });
  expect([found.instead, found.messages.length, found.asked.words]).toEqual(["bibliotheek", 2, "Bibiotheek"]);
  expect((await search(scene, null, { woorden: "fitsen" })).instead).toBe("fietsen");
  expect(await search(scene, null, { woorden: "schuldbemidelaar" })).toMatchObject({ instead: null, messages: [] });
  expect(await search(scene, scene.fatima, { woorden: "schuldbemidelaar" })).toMatchObject({ instead: "schuldbemiddelaar", messages: { length: 2 } });
  expect(await search(scene, null, { woorden: "alleenwoordj" })).toMatchObject({ instead: null, messages: { length: 1 } });
  expect(await search(scene, null, { woorden: "alenwoordje" })).toMatchObject({ instead: null, messages: [] });
  for (const odd of ["xyzzyqwerty", "😀😀😀😀", "%%%%", "zzzz' or 1=1"]) expect((await search(scene, null, { woorden: odd })).instead).toBeNull();
});

test("a typing mistake is mended with a word of a summary too", async () => {
  const scene = await makeScene(home.database);
  await makeMessages(home.database.db, { discussion: scene.discussion, authorActor: scene.jef.actorId, texts: ["een bakfiets"] });
  await home.database.db.execute(sql`update discussion set state = 'closed', summary = 'Met de bakfiets', closed_by_actor = ${scene.fatima.actorId}`);
  await gather(scene);
  expect(await search(scene, null, { woorden: "bakfeits" })).toMatchObject({ instead: "bakfiets", titles: { length: 1 } });
});

test("a word of four letters is mended after one slip, one of three never", async () => {
  const scene = await makeScene(home.database);
  for (const { actorId } of [scene.jef, scene.noor]) await makeMessages(home.database.db, { discussion: scene.discussion, authorActor: actorId, texts: ["auto fiets trap bus kas"] });
  await gather(scene);
  const instead = async (woorden: string) => (await search(scene, null, { woorden })).instead;
  for (const [typed, meant] of [["aoto", "auto"], ["uato", "auto"], ["auot", "auto"], ["trep", "trap"], ["tarp", "trap"], ["fets", "fiets"]] as const) expect([typed, await instead(typed)]).toEqual([typed, meant]);
  for (const typed of ["bsu", "kqs", "aqqo", "zwxy"]) expect([typed, await instead(typed)]).toEqual([typed, null]);
});

test("somebody who searches faster than a person does waits a moment; thirty people behind one address do not", async () => {
  const scene = await makeScene(home.database);
  const { noor } = scene;
  for (let times = 0; times < limits.searches; times += 1) await search(scene, noor, { woorden: "de" });
  expect(await refusal(search(scene, noor, { woorden: "de" }))).toBe("too_many");
  // The empty form is no search.
  expect((await search(scene, noor, {})).messages).toEqual([]);
  const visitor = async (device: string) => ({ ...(await scene.as(null)), device, address: "10.0.0.1" });
  for (let person = 0; person < 30; person += 1) expect(await searchEverything(await visitor(`device-${person}`), asked({ woorden: "de" }))).toMatchObject({ tooCommon: true });
  // Whoever throws the cookie away each time is held by the address.
  for (let times = 0; times < 9 * limits.searches; times += 1) await scene.house.limiter.consume(await visitor(`new-${times}`), "search", perPerson(limits.searches, "minute"));
  expect(await refusal(searchEverything(await visitor("another"), asked({ woorden: "de" })))).toBe("too_many");
});

test("keeps no word of one person alone, no name, nothing hidden, and lets go of what nobody writes any more", async () => {
  const scene = await makeScene(home.database);
  const { db } = home.database;
  await db.execute(sql`update discussion set title = 'Markt'`);
  await makeMessages(db, { discussion: scene.discussion, authorActor: scene.jef.actorId, texts: ["samen eigenwoord eigenwoord", "@Noortje samen"] });
  await makeMessages(db, { discussion: scene.discussion, authorActor: scene.noor.actorId, texts: ["Samen! @Noortje verborgenwoord", "verborgenwoord"] });
  await db.execute(sql`update message set mentions = jsonb_build_array(jsonb_build_object('at', position('@' in text) - 1, 'length', 8, 'actor', ${scene.noor.actorId}::text)) where text like '%@%'`);
  await db.execute(sql`update message set state = 'hidden' where text = 'verborgenwoord'`);
  expect(await gather(scene)).toBe(1);
  expect(await storedWords()).toEqual([{ word: "samen", seen: 3 }]);
  await db.execute(sql`update message set state = 'removed', text = '' where author_actor = ${scene.noor.actorId}`);
  await gather(scene);
  expect(await storedWords()).toEqual([]);
});

test("reads any address, and what it asks stands in the address again", () => {
  const id = crypto.randomUUID();
  const full = { woorden: "bus markt", waar: `groep:${id}`, soort: "berichten", sinds: "week", van: "Jef", na: `2025-11-20T10:00:00.000001Z_${id}` };
  expect(Object.fromEntries(new URL(searchHref(asked(full)), "http://x").searchParams)).toEqual(full);
  for (const params of [{ waar: "plek:x" }, { waar: "groep:';--" }, { soort: "alles" }, { sinds: "constructor" }, { na: `2025-99-99T99:99:99.000000Z_${id}` }, { na: "1" }] as Record<string, string>[]) {
    expect(searchHref(asked({ woorden: "bus", ...params }))).toBe("/zoeken?woorden=bus");
  }
  expect(asked({ woorden: "x".repeat(10_000) }).words).toHaveLength(400);
});

test("a word that stands everywhere says so", async () => {
  const scene = await makeScene(home.database);
  expect(await search(scene, null, { woorden: "de" })).toMatchObject({ tooCommon: true, messages: [] });
  expect(await search(scene, null, { woorden: " " })).toMatchObject({ tooCommon: false, messages: [] });
});
