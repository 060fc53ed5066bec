import { and, eq, sql, type SQL } from "drizzle-orm";
import { documentClient, documentUpdate } from "#db/schema/index";
import { isAnyOf, statement, type Given } from "#db/statement";
import { mayWriteDocument } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Actor, Ctx, House } from "~/platform/ctx.server";
import { defineBatchAction } from "~/platform/define-batch-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { documentFeed } from "./document-feed.server";
import { shownUnder } from "./followers.server";
import { examinePushes, type Examined } from "./examine-pushes.server";
import { PushUpdateInput } from "../input";
import { lanesOf } from "../worker/lanes.server";
import { additionOf, type NewUpdate } from "../queries.server";
import { loadDocuments, recentRights, type LoadedDocument } from "../rights.server";
import { isStruck } from "./strikes.server";
import { noteEveryMs, noteWriters, type Wrote } from "./writers.server";

/** What was stored: its number, and what a repeat of the same push leaves alone. */
export interface Pushed {
  seq: number;
  /** It was there already, sent again. */
  repeated: boolean;
}

interface Loaded extends LoadedDocument {
  /** Pushes of the batch that are in the log: by text and push. Shared by the batch, which adds its own. */
  stored: Map<string, { seq: number; actorId: string }>;
  /** Whose the Yjs clients of the batch are: by text and client. Shared likewise. */
  owners: Map<string, string>;
}

/**
 * Adds an update to the log of a text. Answers after the commit: what is acknowledged is there, whatever happens next.
 * @throws AppError `forbidden_content` · `gap` · `too_large` · `upgrade` · `retry`, or the rule's code; each item for itself.
 */
export const pushUpdate = defineBatchAction<typeof PushUpdateInput, Examined, Loaded, Pushed>({
  name: "document.push",
  input: PushUpdateInput,
  limit: perPerson(2_400, "minute"),
  queue: { items: limits.documentQueue, weight: 32 * 1024 * 1024 },
  batch: { items: 200, weight: 4 * 1024 * 1024 },
  weigh: (input) => input.update.byteLength,
  prepare: async (ctx, items): Promise<(Examined | AppError)[]> => {
    // Only keeps strangers from the worker; the right is judged again in the transaction.
    const rights = await recentRights(ctx, items.map(({ ctx: { actor }, input }) => ({ actor, id: input.id })), 10_000);
    const results: (Examined | AppError | null)[] = items.map(({ ctx: { actor }, input }, index) => {
      const may = rights[index]!.write;
      if (may !== true) return new AppError(may);
      if (isStruck(ctx.house, actor)) return new AppError("too_many");
      return input.update.byteLength > limits.documentPushBytes ? new AppError("too_large") : null;
    });
    const perText = new Map<string, number[]>();
    results.forEach((result, index) => {
      const { id } = items[index]!.input;
      if (result === null) perText.set(id, [...(perText.get(id) ?? []), index]);
    });
    const judged = await Promise.allSettled(
      [...perText].map(async ([id, indexes]) => {
        const found = await examinePushes(ctx, id, indexes.map((index) => ({ actor: items[index]!.ctx.actor, update: items[index]!.input.update })));
        indexes.forEach((index, at) => (results[index] = found[at]!));
      }),
    );
    const failed = judged.find(({ status }) => status === "rejected") as PromiseRejectedResult | undefined;
    if (failed) {
      // Nothing of this batch is stored, also of texts that could be judged.
      for (const id of perText.keys()) forgetJudged(ctx.house, id);
      throw failed.reason;
    }
    return results as (Examined | AppError)[];
  },
  load: async (ctx, items): Promise<(Loaded | AppError)[]> => {
    // The log is read behind the texts, when those are held: nobody else adds to it then.
    const [loaded, stored, owners] = await Promise.all([loadDocuments(ctx, items.map(({ ctx: { actor }, input }) => ({ actor, id: input.id }))), readStored(ctx, items), readOwners(ctx, items)]);
    return loaded.map((one) => (one ? { ...one, stored, owners } : new AppError("not_found")));
  },
  allow: (actor, loaded) => mayWriteDocument(actor, loaded.relation),
  run: storePushes,
  settle: (house, outcomes) => {
    const perText = new Map<string, Stored[]>();
    const lost = new Set<string>();
    for (const { item, prepared, result } of outcomes) {
      const { id, update } = item.input;
      if (result instanceof AppError) lost.add(id);
      else if (!result.repeated) perText.set(id, [...(perText.get(id) ?? []), { seq: result.seq, update, told: prepared.told }]);
    }
    for (const id of lost) forgetJudged(house, id);
    rememberWriters(house, outcomes.flatMap(({ item: { ctx, input }, result }) => (result instanceof AppError || result.repeated ? [] : [{ documentId: input.id, actorId: ctx.actor.actorId!, at: ctx.now.getTime() }])));
    for (const [id, rows] of perText) {
      rows.sort((a, b) => a.seq - b.seq);
      if (!lost.has(id)) noteStored(house, id, rows);
      // Who wrote is answered first: telling fifty others takes longer than one answer.
      const feed = documentFeed(house);
      setImmediate(() => feed.offer(id, ...rows.map(({ seq, update }) => ({ n: seq, update }))));
    }
  },
});

interface Stored {
  seq: number;
  update: Uint8Array;
  /** The worker knows it. */
  told: boolean;
}

/** Where nobody else wrote in between, the worker knows the log up to the last of these, or will when it is next asked. */
function noteStored(house: House, id: string, rows: Stored[]): void {
  const { examine, running } = lanesOf(house);
  const { seq } = rows.at(-1)!;
  running.stored(id, seq);
  const known = examine.seqOf(id);
  if (known === undefined || rows[0]!.seq !== known + 1) return;
  if (rows.every(({ told }) => told)) examine.note(id, seq);
  else examine.tellLater(id, seq, rows.map(({ update }) => update));
}

/** What judges knows something that was not stored after all. */
function forgetJudged(house: House, id: string): void {
  const { examine, running } = lanesOf(house);
  examine.drop(id);
  running.forget(id);
}

type Asked = Pick<Item, "input" | "prepared">;
type Item = { ctx: Ctx; input: { id: string; push: string; update: Uint8Array; schemaVersion: number }; prepared: Examined; loaded: Loaded };

/** Gives each update its number under the lock of its text, and stores them all in one statement. */
async function storePushes(ctx: Ctx, items: Item[], atEnd: (statement: SQL) => void): Promise<(Pushed | AppError)[]> {
  const next = new Map(items.map(({ loaded: { document } }) => [document.id, { seq: document.seq, bytes: document.bytes, place: 0, version: 1 }]));
  const rows: NewUpdate[] = [];
  const clients: (typeof documentClient.$inferInsert)[] = [];
  const store = ({ ctx: { actor }, input, prepared, loaded: { document, stored, owners } }: Item): Pushed | AppError => {
    const at = next.get(input.id)!;
    // One before it was refused: this one may lean on what is not there.
    if (prepared.place !== at.place || prepared.seq > document.seq) return new AppError("retry");
    const ownerOf = (client: number) => owners.get(`${input.id} ${client}`) ?? shownUnder(ctx.house, input.id, client);
    const refused = refuse(actor, input, prepared, { schemaVersion: document.schemaVersion, bytes: at.bytes }, ownerOf);
    if (refused) return new AppError(refused);
    const earlier = stored.get(`${input.id} ${input.push}`);
    if (earlier && earlier.actorId !== actor.actorId) return new AppError("already_done");
    at.place += 1;
    if (earlier) return { seq: earlier.seq, repeated: true };
    at.seq += 1;
    at.bytes += input.update.byteLength;
    at.version = Math.max(at.version, prepared.version);
    rows.push({ documentId: input.id, seq: at.seq, actorId: actor.actorId!, push: input.push, update: input.update });
    stored.set(`${input.id} ${input.push}`, { seq: at.seq, actorId: actor.actorId! });
    for (const client of prepared.clients) {
      if (owners.has(`${input.id} ${client}`)) continue;
      owners.set(`${input.id} ${client}`, actor.actorId!);
      clients.push({ documentId: input.id, client, actorId: actor.actorId! });
    }
    return { seq: at.seq, repeated: false };
  };
  const results = inPlaces(items, store);
  if (rows.length === 0) return results;
  atEnd(additionOf(ctx, rows, new Map([...next].map(([id, { version }]) => [id, version]))));
  await Promise.all([noteSeldom(ctx, rows), clients.length > 0 ? ctx.db.insert(documentClient).values(clients) : null]);
  return results;
}

/** Runs `store` for each in the order in which they lean on one another. @returns its answers, in the order of the items. */
function inPlaces<R>(items: Item[], store: (item: Item) => R): R[] {
  const results: R[] = [];
  const order = items.map((item, index) => ({ item, index })).sort((a, b) => a.item.prepared.place - b.item.prepared.place);
  for (const { item, index } of order) results[index] = store(item);
  return results;
}

function refuse(
  actor: Actor,
  input: Item["input"],
  prepared: Examined,
  document: { schemaVersion: number; bytes: number },
  ownerOf: (client: number) => string | null,
): "upgrade" | "too_large" | "forbidden_content" | null {
  if (input.schemaVersion < document.schemaVersion) return "upgrade";
  if (document.bytes + input.update.byteLength > limits.documentBytes) return "too_large";
  // Writing under somebody else's client id would make what that person types next look known already, and so lost.
  const forged = prepared.clients.some((client) => (ownerOf(client) ?? actor.actorId) !== actor.actorId);
  return forged ? "forbidden_content" : null;
}

/** When each writer of a text was noted last, as this process knows: most pushes come within the minute that is kept. */
const noted = new WeakMap<House, Map<string, number>>();
const keyOf = ({ documentId, actorId }: Wrote) => `${documentId} ${actorId}`;

function notedIn(house: House): Map<string, number> {
  let known = noted.get(house);
  if (!known) noted.set(house, (known = new Map()));
  if (known.size > seenAtMost) known.clear();
  return known;
}

const isDue = (known: Map<string, number>, row: Wrote, now: number) => Math.abs(now - (known.get(keyOf(row)) ?? -Infinity)) > noteEveryMs;

async function noteSeldom(ctx: Ctx, rows: readonly Wrote[]): Promise<void> {
  const known = notedIn(ctx.house);
  const due = rows.filter((row) => isDue(known, row, ctx.now.getTime()));
  if (due.length > 0) await noteWriters(ctx, due);
}

/** Only after the commit: a transaction that is run again must note them again. */
function rememberWriters(house: House, wrote: readonly (Wrote & { at: number })[]): void {
  const known = notedIn(house);
  for (const row of wrote) if (isDue(known, row, row.at)) known.set(keyOf(row), row.at);
}

/** Pushes of this batch that are in the log already: an acknowledgement got lost on its way. */
async function readStored(ctx: Ctx, items: Asked[]): Promise<Loaded["stored"]> {
  const rows = await findStored(ctx.db, { documents: items.map(({ input }) => input.id), pushes: items.map(({ input }) => input.push) });
  return new Map(rows.map(({ found }) => [`${found.documentId} ${found.push}`, found]));
}

/** Each looked up by itself: as two lists PostgreSQL reads the whole log of the text, for as long as it has no statistics of it. */
const findStored = statement((db, { documents, pushes }: Given<{ documents: string[]; pushes: string[] }>) => {
  const found = db
    .select({ documentId: documentUpdate.documentId, push: documentUpdate.push, seq: documentUpdate.seq, actorId: documentUpdate.actorId })
    .from(documentUpdate)
    .where(and(eq(documentUpdate.documentId, sql`asked.document_id`), eq(documentUpdate.push, sql`asked.push`)))
    .limit(1)
    .as("found");
  return db.select().from(sql`unnest(${documents}::uuid[], ${pushes}::uuid[]) as asked (document_id, push)`).crossJoinLateral(found);
});

/** Whose a Yjs client is never changes once it is in the database, so it is read once: by house, text and client. */
const ownersSeen = new WeakMap<House, Map<string, string>>();
/** What this process remembers of owners and of writers at most; beyond it, it begins anew. */
const seenAtMost = 20_000;

/** Whose the client ids are that this batch writes under. */
async function readOwners(ctx: Ctx, items: Asked[]): Promise<Loaded["owners"]> {
  const seen = ownersSeen.get(ctx.house) ?? new Map<string, string>();
  ownersSeen.set(ctx.house, seen);
  if (seen.size > seenAtMost) seen.clear();
  const asked = items.flatMap(({ input, prepared }) => prepared.clients.map((client) => ({ key: `${input.id} ${client}`, document: input.id, client })));
  const unknown = asked.filter(({ key }) => !seen.has(key));
  if (unknown.length > 0) {
    const rows = await findOwners(ctx.db, { documents: unknown.map(({ document }) => document), clients: unknown.map(({ client }) => client) });
    for (const row of rows) seen.set(`${row.documentId} ${row.client}`, row.actorId);
  }
  return new Map(asked.flatMap(({ key }) => (seen.has(key) ? [[key, seen.get(key)!]] : [])));
}

const findOwners = statement((db, { documents, clients }: Given<{ documents: string[]; clients: number[] }>) =>
  db.select().from(documentClient).where(and(isAnyOf(documentClient.documentId, documents), isAnyOf(documentClient.client, clients))),
);
