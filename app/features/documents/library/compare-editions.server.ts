import { and, eq, inArray, isNull } from "drizzle-orm";
import { documentEdition } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import type { Comparison } from "../compare/compare-texts";
import type { ContentNode } from "../content";
import { lanesOf } from "../worker/lanes.server";
import { readEdition } from "../editions/read-edition.server";
import { editionHref } from "../views";

export interface EditionComparison {
  title: string;
  href: string;
  language: string;
  from: number;
  to: number;
  comparison: Comparison;
}

/** How long the worker may take over two editions, in milliseconds. */
const compareMs = 10_000;

/**
 * What changed between two editions of learning material, the older first, whatever was asked.
 * @throws AppError `not_found` for one that is absent or was withdrawn; as `readEdition`.
 */
export async function compareEditions(ctx: Ctx, asked: { slug: string; from: number; to: number }): Promise<EditionComparison> {
  const [from, to] = asked.from <= asked.to ? [asked.from, asked.to] : [asked.to, asked.from];
  const page = await readEdition(ctx, { slug: asked.slug, number: to });
  if ("withdrawn" in page || from === to) throw new AppError("not_found");
  const rows = await ctx.db
    .select({ number: documentEdition.number, content: documentEdition.content })
    .from(documentEdition)
    .where(and(eq(documentEdition.slug, asked.slug), isNull(documentEdition.withdrawnAt), inArray(documentEdition.number, [from, to])));
  const contentOf = (number: number) => rows.find((row) => row.number === number)?.content as unknown as ContentNode | undefined;
  const [before, after] = [contentOf(from), contentOf(to)];
  if (!before || !after) throw new AppError("not_found");
  return { title: page.edition.title, href: editionHref(asked.slug, to), language: page.edition.language, from, to, comparison: await lanesOf(ctx.house).state.ask("compareContents", { before, after }, compareMs) };
}
