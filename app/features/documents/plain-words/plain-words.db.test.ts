import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { contentOfLines, makeDocument } from "#db/factories/make-document";
import { space, spacePlainWords } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import type { AppError } from "~/platform/codes";
import { limits } from "~/platform/limits";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { listSpaceTexts, readPlainWords, readPublication, setPlainWords } from "../index.server";
import { useWritingHouse } from "../test/writing-house";
import { makeWorld, type World } from "../test/writing-world";

const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
let slug: string;
type Who = "writer" | "facilitator" | "stranger";
const as = (who: Who | null) => ctxFor(house, who && world[who].id);
const save = async (who: Who | null, lines: string, rev = 0) => setPlainWords.withFacts(await as(who), { spaceId: world.spaceId, lines, rev });
const refusalOf = (promise: Promise<unknown>) => promise.then(() => "ok", ({ code, detail }: AppError) => ({ code, ...detail }));
const stored = async () => (await home.database.db.select().from(spacePlainWords).where(eq(spacePlainWords.spaceId, world.spaceId)))[0];

beforeEach(async () => {
  world = await makeWorld(house);
  [{ slug }] = (await home.database.db.select({ slug: space.slug }).from(space).where(eq(space.id, world.spaceId))) as [{ slug: string }];
});

describe("a leerplek's own difficult words", () => {
  it("are written by who runs the leerplek, and by nobody else", async () => {
    for (const [who, code] of [[null, "sign_in"], ["stranger", "forbidden"], ["writer", "forbidden"]] as const) {
      expect(await refusalOf(save(who, "traject ="))).toMatchObject({ code });
      expect(await refusalOf(readPlainWords(await as(who), slug))).toMatchObject({ code });
      expect((await listSpaceTexts(await as(who), { slug, page: 1 })).maySeeWords).toBe(false);
    }
    expect(await stored()).toBeUndefined();
    expect(await readPlainWords(await as("facilitator"), slug)).toMatchObject({ lines: "", rev: 0 });
    expect((await listSpaceTexts(await as("facilitator"), { slug, page: 1 })).maySeeWords).toBe(true);
    const { value, facts } = await save("facilitator", "\r\n  lokaal   bestuur = gemeente\r\n\r\ntraject =\r\n");
    expect(value).toEqual({ slug });
    expect(facts.map(({ type, data }) => [type, data])).toEqual([["document.plain-words-changed", { words: 2 }]]);
    expect(await readPlainWords(await as("facilitator"), slug)).toMatchObject({ lines: "lokaal bestuur = gemeente\n\ntraject =", rev: 1 });
  });

  it.each(["paused", "closed"] as const)("are read, and not written, while the leerplek is %s", async (status) => {
    await save("facilitator", "traject =");
    await home.database.db.update(space).set({ status }).where(eq(space.id, world.spaceId));
    expect(await readPlainWords(await as("facilitator"), slug)).toMatchObject({ lines: "traject =", may: status });
    expect((await listSpaceTexts(await as("facilitator"), { slug, page: 1 })).maySeeWords).toBe(true);
    expect(await refusalOf(save("facilitator", "dus = zo", 1))).toMatchObject({ code: status });
    expect(await refusalOf(readPlainWords(await as("writer"), slug))).toMatchObject({ code: "forbidden" });
  });

  it("are refused whole when a line cannot be read, with its number as it stands in the form", async () => {
    await save("facilitator", "traject =");
    for (const [lines, code, line] of [
      ["\n\n\n\n\n\ndus = zo\ngeen teken", "not_valid", 8],
      ["dus = zo\r\n= niets ervoor", "not_valid", 2],
      ["- = streepje", "not_valid", 1],
      [`dus = ${"a".repeat(limits.plainWordCharacters)}`, "too_long", 1],
    ] as const) {
      expect(await refusalOf(save("facilitator", lines, 1))).toEqual({ code: "invalid_input", fields: { lines: code }, values: { line } });
    }
    expect(await stored()).toMatchObject({ lines: "traject =", rev: 1 });
  });

  it("have an end: so many lines, and so many characters", async () => {
    const many = (count: number, after = "b") => Array.from({ length: count }, (_, index) => `a${index} = ${after}`).join("\r\n");
    const tooLong = { code: "invalid_input", fields: { lines: "too_long" } };
    expect(await refusalOf(save("facilitator", many(limits.plainWords + 1)))).toEqual(tooLong);
    expect(await refusalOf(save("facilitator", many(200, "b".repeat(100))))).toEqual(tooLong);
    expect(await refusalOf(save("facilitator", "a".repeat(1_000_000)))).toEqual(tooLong);
    expect(await refusalOf(save("facilitator", many(limits.plainWords)))).toBe("ok");
  });

  it("of two who save at once the second is told, and nothing of the first is lost", async () => {
    const answers = await Promise.all(["een = 1", "twee = 2"].map((lines) => refusalOf(save("facilitator", lines))));
    expect(answers.filter((one) => one === "ok")).toHaveLength(1);
    expect(answers.find((one) => one !== "ok")).toMatchObject({ code: "stale" });
    const first = (await stored())!;
    expect(first).toMatchObject({ lines: answers[0] === "ok" ? "een = 1" : "twee = 2", rev: 1 });
    await save("facilitator", "drie = 3", 1);
    expect(await refusalOf(save("facilitator", "vier = 4", 1))).toMatchObject({ code: "stale" });
    expect(await refusalOf(save("facilitator", "vier = 4", 0))).toMatchObject({ code: "stale" });
    expect(await stored()).toMatchObject({ lines: "drie = 3", rev: 2 });
    // Sent twice, by a form without an answer: it stands there already.
    expect((await save("facilitator", "drie = 3", 1)).facts).toEqual([]);
    await save("facilitator", "", 2);
    expect(await stored()).toMatchObject({ lines: "", rev: 3 });
  });

  it("are what the page before publishing points out, beside the product's", async () => {
    const content = contentOfLines("Het traject begint thans. Het lokaal bestuur komt.");
    const { id } = await makeDocument(home.database.db, { groupId: world.groupId, spaceId: world.spaceId, content });
    const hints = async () => (await readPublication(await as("facilitator"), id)).judgement.hints.map(({ quote, instead }) => [quote, instead]);
    expect(await hints()).toEqual([["traject", "stappen"], ["thans", "nu"]]);
    await save("facilitator", "traject =\nlokaal bestuur = gemeente\nThans = vandaag");
    expect(await hints()).toEqual([["thans", "vandaag"], ["lokaal bestuur", "gemeente"]]);
    expect((await readPublication(await as("facilitator"), id)).may.setWords).toBe(true);
    const other = await makeWorld(house);
    const elsewhere = await makeDocument(home.database.db, { groupId: other.groupId, spaceId: other.spaceId, content });
    expect((await readPublication(await ctxFor(house, other.facilitator.id), elsewhere.id)).judgement.hints.map(({ quote }) => quote)).toEqual(["traject", "thans"]);
  });
});
