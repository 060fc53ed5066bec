import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { accessDocument } from "../access-document.server";
import { namePeople } from "../blocks/name-people.server";
import type { ContentNode } from "../content";
import { easyEditionHref } from "../easy/views";
import { lanesOf } from "../worker/lanes.server";
import type { ShownPictures } from "../pictures/shown-pictures";
import { showPictures } from "../pictures/shown-pictures.server";
import { projectDocument } from "../project-document.server";
import { readEdition, type EditionPage } from "../editions/read-edition.server";
import { fileNameOf, slugOf } from "../editions/slug";
import { documentHref } from "../views";
import { LaneError } from "../worker/worker-lane.server";
import { carriedAtMost, picturesForFile, picturesInPage } from "./file-pictures.server";
import type { FileGiven } from "./file-words";
import { htmlPageOf } from "./html-page";
import { allFormats, lossOf, type AnyFormat, type Loss } from "./loss";
import { odtOf, pdfOf } from "./make-by-program.server";
import { programOf, type ProgramName } from "./programs.server";
import { formatWords } from "./words";

/** A file to take along. */
export interface TextFile {
  name: string;
  type: string;
  body: Uint8Array | string;
}

/** What the page says before somebody takes a file along. */
export interface ExportPage {
  title: string;
  /** Of an edition, which has no remarks, proposals and versions that stay behind. */
  isEdition: boolean;
  back: string;
  files: { format: AnyFormat; href: string; /** What the file cannot carry of this text. */ lost: Loss }[];
}

/** A text or an edition as every file of it begins. */
export interface TextToCarry {
  content: ContentNode;
  given: FileGiven;
  pictures: ShownPictures | null;
  /** Of the text itself, as its settings say. */
  lang: string;
}

const kinds: Record<AnyFormat, { end: string; type: string }> = {
  docx: { end: "docx", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  markdown: { end: "md", type: "text/markdown; charset=utf-8" },
  html: { end: "html", type: "text/html; charset=utf-8" },
  pdf: { end: "pdf", type: "application/pdf" },
  odt: { end: "odt", type: "application/vnd.oasis.opendocument.text" },
};
const programs: Readonly<Partial<Record<AnyFormat, ProgramName>>> = { pdf: "chromium", odt: "soffice" };
/** How often somebody may have a file made that is a lot of work: by a program of the machine, or with pictures in it. */
const heavy = perPerson(30, "hour");

/** An edition, or the easy version that it carries. */
export interface AskedEdition {
  slug: string;
  number: number;
  easy?: boolean;
}

export const isFormat = (value: string | undefined): value is AnyFormat => (allFormats as readonly (string | undefined)[]).includes(value);

/** The files of a text that the actor may read, and what each would lose. @throws AppError as `accessDocument`. */
export async function readExport(ctx: Ctx, id: string): Promise<ExportPage> {
  return exportPage(ctx, await textToCarry(ctx, id), { isEdition: false, back: documentHref(id), file: `${documentHref(id)}/bestand` });
}

/**
 * A text as a file, as it stands now; who may read it may take it along. @throws AppError as `accessDocument`, `file_not_made` when
 * it did not come out, `busy` when too many wait for one, `file_kind_absent` for one of a program that is not there, `too_many`.
 */
export async function exportDocument(ctx: Ctx, id: string, format: AnyFormat): Promise<TextFile> {
  return fileOf(ctx, await textToCarry(ctx, id), format);
}

/** The same of learning material, for everyone. @throws AppError as `readEdition`; `not_found` for what was withdrawn. */
export async function readEditionExport(ctx: Ctx, asked: AskedEdition): Promise<ExportPage> {
  const { edition } = await shownEdition(ctx, asked);
  const place = { isEdition: true, back: asked.easy ? easyEditionHref(edition.href) : edition.href, file: `${edition.href}/bestand`, which: asked.easy ? "?makkelijk" : "" };
  return exportPage(ctx, await editionToCarry(ctx, asked), place);
}

/** Learning material as a file, with who made it and under which licence. @throws AppError as `readEditionExport` and `exportDocument`. */
export async function exportEdition(ctx: Ctx, asked: AskedEdition, format: AnyFormat): Promise<TextFile> {
  return fileOf(ctx, await editionToCarry(ctx, asked), format);
}

/** A text that the actor may read. @throws AppError as `accessDocument`. */
export async function textToCarry(ctx: Ctx, id: string): Promise<TextToCarry> {
  const { document } = await accessDocument(ctx, id);
  const { content } = await projectDocument(ctx, document);
  const t = formatWords.for(ctx.language);
  const source = t("source_text", { title: document.title, day: ctx.now.toISOString().slice(0, 10), address: `${ctx.house.publicUrl}${documentHref(id)}` });
  const given = { title: document.title, source, language: ctx.language, people: await namePeople(ctx, document.spaceId, content) };
  return { content, given, pictures: await showPictures(ctx, id, content, documentHref(id)), lang: document.language };
}

/** An edition, for everyone. @throws AppError as `readEditionExport`. */
export async function editionToCarry(ctx: Ctx, asked: AskedEdition): Promise<TextToCarry> {
  const { edition, people, pictures, space, address } = await shownEdition(ctx, asked);
  const t = formatWords.for(ctx.language);
  const names = edition.authors.join(", ");
  const authors = names === "" ? t("the_group") : edition.unnamed > 0 ? t("and_the_group", { names }) : names;
  const source = t("source_edition", { authors, number: edition.number, space: space.name, licence: edition.licence, year: edition.publishedAt.slice(0, 4), address: `${address}/${edition.number}` });
  return { content: edition.content, given: { title: edition.title, source, language: ctx.language, people }, pictures, lang: edition.language };
}

async function shownEdition(ctx: Ctx, asked: AskedEdition): Promise<EditionPage> {
  const page = await readEdition(ctx, asked);
  if ("withdrawn" in page) throw new AppError("not_found");
  return page;
}

function exportPage(ctx: Ctx, text: TextToCarry, { isEdition, back, file, which = "" }: { isEdition: boolean; back: string; file: string; which?: string }): ExportPage {
  const there = allFormats.filter((format) => !programs[format] || programOf(ctx.house, programs[format]) !== null);
  return { title: text.given.title, isEdition, back, files: there.map((format) => ({ format, href: `${file}/${format}${which}`, lost: lossInFile(text, format) })) };
}

/** What a file of this kind cannot carry of a text; `beside`: the pictures that lie beside it, by id. */
export function lossInFile({ content, pictures }: TextToCarry, format: AnyFormat, beside?: string[]): Loss {
  return lossOf(content, format, new Set(beside ?? Object.keys(pictures?.sizes ?? {}).slice(0, carriedAtMost.pictures)), beside !== undefined);
}

async function fileOf(ctx: Ctx, text: TextToCarry, format: AnyFormat): Promise<TextFile> {
  const isHeavy = programs[format] || (format !== "markdown" && text.pictures !== null && Object.keys(text.pictures.sizes).length > 0);
  if (isHeavy) await ctx.house.limiter.consume(ctx, "document.heavy-file", heavy);
  return { name: `${fileNameOf(slugOf(text.given.title))}.${kinds[format].end}`, type: kinds[format].type, body: await bodyOf(ctx, text, format) };
}

/** What stands in the file. @throws AppError as `exportDocument`. */
export async function bodyOf(ctx: Ctx, text: TextToCarry, format: AnyFormat): Promise<TextFile["body"]> {
  const { content, given, pictures, lang } = text;
  if (format === "markdown") return fromWorker(ctx, content, "markdown", given);
  if (format === "html" || format === "pdf") {
    const page = htmlPageOf(content, { ...given, inPage: await picturesInPage(ctx.house, pictures), ...(lang === "else" ? {} : { lang }) });
    // On paper nothing can be opened.
    return format === "html" ? page : pdfOf(ctx.house, page.replaceAll("<details>", '<details open="">'));
  }
  const docx = await fromWorker(ctx, content, "docx", { ...given, ...(lang === "else" ? {} : { lang }), pictures: await picturesForFile(ctx.house, pictures, "jpeg") });
  return format === "odt" ? odtOf(ctx.house, docx) : docx;
}

async function fromWorker(ctx: Ctx, content: ContentNode, format: "docx" | "markdown", given: FileGiven): Promise<Uint8Array> {
  try {
    return await lanesOf(ctx.house).files.ask("makeFile", { content, format, given }, limits.documentFileMs);
  } catch (error) {
    if (!(error instanceof LaneError)) throw error;
    if (error.reason === "failed") ctx.house.logger.error({ err: error }, "a file could not be made of a text");
    throw new AppError("file_not_made", {}, { cause: error });
  }
}
