import { and, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { document, documentRevision, documentVisit, fact, person } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { collectDownload, eraseAccount, hashPassword } from "~/features/accounts/index.server";
import { goodPassword } from "~/features/accounts/test/act-as";
import { theHouse } from "~/platform/ctx.server";
import { ctxFor, type TestHouse } from "~/platform/test/test-house";
import { foldDocuments, pushUpdate, readDocument, readSince, sinceNumber } from "../index.server";
import { lanesOf } from "../worker/lanes.server";
import { useWritingHouse } from "../test/writing-house";
import { Editor, makeWorld, pushOf, type World } from "../test/writing-world";
import { LaneError } from "../worker/worker-lane.server";
import { recordVisit } from "./note-visit.server";

const home = useDatabase();
let house: TestHouse;
useWritingHouse(home, (made) => (house = made));
let world: World;
let clock: Date;
type Who = "writer" | "other" | "reader" | "stranger";
const minutes = (many: number) => house.setNow((clock = new Date(clock.getTime() + many * 60_000)));
const as = (who: Who | null) => ctxFor(house, who && world[who].id);
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));

beforeEach(async () => {
  clock = new Date("2030-03-01T09:00:00Z");
  house.setNow(clock);
  world = await makeWorld(house);
});

async function write(who: "writer" | "other", words: string): Promise<void> {
  const ctx = await as(who);
  await pushUpdate(ctx, pushOf(world.document, (await Editor.open(ctx, world.document.id)).type(words)));
}
const visitOf = async (who: Who) => (await house.database.db.select().from(documentVisit).where(and(eq(documentVisit.documentId, world.document.id), eq(documentVisit.personId, world[who].id))))[0];
const seq = async () => (await house.database.db.select({ seq: document.seq }).from(document).where(eq(document.id, world.document.id)))[0]!.seq;

/** Sees the text as the page notes it, and waits for that. @returns the line that stands on the page. */
async function visit(who: Who) {
  const { news } = await readDocument(await as(who), world.document.id);
  const { id: person, actorId: actor } = world[who];
  await recordVisit({ ...(await as(who)), actor: theHouse }, { person, actor, document: world.document.id, seq: await seq(), at: clock });
  return news;
}
const since = async (who: Who = "reader", number: number | null = null) => readSince(await as(who), world.document.id, number);
/** Somebody who was there two hours ago, and saw the text up to this number. */
async function sinceThen(who: Who, seen: number) {
  const visit = { seq: seen, at: new Date(clock.getTime() - 120 * 60_000), beforeSeq: null, beforeAt: null };
  await house.database.db.insert(documentVisit).values({ personId: world[who].id, documentId: world.document.id, ...visit }).onConflictDoUpdate({ target: [documentVisit.personId, documentVisit.documentId], set: visit });
  return since(who);
}
const shown = ({ state, parts }: Awaited<ReturnType<typeof since>>) => [state, parts.map(({ by, mine, added, removed, blocks }) => [by.map(({ name }) => name).join(", "), mine, added, removed, blocks.flatMap(({ pieces }) => pieces.filter(({ change }) => change).map(({ text }) => text.trim()))])];

it("says nothing to who comes for the first time, and tells who comes back what others wrote, by name", async () => {
  expect(await visit("reader")).toBeNull();
  expect((await since()).state).toBe("first");
  await write("writer", " Over de bus.");
  minutes(5);
  expect(await visit("reader")).toBeNull();
  minutes(40);
  expect(shown(await since())).toEqual(["same", []]);
  await write("writer", " Om vier.");
  await write("other", " Of om vijf.");
  const news = await visit("reader");
  expect(news).toEqual({ href: `/teksten/${world.document.id}/veranderd?sinds=1`, at: "2030-03-01T09:05:00.000Z" });
  const page = await since();
  expect(shown(page)).toEqual(["changed", [["Noor, Jef", false, 5, 0, ["Om vier. Of om vijf."]]]]);
  expect(page).toMatchObject({ at: "2030-03-01T09:05:00.000Z", roughly: null, headings: false, added: 5, removed: 0 });
  // It stays so for the whole visit, also by the number in the link.
  minutes(20);
  expect(await visit("reader")).toEqual(news);
  expect(shown(await since("reader", 1))).toEqual(shown(page));
  // What somebody typed and took away between two visits is put together for nobody: other numbers count as none.
  expect(shown(await since("reader", 2))).toEqual(shown(page));
  // Who left the page open and follows its link later still finds it; in the visit after that it is over.
  minutes(90);
  expect(shown(await since("reader", 1))).toEqual(shown(page));
  await visit("reader");
  expect((await since("reader", 1)).state).toBe("same");
});

it("leads nobody to their own words, and names them as theirs beside those of others", async () => {
  await visit("writer");
  minutes(60);
  expect(await visit("writer")).toBeNull();
  await write("writer", " Van mij.");
  minutes(6);
  expect(await visit("writer")).toBeNull();
  await write("other", " Van Jef.");
  expect(await visit("writer")).toMatchObject({ at: "2030-03-01T09:00:00.000Z" });
  expect(shown(await since("writer"))).toEqual(["changed", [["Jef", true, 4, 0, ["Van mij. Van Jef."]]]]);
  // Once the session is summarised, the writer has seen all up to their own last words.
  minutes(100);
  await write("other", " En later.");
  minutes(40);
  await foldDocuments(house);
  expect(await visitOf("writer")).toMatchObject({ seq: 2 });
  expect(shown(await since("writer"))).toEqual(["changed", [["Jef", false, 2, 0, ["En later."]]]]);
});

it("finds the text of then when the log was folded: from rows of the last day, from a version, and says when only roughly", async () => {
  await write("writer", " Een.");
  await visit("reader");
  await write("writer", " Twee.");
  minutes(31);
  await foldDocuments(house);
  // The rows are there still.
  expect(shown(await sinceThen("reader", 1))).toEqual(["changed", [["Noor", false, 1, 0, ["Twee."]]]]);
  await write("other", " Drie.");
  minutes(25 * 60);
  await foldDocuments(house);
  minutes(25 * 60);
  await foldDocuments(house);
  // A version was kept at the first pause. Number 1 lay between that and what the text began with.
  expect(await sinceThen("reader", 2)).toMatchObject({ state: "changed", roughly: null, added: 1 });
  expect(await sinceThen("reader", 1)).toMatchObject({ state: "changed", roughly: "2030-03-01T09:00:00.000Z", added: 3 });
});

it("says that it is lost where nothing of then is kept: nobody had seen what the text began with", async () => {
  await write("writer", " Een.");
  minutes(50 * 60);
  await foldDocuments(house);
  minutes(50 * 60);
  await foldDocuments(house);
  expect((await sinceThen("reader", 0)).state).toBe("lost");
});

it("keeps what a text began with once somebody saw it so", async () => {
  await visit("reader");
  minutes(2);
  await write("writer", " Nu verder.");
  minutes(2);
  await foldDocuments(house);
  minutes(50 * 60);
  await foldDocuments(house);
  expect(shown(await since())).toEqual(["changed", [["Noor", false, 2, 0, ["Nu verder."]]]]);
  const kept = await house.database.db.select({ uptoSeq: documentRevision.uptoSeq }).from(documentRevision).where(and(eq(documentRevision.documentId, world.document.id), eq(documentRevision.uptoSeq, 0)));
  expect(kept).toHaveLength(1);
});

it("says so when it is too much to compare", async () => {
  await visit("reader");
  await write("writer", " Meer.");
  const { files } = lanesOf(house);
  const ask = files.ask.bind(files);
  files.ask = () => Promise.reject(new LaneError("exceeded", "too long"));
  try {
    expect((await sinceThen("reader", 0)).state).toBe("too_long");
  } finally {
    files.ask = ask;
  }
});

it("shows nothing to who may not read the text or has no account, and takes no number that the text does not have", async () => {
  await write("writer", " Een.");
  expect(await codeOf(since("stranger"))).toBe("join_group");
  expect(await codeOf(readSince(await as(null), world.document.id, 0))).toBe("sign_in");
  expect((await since("reader", 99)).state).toBe("first");
  expect([sinceNumber("0"), sinceNumber("12"), sinceNumber("-1"), sinceNumber("9999999999"), sinceNumber("x"), sinceNumber(null)]).toEqual([0, 12, null, null, null, null]);
  await expect(recordVisit(await as("reader"), { person: world.reader.id, actor: world.reader.actorId, document: world.document.id, seq: 1, at: clock })).rejects.toMatchObject({ code: "forbidden" });
});

it("keeps one row per person and text, also of two first visits at once, writes no fact, and forgets it with the person", async () => {
  const facts = async () => (await house.database.db.select({ type: fact.type }).from(fact)).length;
  const before = await facts();
  const ctx = { ...(await as("reader")), actor: theHouse };
  const seen = { person: world.reader.id, actor: world.reader.actorId, document: world.document.id, seq: 0, at: clock };
  await Promise.all([recordVisit(ctx, seen), recordVisit({ ...ctx }, seen)]);
  await recordVisit(ctx, { ...seen, document: crypto.randomUUID() });
  expect(await visitOf("reader")).toMatchObject({ seq: 0, beforeSeq: null });
  expect(await facts()).toBe(before);
  expect((await collectDownload(await as("reader"))).find(({ key }) => key === "textsVisited")?.rows).toEqual([{ title: world.document.title, at: "2030-03-01T09:00:00.000Z" }]);
  await house.database.db.update(person).set({ passwordHash: await hashPassword(goodPassword) }).where(eq(person.id, world.reader.id));
  await eraseAccount(await as("reader"), { currentPassword: goodPassword, words: "keep" });
  expect(await visitOf("reader")).toBeUndefined();
});
