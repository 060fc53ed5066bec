import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { makeGroupMembership } from "#db/factories/make-group";
import { makePerson, type MadePerson } from "#db/factories/make-person";
import { documentComment, fact, group, spaceMembership } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { AppError } from "~/platform/codes";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { foldDocuments, postComment, pushUpdate } from "../index.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";
import { namesOfPeople, suggestPeople } from "./suggest-people.server";

const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
let clock: Date;
const as = (who: "writer" | "other" | "reader" | "facilitator" | "stranger") => ctxFor(house, world[who].id);
const codeOf = (work: Promise<unknown>) => work.then(() => "ok", (error: unknown) => (error instanceof AppError ? error.code : Promise.reject(error as Error)));

beforeEach(async () => {
  clock = new Date("2030-03-01T09:00:00Z");
  house.setNow(clock);
  world = await makeWorld(house);
});

async function membershipOf({ id }: MadePerson): Promise<string> {
  const [row] = await house.database.db.select({ id: spaceMembership.id }).from(spaceMembership).where(and(eq(spaceMembership.personId, id), eq(spaceMembership.spaceId, world.spaceId)));
  return row!.id;
}

async function change(who: "writer" | "other", make: (paragraph: Y.XmlElement) => void): Promise<void> {
  const ctx = await as(who);
  const update = (await Editor.open(ctx, world.document.id)).make((body) => make(body.get(0) as Y.XmlElement));
  await pushUpdate(ctx, { ...pushOf(world.document, update), schemaVersion: 2 });
}
async function name(who: "writer" | "other", named: MadePerson): Promise<void> {
  const membership = await membershipOf(named);
  await change(who, (paragraph) => {
    const mention = new Y.XmlElement("mention");
    mention.setAttribute("person", membership);
    paragraph.insert(paragraph.length, [mention]);
  });
}
const unname = (who: "writer" | "other") => change(who, (paragraph) => paragraph.delete(1, paragraph.length - 1));
async function folded(): Promise<void> {
  house.setNow((clock = new Date(clock.getTime() + 120_000)));
  expect(await foldDocuments(house)).toBe(1);
}
const told = async () =>
  (await house.database.db.select({ stream: fact.stream }).from(fact).where(and(eq(fact.type, "document.named-for-you"), eq(fact.objectId, world.document.id)))).map(({ stream }) => stream).sort();

describe("who is told", () => {
  it("tells a member who is named, once, however often the name goes and comes back", async () => {
    await name("writer", world.other);
    expect(await told()).toEqual([]);
    await folded();
    expect(await told()).toEqual([`person:${world.other.actorId}`]);
    await unname("writer");
    await folded();
    await name("writer", world.other);
    await folded();
    expect(await told()).toEqual([`person:${world.other.actorId}`]);
  });

  it("tells each of several, and who is named next only", async () => {
    await name("writer", world.other);
    await folded();
    await name("writer", world.reader);
    await name("writer", world.other);
    await folded();
    expect(await told()).toEqual([world.other, world.reader].map(({ actorId }) => `person:${actorId}`).sort());
  });

  it("does not tell who named themselves while nobody else wrote", async () => {
    await name("writer", world.writer);
    await folded();
    expect(await told()).toEqual([]);
  });

  it("tells who is named by another while both write", async () => {
    await name("other", world.writer);
    await change("writer", (paragraph) => (paragraph.get(0) as Y.XmlText).insert(0, "Ook ik. "));
    await folded();
    expect(await told()).toEqual([`person:${world.writer.actorId}`]);
  });

  it("tells nobody who is not a member of the group", async () => {
    const elsewhere = await makeWorld(house);
    const [row] = await house.database.db.select({ id: spaceMembership.id }).from(spaceMembership).where(eq(spaceMembership.personId, elsewhere.other.id));
    await change("writer", (paragraph) => {
      const mention = new Y.XmlElement("mention");
      mention.setAttribute("person", row!.id);
      paragraph.insert(1, [mention]);
    });
    await folded();
    expect(await told()).toEqual([]);
  });
});

describe("whom one can name", () => {
  it("gives members whose name begins with what was typed, to who may write in the text", async () => {
    const found = async (typed: string) => (await suggestPeople(await as("writer"), { document: world.document.id, typed })).map((one) => one.name);
    expect(await found("je")).toEqual(["Jef"]);
    expect(await found("")).toEqual(["Jef", "Lies", "Noor"]);
    for (const odd of ["xyz", "ef"]) expect([odd, await found(odd)].flat()).not.toContain("Jef");
    const [jef] = await suggestPeople(await as("writer"), { document: world.document.id, typed: "Jef" });
    expect(jef!.id).toBe(await membershipOf(world.other));
    const ask = { document: world.document.id, typed: "" };
    expect([await codeOf(suggestPeople(await as("reader"), ask)), await codeOf(suggestPeople(await as("stranger"), ask)), await codeOf(suggestPeople(await ctxFor(house, null), ask))]).toEqual(["forbidden", "join_group", "sign_in"]);
  });

  it("gives them to readers who may leave remarks, with what to write so that this very person is meant", async () => {
    const { db } = house.database;
    await db.update(group).set({ readersRemark: true }).where(eq(group.id, world.groupId));
    const twin = await makePerson(db);
    await makeGroupMembership(db, { group: { id: world.groupId, spaceId: world.spaceId }, personId: twin.id, shownName: "Jef" });
    const jefId = await membershipOf(world.other);
    const found = await suggestPeople(await as("reader"), { document: world.document.id, typed: "je" });
    expect(found.map(({ say }) => say!.slice(0, 4))).toEqual(["Jef#", "Jef#"]);
    const id = crypto.randomUUID();
    await postComment(await as("reader"), { id, document: world.document.id, text: `Weet jij dat, @${found.find((one) => one.id !== jefId)!.say}?` });
    const [remark] = await db.select().from(documentComment).where(eq(documentComment.id, id));
    expect(remark!.mentions!.map(({ actor }) => actor)).toEqual([twin.actorId]);
  });

  it("says what people are called whom others name, of this leerplek alone", async () => {
    const elsewhere = await makeWorld(house);
    const [theirs] = await house.database.db.select({ id: spaceMembership.id }).from(spaceMembership).where(eq(spaceMembership.personId, elsewhere.other.id));
    const jef = await membershipOf(world.other);
    const ask = { document: world.document.id, people: [jef, theirs!.id, crypto.randomUUID()] };
    expect(await namesOfPeople(await as("writer"), ask)).toEqual({ [jef]: "Jef" });
    expect([await codeOf(namesOfPeople(await as("reader"), ask)), await codeOf(namesOfPeople(await as("stranger"), ask))]).toEqual(["forbidden", "join_group"]);
  });

  it("cannot be used to gather names without end", async () => {
    const ask = { document: world.document.id, typed: "a" };
    for (let tries = 0; tries < 120; tries += 1) await suggestPeople(await as("other"), ask);
    expect(await codeOf(suggestPeople(await as("other"), ask))).toBe("too_many");
    expect(await codeOf(suggestPeople(await as("writer"), ask))).toBe("ok");
  });
});
