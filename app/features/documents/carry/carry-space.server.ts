import { PassThrough, Readable } from "node:stream";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { ZipFile } from "yazl";
import { document, documentEdition, documentWriter } from "#db/schema/index";
import { readableGroups } from "~/features/groups/index.server";
import { accessSpace } from "~/features/spaces/index.server";
import { mayCarrySpace } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { perPerson } from "~/platform/limiter.server";
import { bodyOf, editionToCarry, lossInFile, textToCarry, type TextToCarry } from "../formats/export-document.server";
import { picturesForFile } from "../formats/file-pictures.server";
import type { AnyFormat, Loss } from "../formats/loss";
import { fileNameOf, slugOf } from "../editions/slug";
import { textsToRead } from "../texts-to-read.server";
import { carryWords } from "./words";
import { indexPageOf, type CarriedText } from "./index-page";

/** What one bundle holds at most; what is beyond it is named in it. */
const most = { texts: 1_000, bytes: 150 * 1024 * 1024 } as const;
/** Waiting to be sent, in bytes, before the next text is made. */
const heldAtMost = 4 * 1024 * 1024;
const perHour = perPerson(10, "hour");
const atOnce = 2;
const busy = new Set<string>();

/** What stands in a bundle of each text. */
const files: readonly { format: Exclude<AnyFormat, "pdf" | "odt">; end: string }[] = [{ format: "html", end: "html" }, { format: "markdown", end: "md" }, { format: "docx", end: "docx" }];

type Candidate = { folder: string; file: string; title: string; carry: (ctx: Ctx) => Promise<TextToCarry> };

/** A bundle of texts on its way: it is made while it is sent. */
export interface Bundle {
  name: string;
  body: Readable;
}

/**
 * All texts and editions of a leerplek that the actor may read as one zip, or those that they wrote along in: as a page, as
 * Markdown and as a Word file, with their pictures, and a page that lists them and what could not come along. Each text is
 * asked for through its own gate when its turn comes. @throws AppError `not_found`, the rule's code, `busy` while one is
 * being made for the same person or two for others, `too_many`.
 */
export async function carrySpace(ctx: Ctx, { slug, mine, room }: { slug: string; mine: boolean; /** Waits until who takes it takes more. */ room: () => Promise<void> }): Promise<Bundle> {
  const { space, relation } = await accessSpace(ctx, { slug });
  const verdict = mayCarrySpace(ctx.actor, relation, { mine });
  if (verdict !== true) throw new AppError(verdict);
  const person = ctx.actor.personId!;
  if (busy.has(person) || busy.size >= atOnce) throw new AppError("busy");
  busy.add(person);
  const done = () => void busy.delete(person);
  try {
    await ctx.house.limiter.consume(ctx, "space.carry", perHour);
    const found = [...(await texts(ctx, space.id, mine)), ...(await editions(ctx, space.id, mine))];
    const body = Readable.from(sent(ctx, { name: space.name, found }, room), { objectMode: false }).once("close", done);
    return { name: `${fileNameOf(slugOf(space.name))}.zip`, body };
  } catch (error) {
    done();
    throw error;
  }
}

/** Begins when it is read, and stops making when nobody reads any more. */
async function* sent(ctx: Ctx, bundle: { name: string; found: Candidate[] }, room: () => Promise<void>): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const body = zip.outputStream.pipe(new PassThrough());
  fill(ctx, zip, body, bundle).catch((error: Error) => {
    ctx.house.logger.error({ err: error }, "a bundle of texts was not finished");
    body.destroy(error);
  });
  try {
    for await (const part of body as AsyncIterable<Buffer>) {
      yield part;
      await room();
    }
  } finally {
    body.destroy();
  }
}

async function fill(ctx: Ctx, zip: ZipFile, body: PassThrough, { name, found }: { name: string; found: Candidate[] }): Promise<void> {
  const carried: CarriedText[] = [];
  const left: string[] = [];
  let bytes = 0;
  for (const [index, one] of found.entries()) {
    await roomIn(zip, body);
    if (body.destroyed) return;
    if (index >= most.texts || bytes > most.bytes) {
      left.push(one.title);
      continue;
    }
    const made = await filesOf(ctx, one, left);
    if (!made) continue;
    for (const [path, content] of made.files) {
      bytes += content.byteLength;
      // Pictures and Word files are packed already.
      zip.addBuffer(content, path, { mtime: ctx.now, mode: 0o100644, compress: !/\.(?:jpg|docx)$/.test(path) });
    }
    carried.push(made.carried);
  }
  zip.addBuffer(Buffer.from(indexPageOf({ name, day: ctx.now.toISOString().slice(0, 10), language: ctx.language, carried, left })), "index.html", { mtime: ctx.now, mode: 0o100644 });
  zip.end();
}

/** Until what is waiting to be sent is little, or nobody takes it any more. */
async function roomIn(zip: ZipFile, body: PassThrough): Promise<void> {
  const waiting = () => (zip.outputStream as PassThrough).readableLength + body.readableLength + body.writableLength;
  while (!body.destroyed && waiting() > heldAtMost) {
    await new Promise<void>((resolve) => {
      const next = () => {
        body.off("drain", next);
        body.off("close", next);
        resolve();
      };
      body.once("drain", next);
      body.once("close", next);
    });
  }
}

async function filesOf(ctx: Ctx, { folder, file, title, carry }: Candidate, left: string[]): Promise<{ files: [string, Buffer][]; carried: CarriedText } | null> {
  try {
    const text = await carry(ctx);
    const pictures = await picturesForFile(ctx.house, text.pictures, "jpeg");
    const paths = Object.fromEntries(Object.keys(pictures).map((id) => [id, `foto/${id}.jpg`]));
    const made: [string, Buffer][] = Object.entries(pictures).map(([id, { data }]) => [`${folder}/foto/${id}.jpg`, Buffer.from(data)]);
    const lost: Partial<Record<AnyFormat, Loss>> = {};
    for (const { format, end } of files) {
      made.push([`${folder}/${file}.${end}`, Buffer.from((await bodyOf(ctx, { ...text, given: { ...text.given, paths } }, format)) as string | Uint8Array)]);
      lost[format] = lossInFile(text, format, Object.keys(pictures));
    }
    return { files: made, carried: { title: text.given.title, paths: files.map(({ format, end }) => ({ format, path: `${folder}/${file}.${end}` })), lost } };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // The right ended since the list was made: then it is not even named.
    if (error.status >= 500) left.push(title);
    return null;
  }
}

async function texts(ctx: Ctx, spaceId: string, mine: boolean): Promise<Candidate[]> {
  const groups = await readableGroups(ctx, { spaceId });
  if (groups.size === 0) return [];
  const { id, title } = document;
  const rows = await ctx.db
    .select({ id, title })
    .from(document)
    .where(and(textsToRead(ctx, groups), mine ? inArray(id, written(ctx)) : undefined))
    .orderBy(asc(title), asc(id))
    .limit(most.texts + 1);
  const t = carryWords.for(ctx.language);
  return rows.map((row) => ({ folder: `${t("folder_texts")}/${slugOf(row.title)}-${row.id.slice(0, 8)}`, file: fileNameOf(slugOf(row.title)), title: row.title, carry: (now) => textToCarry(now, row.id) }));
}

async function editions(ctx: Ctx, spaceId: string, mine: boolean): Promise<Candidate[]> {
  const { slug, number, title, easyTitle } = documentEdition;
  const rows = await ctx.db
    .select({ slug, number, title, easyTitle, easy: sql<boolean>`${documentEdition.easyContent} IS NOT NULL` })
    .from(documentEdition)
    .innerJoin(document, eq(document.id, documentEdition.documentId))
    .where(and(eq(documentEdition.spaceId, spaceId), isNull(documentEdition.withdrawnAt), eq(document.moderation, "visible"), mine ? inArray(document.id, written(ctx)) : undefined))
    .orderBy(asc(slug), desc(number))
    .limit(most.texts + 1);
  const t = carryWords.for(ctx.language);
  return rows.flatMap((row): Candidate[] => {
    const folder = `${t("folder_material")}/${row.slug}-${row.number}`;
    const asked = { slug: row.slug, number: row.number };
    const usual: Candidate = { folder, file: fileNameOf(row.slug), title: row.title, carry: (now) => editionToCarry(now, asked) };
    return row.easy ? [usual, { ...usual, folder: `${folder}/${t("folder_easy")}`, title: row.easyTitle ?? row.title, carry: (now) => editionToCarry(now, { ...asked, easy: true }) }] : [usual];
  });
}

/** The texts that the actor wrote along in. */
function written(ctx: Ctx) {
  return ctx.db.select({ id: documentWriter.documentId }).from(documentWriter).where(eq(documentWriter.actorId, ctx.actor.actorId!));
}
