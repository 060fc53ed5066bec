import { randomUUID } from "node:crypto";
import { eq, getTableColumns } from "drizzle-orm";
import type { Database } from "#db/client.server";
import { makeDocument } from "#db/factories/make-document";
import { document, documentClient, documentUpdate } from "#db/schema/index";
import { loadRegion } from "#db/seed/load-region";
import { parseEnv } from "~/platform/env.server";
import { createLogger } from "~/platform/logger.server";
import { createHouse } from "../house";
import type { BenchWorld } from "./prepare";
import { paragraphsOf, typeByHand, typeOnce, type TypedText } from "./type-by-hand";

/** Texts that nobody opened yet: for each try one of its own, all alike. */
export interface ColdTexts {
  ids: string[];
  /** What everybody must see. */
  paragraphs: string[];
}

/** The kinds of text that are opened. */
export interface OpeningTexts {
  small: ColdTexts;
  large: ColdTexts;
  /** A hundred thousand strokes of several people, and the words that stood there in the end typed by one; folded. */
  edited: ColdTexts;
  once: ColdTexts;
  /** The same two while the newest strokes are not folded yet. */
  editedOn: ColdTexts;
  onceOn: ColdTexts;
}

const edits = 100_000;
const people = 4;
/** Strokes that the product has not folded while somebody goes on writing; it does from 200 on. */
const newest = 100;
const rowsAtOnce = 5_000;

/** What making texts needs: the database, where they stand and who wrote them. */
interface Place {
  database: Database;
  groupId: string;
  spaceId: string;
  authorActor: string;
  /** Has the product fold them. @throws when one was left */
  fold: (...made: Made[]) => Promise<void>;
}

interface Made {
  id: string;
  typed: TypedText;
}

/** Puts texts and their logs into a migrated database, has the product fold them, and lays so many copies of each ready. */
export function prepareOpening(database: Database, world: BenchWorld, copies: number): Promise<OpeningTexts> {
  return inPlace(database, world, async (place) => {
    const byHand = typeByHand(edits, people);
    const edited = await begin(place, byHand, newest);
    const once = await begin(place, typeOnce(byHand.paragraphs, newest), newest);
    const small = await begin(place, typeOnce(paragraphsOf(10_000)));
    const large = await begin(place, typeOnce(paragraphsOf(1_000_000)));
    await place.fold(small, large, edited, once);
    const on = { editedOn: await copyText(place, edited, newest, copies), onceOn: await copyText(place, once, newest, copies) };
    for (const { id, typed } of [edited, once]) await addRows(place, id, typed, typed.strokes.length - newest, typed.strokes.length);
    await place.fold(edited, once);
    const whole = (made: Made) => copyText(place, made, 0, copies);
    return { small: await whole(small), large: await whole(large), edited: await whole(edited), once: await whole(once), ...on };
  });
}

/** So many folded texts of 10 kB. */
export function prepareIdle(database: Database, world: BenchWorld, copies: number): Promise<ColdTexts> {
  return inPlace(database, world, async (place) => {
    const small = await begin(place, typeOnce(paragraphsOf(10_000)));
    await place.fold(small);
    return copyText(place, small, 0, copies);
  });
}

/** Closes the database afterwards. */
async function inPlace<T>(database: Database, world: BenchWorld, make: (place: Place) => Promise<T>): Promise<T> {
  const { db } = database;
  const env = parseEnv({ NODE_ENV: "production" });
  const house = createHouse({ env, database, logger: createLogger("error"), region: await loadRegion(env.REGION) });
  const { closeLanes, foldDocuments } = await import("~/features/documents/index.server");
  const fold = async (...made: Made[]) => {
    for (const { id } of made) await db.update(document).set({ changedAt: new Date(Date.now() - 120_000) }).where(eq(document.id, id));
    await foldDocuments(house);
    for (const { id } of made) if (!(await isFolded(database, id))) throw new Error("a text was not folded");
  };
  try {
    const [at] = await db.select({ groupId: document.groupId, spaceId: document.spaceId, authorActor: document.authorActor }).from(document).where(eq(document.id, world.documents[1]!));
    return await make({ database, ...at!, fold });
  } finally {
    await closeLanes(house);
    await database.close();
  }
}

/** A text with its log, but for the last so many strokes. */
async function begin(place: Place, typed: TypedText, unfolded = 0): Promise<Made> {
  const { database, fold: _fold, ...at } = place;
  const { id } = await makeDocument(database.db, { ...at, content: { type: "doc", content: [] } });
  await addRows(place, id, typed, 0, typed.strokes.length - unfolded);
  return { id, typed };
}

async function isFolded({ db }: Database, id: string): Promise<boolean> {
  const [row] = await db.select({ seq: document.seq, snapshotSeq: document.snapshotSeq }).from(document).where(eq(document.id, id));
  return row!.seq > 0 && row!.seq === row!.snapshotSeq;
}

/** Strokes `from` up to `to` as rows of a log, as pushes leave them. */
async function addRows({ database: { db }, authorActor: actorId }: Place, documentId: string, { strokes }: TypedText, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += rowsAtOnce) {
    const some = strokes.slice(at, Math.min(to, at + rowsAtOnce));
    await db.insert(documentUpdate).values(some.map(({ update }, index) => ({ documentId, seq: at + index + 1, actorId, push: randomUUID(), update: Buffer.from(update) })));
  }
  const clients = [...new Set(strokes.slice(from, to).map(({ client }) => client))];
  await db.insert(documentClient).values(clients.map((client) => ({ documentId, client, actorId }))).onConflictDoNothing();
  await db.update(document).set({ seq: to }).where(eq(document.id, documentId));
}

/** The same text under other ids, a day after it was folded: what is in the snapshot has no rows any more. */
async function copyText(place: Place, { id, typed }: Made, unfolded: number, copies: number): Promise<ColdTexts> {
  const { db } = place.database;
  const { search: _search, ...columns } = getTableColumns(document);
  const [row] = await db.select(columns).from(document).where(eq(document.id, id));
  const ids = Array.from({ length: copies }, () => randomUUID());
  const total = typed.strokes.length;
  for (const copy of ids) {
    // Somebody goes on writing: it is not quiet for the time of the measurement.
    await db.insert(document).values({ ...row!, id: copy, changedAt: new Date(Date.now() + 3_600_000) });
    if (unfolded > 0) await addRows(place, copy, typed, total - unfolded, total);
  }
  return { ids, paragraphs: typed.paragraphs };
}
