import { and, desc, eq, gte, isNull, ne, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { document, documentEdition, space } from "#db/schema/index";
import { readableGroups, type SearchWithin } from "~/features/groups/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { searchWords } from "~/platform/search-words";
import { textsToRead } from "./texts-to-read.server";
import { documentHref, editionHref } from "./views";

export interface FoundDocument {
  /** A text of a group, or learning material for everyone. */
  kind: "document" | "material";
  id: string;
  spaceId: string;
  title: string;
  /** What it says, or the beginning of it. */
  text: string;
  href: string;
  /** ISO. */
  at: string;
  /** The higher, the better it fits. */
  rank: number;
}

interface Asked extends Partial<SearchWithin> {
  words: string;
  limit: number;
  /** Texts of groups or learning material alone; by default both. */
  of?: FoundDocument["kind"];
}

/** Texts of groups that the actor may read and learning material, with these words; the best fit first. */
export async function searchDocuments(ctx: Ctx, asked: Asked): Promise<FoundDocument[]> {
  if (asked.words.trim() === "") return [];
  const found = [...(asked.of === "material" ? [] : await searchTexts(ctx, asked)), ...(asked.of === "document" ? [] : await searchMaterial(ctx, asked))];
  return found.sort((a, b) => b.rank - a.rank).slice(0, asked.limit);
}

const beginning = 20_000;

async function searchTexts(ctx: Ctx, { words, limit, since, ...within }: Asked): Promise<FoundDocument[]> {
  const groups = within.groups ?? (await readableGroups(ctx));
  if (groups.size === 0) return [];
  const query = searchWords(words);
  const rank = sql<number>`ts_rank(${document.search}, ${query})`;
  const rows = await ctx.db
    .select({ id: document.id, spaceId: document.spaceId, title: document.title, text: sql<string>`left(${document.plainText}, ${beginning})`, at: document.changedAt, rank })
    .from(document)
    .where(and(textsToRead(ctx, groups), since ? gte(document.changedAt, since) : undefined, sql`${document.search} @@ ${query}`))
    .orderBy(desc(rank), desc(document.changedAt))
    .limit(limit);
  return rows.map((row) => ({ ...row, kind: "document", href: documentHref(row.id), at: row.at.toISOString() }));
}

async function searchMaterial(ctx: Ctx, { words, limit, since, spaceId, groupId }: Asked): Promise<FoundDocument[]> {
  const query = searchWords(words);
  const rank = sql<number>`ts_rank(${documentEdition.search}, ${query})`;
  const rows = await ctx.db
    .select({ id: documentEdition.id, spaceId: documentEdition.spaceId, title: documentEdition.title, text: sql<string>`left(${documentEdition.plainText}, ${beginning})`, at: documentEdition.publishedAt, slug: documentEdition.slug, rank })
    .from(documentEdition)
    .innerJoin(document, eq(document.id, documentEdition.documentId))
    .innerJoin(space, eq(space.id, documentEdition.spaceId))
    .where(
      and(
        isShown(ctx),
        spaceId ? eq(documentEdition.spaceId, spaceId) : undefined,
        groupId ? eq(document.groupId, groupId) : undefined,
        since ? gte(documentEdition.publishedAt, since) : undefined,
        sql`${documentEdition.search} @@ ${query}`,
      ),
    )
    .orderBy(desc(rank), desc(documentEdition.publishedAt))
    .limit(limit);
  return rows.map(({ slug, ...row }) => ({ ...row, kind: "material", href: editionHref(slug), at: row.at.toISOString() }));
}

/** For statements that join an edition to its text and leerplek: the newest one not withdrawn, of a text that moderation left visible. */
export function isShown(ctx: Ctx) {
  const newer = alias(documentEdition, "newer");
  return and(
    isNull(documentEdition.withdrawnAt),
    eq(document.moderation, "visible"),
    ne(space.status, "draft"),
    notExists(
      ctx.db
        .select({ one: sql`1` })
        .from(newer)
        .where(and(eq(newer.documentId, documentEdition.documentId), isNull(newer.withdrawnAt), sql`${newer.number} > ${documentEdition.number}`)),
    ),
  );
}
