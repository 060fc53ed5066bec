import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { accessDocument } from "../access-document.server";
import { namePeople } from "../blocks/name-people.server";
import type { ContentNode } from "../content";
import { lanesOf } from "../lanes.server";
import { projectDocument } from "../project-document.server";
import { readEdition, type EditionPage } from "../read-edition.server";
import { slugOf } from "../slug";
import { documentHref } from "../views";
import { LaneError } from "../worker-lane.server";
import type { FileGiven } from "./file-words";
import { htmlPageOf } from "./html-page";
import { formats, lossOf, type Format, type Loss } from "./loss";
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
  back: string;
  files: { format: Format; href: string; /** What the file cannot carry of this text. */ lost: Loss }[];
}

const kinds: Record<Format, { end: string; type: string }> = {
  docx: { end: "docx", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  markdown: { end: "md", type: "text/markdown; charset=utf-8" },
  html: { end: "html", type: "text/html; charset=utf-8" },
};

export const isFormat = (value: string | undefined): value is Format => (formats as readonly (string | undefined)[]).includes(value);

/** The files of a text that the actor may read, and what each would lose. @throws AppError as `accessDocument`. */
export async function readExport(ctx: Ctx, id: string): Promise<ExportPage> {
  const { document } = await accessDocument(ctx, id);
  const { content } = await projectDocument(ctx, document);
  return exportPage(document.title, documentHref(id), `${documentHref(id)}/bestand`, content);
}

/** A text as a file, as it stands now; who may read it may take it along. @throws AppError as `accessDocument`, `retry` when the worker was too busy. */
export async function exportDocument(ctx: Ctx, id: string, format: Format): Promise<TextFile> {
  const { document } = await accessDocument(ctx, id);
  const { content } = await projectDocument(ctx, document);
  const t = formatWords.for(ctx.language);
  const source = t("source_text", { title: document.title, day: ctx.now.toISOString().slice(0, 10), address: `${ctx.house.publicUrl}${documentHref(id)}` });
  return fileOf(ctx, content, format, { title: document.title, source, language: ctx.language, people: await namePeople(ctx, document.spaceId, content), lang: document.language });
}

/** The same of learning material, for everyone. @throws AppError as `readEdition`; `not_found` for what was withdrawn. */
export async function readEditionExport(ctx: Ctx, asked: { slug: string; number: number }): Promise<ExportPage> {
  const { edition } = await shownEdition(ctx, asked);
  return exportPage(edition.title, edition.href, `/leermateriaal/${asked.slug}/${asked.number}/bestand`, edition.content);
}

/** Learning material as a file, with who made it and under which licence. @throws AppError as `readEditionExport`, `retry`. */
export async function exportEdition(ctx: Ctx, asked: { slug: string; number: number }, format: Format): Promise<TextFile> {
  const { edition, people, space, address } = await shownEdition(ctx, asked);
  const t = formatWords.for(ctx.language);
  const names = edition.authors.join(", ");
  const authors = names === "" ? t("the_group") : edition.unnamed > 0 ? t("and_the_group", { names }) : names;
  const source = t("source_edition", { authors, number: edition.number, space: space.name, licence: edition.licence, year: edition.publishedAt.slice(0, 4), address: `${address}/${edition.number}` });
  return fileOf(ctx, edition.content, format, { title: edition.title, source, language: ctx.language, people, lang: edition.language });
}

async function shownEdition(ctx: Ctx, asked: { slug: string; number: number }): Promise<EditionPage> {
  const page = await readEdition(ctx, asked);
  if ("withdrawn" in page) throw new AppError("not_found");
  return page;
}

function exportPage(title: string, back: string, file: string, content: ContentNode): ExportPage {
  return { title, back, files: formats.map((format) => ({ format, href: `${file}/${format}`, lost: lossOf(content, format) })) };
}

async function fileOf(ctx: Ctx, content: ContentNode, format: Format, { lang, ...given }: FileGiven & { lang: string }): Promise<TextFile> {
  const name = `${slugOf(given.title)}.${kinds[format].end}`;
  if (format === "html") return { name, type: kinds.html.type, body: htmlPageOf(content, { ...given, ...(lang === "else" ? {} : { lang }) }) };
  try {
    return { name, type: kinds[format].type, body: await lanesOf(ctx.house).files.ask("makeFile", { content, format, given }, limits.documentFileMs) };
  } catch (error) {
    if (error instanceof LaneError && error.reason !== "failed") throw new AppError("retry", {}, { cause: error });
    throw error;
  }
}
