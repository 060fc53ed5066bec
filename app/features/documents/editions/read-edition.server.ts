import { and, desc, eq, gt, lte, sql } from "drizzle-orm";
import { document, documentEdition, space, theme } from "#db/schema/index";
import { accessSpace, listThemes, spaceStream } from "~/features/spaces/index.server";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { drawCode } from "~/platform/draw-code.server";
import { limits } from "~/platform/limits";
import { searchWords } from "~/platform/search-words";
import { readHead } from "~/platform/publisher.server";
import type { Accent, IconName } from "~/ui";
import { namePeople } from "../blocks/name-people.server";
import type { PeopleNames } from "../blocks/people-names";
import type { ContentNode } from "../content";
import { durationMinutes, filterOf, type LibraryFilter } from "../library/choices";
import { lastEditionRead } from "../library/note-edition-read.server";
import { findOrigin, type OriginView } from "../library/origin.server";
import { findDocument, isThereRow } from "../queries.server";
import type { ShownPictures } from "../pictures/shown-pictures";
import { showPictures } from "../pictures/shown-pictures.server";
import { isShown } from "../search-documents.server";
import { editionHref, type EditionView } from "../views";

export interface EditionPage {
  edition: EditionView;
  /** Whether it carries a version that is easy to read, and whether that is what this page shows. */
  easy: { shown: boolean } | null;
  /** Those whom its content names, as this reader may see them. */
  people: PeopleNames;
  /** Those of its pictures that are there. */
  pictures: ShownPictures | null;
  /** The text says more by now, or less: there is a newer edition. */
  newest: { number: number; href: string } | null;
  others: { number: number; href: string; publishedAt: string }[];
  space: { slug: string; name: string };
  accent: Accent;
  icon: IconName;
  theme: string;
  /** Where it stands, for print and for the QR code. */
  address: string;
  qr: { path: string; size: number };
  /** What it was made from. */
  origin: OriginView | null;
  /** The newest edition that the reader, who is signed in, read before this one; null when this is no newer. */
  lastRead: number | null;
  /** Whether somebody signed in reads, who may begin a text with it. */
  maySignedIn: boolean;
}

/** An edition that was taken back: what remains is why. */
export interface WithdrawnPage {
  withdrawn: { title: string; reason: string; at: string };
  space: { slug: string; name: string };
}

/**
 * Learning material at its public address: the newest edition, or one by its number.
 * @throws AppError `not_found` when absent, hidden, without the easy version that was asked for, or of a leerplek that is not open yet.
 */
export async function readEdition(ctx: Ctx, { slug, number, easy = false }: { slug: string; number?: number; /** The version that is easy to read, which it carries. */ easy?: boolean }): Promise<EditionPage | WithdrawnPage> {
  const [first] = await ctx.db.select({ spaceId: documentEdition.spaceId }).from(documentEdition).where(eq(documentEdition.slug, slug)).limit(1);
  if (!first) throw new AppError("not_found");
  // The number before the rows: what comes in between makes the page old, never wrong.
  const stream = spaceStream(first.spaceId);
  ctx.dependsOn.set(stream, await readHead(ctx, stream));
  const { space: its } = await accessSpace(ctx, { id: first.spaceId });
  const place = { slug: its.slug, name: its.name };
  const rows = await ctx.db
    .select({ edition: documentEdition, moderation: document.moderation })
    .from(documentEdition)
    .innerJoin(document, eq(document.id, documentEdition.documentId))
    .where(eq(documentEdition.slug, slug))
    .orderBy(desc(documentEdition.number));
  if (rows[0]?.moderation !== "visible") throw new AppError("not_found");
  const editions = rows.map((row) => row.edition);
  const shown = editions.filter((edition) => !edition.withdrawnAt);
  const wanted = number === undefined ? (shown[0] ?? editions[0]) : editions.find((edition) => edition.number === number);
  if (!wanted) throw new AppError("not_found");
  if (wanted.withdrawnAt) return { withdrawn: { title: wanted.title, reason: wanted.withdrawnReason ?? "", at: wanted.withdrawnAt.toISOString() }, space: place };
  const [look] = await ctx.db.select().from(theme).where(eq(theme.key, its.themeKey));
  const address = `${ctx.house.publicUrl}${editionHref(slug)}`;
  const lastRead = ctx.actor.personId === null ? null : await lastEditionRead(ctx, wanted);
  const newest = shown[0]!.number > wanted.number ? { number: shown[0]!.number, href: editionHref(slug) } : null;
  const easyId = await easyIn(ctx, wanted);
  if (easy && !easyId) throw new AppError("not_found");
  const edition = showEdition(easy ? { ...wanted, title: wanted.easyTitle ?? wanted.title, content: wanted.easyContent! } : wanted);
  return {
    edition,
    easy: easyId ? { shown: easy } : null,
    people: await namePeople(ctx, its.id, edition.content),
    pictures: await showPictures(ctx, easy ? easyId! : wanted.documentId, edition.content, edition.href),
    newest,
    others: shown.filter((edition) => edition.number !== wanted.number).map((edition) => ({ number: edition.number, href: editionHref(slug, edition.number), publishedAt: edition.publishedAt.toISOString() })),
    space: place,
    accent: (look?.accent ?? "teal") as Accent,
    icon: (look?.icon ?? "book-open") as IconName,
    theme: look?.name ?? "",
    address,
    qr: drawCode(address),
    origin: await findOrigin(ctx, wanted.originEditionId),
    lastRead: lastRead !== null && lastRead < wanted.number && shown.some(({ number: at }) => at === lastRead) ? lastRead : null,
    maySignedIn: ctx.actor.personId !== null,
  };
}

/** The easy version that an edition carries; null without one, or where its text was hidden, put in the trash or deleted since. */
async function easyIn(ctx: Ctx, { easyDocumentId, easyContent }: { easyDocumentId: string | null; easyContent: object | null }): Promise<string | null> {
  if (!easyDocumentId || !easyContent) return null;
  const text = await findDocument(ctx, easyDocumentId);
  return text && isThereRow(text) ? easyDocumentId : null;
}

function showEdition(row: Omit<typeof documentEdition.$inferSelect, "search">): EditionView {
  const { id, number, title, licence, authors, unnamed, audience, minutes, language } = row;
  return { id, number, title, licence, audience, minutes, language, authors, unnamed, content: row.content as unknown as ContentNode, publishedAt: row.publishedAt.toISOString(), href: editionHref(row.slug, number) };
}

/** Learning material in a list. */
export interface MaterialInShort {
  id: string;
  title: string;
  href: string;
  /** The beginning of what it says. */
  text: string;
  authors: string[];
  unnamed: number;
  minutes: number | null;
  audience: string;
  language: string;
  publishedAt: string;
  space: { slug: string; name: string };
  accent: Accent;
  theme: string;
}

export interface ListedMaterial {
  material: MaterialInShort[];
  filter: LibraryFilter;
  /** To choose from. */
  themes: { key: string; name: string }[];
  /** The leerplek that it keeps to. */
  within: { slug: string; name: string } | null;
  page: number;
  more: boolean;
}

/**
 * Learning material of all leerplekken that are not in preparation, or of one; newest first, or the best fit with these words.
 * @throws AppError as `accessSpace` for a leerplek that is not there.
 */
export async function listMaterial(ctx: Ctx, asked: Partial<LibraryFilter> & { page: number }): Promise<ListedMaterial> {
  const filter = { ...filterOf(new URLSearchParams()), ...asked };
  const { words, theme: themeKey, audience, duration, language } = filter;
  const within = filter.space === null ? null : (await accessSpace(ctx, { slug: filter.space })).space;
  const query = searchWords(words);
  const size = limits.pageSize;
  const { minutes } = documentEdition;
  const rows = await ctx.db
    .select({
      id: documentEdition.id,
      title: documentEdition.title,
      slug: documentEdition.slug,
      text: sql<string>`left(${documentEdition.plainText}, 240)`,
      authors: documentEdition.authors,
      unnamed: documentEdition.unnamed,
      minutes,
      audience: documentEdition.audience,
      language: documentEdition.language,
      publishedAt: documentEdition.publishedAt,
      space: { slug: space.slug, name: space.name },
      accent: theme.accent,
      theme: theme.name,
    })
    .from(documentEdition)
    .innerJoin(document, eq(document.id, documentEdition.documentId))
    .innerJoin(space, eq(space.id, documentEdition.spaceId))
    .innerJoin(theme, eq(theme.key, space.themeKey))
    .where(
      and(
        isShown(ctx),
        within ? eq(documentEdition.spaceId, within.id) : undefined,
        themeKey ? eq(space.themeKey, themeKey) : undefined,
        audience ? eq(documentEdition.audience, audience) : undefined,
        language ? eq(documentEdition.language, language) : undefined,
        duration ? and(gt(minutes, durationMinutes[duration].above), lte(minutes, durationMinutes[duration].atMost)) : undefined,
        words ? sql`${documentEdition.search} @@ ${query}` : undefined,
      ),
    )
    .orderBy(...(words ? [desc(sql`ts_rank(${documentEdition.search}, ${query})`)] : []), desc(documentEdition.publishedAt), documentEdition.id)
    .limit(size + 1)
    .offset((asked.page - 1) * size);
  return {
    material: rows.slice(0, size).map(({ slug, ...row }) => ({ ...row, href: editionHref(slug), publishedAt: row.publishedAt.toISOString(), accent: row.accent as Accent })),
    filter: { words, theme: themeKey, audience, duration, language, space: filter.space },
    themes: (await listThemes(ctx)).map(({ key, name }) => ({ key, name })),
    within: within && { slug: within.slug, name: within.name },
    page: asked.page,
    more: rows.length > size,
  };
}
