import { eq } from "drizzle-orm";
import { spacePlainWords } from "#db/schema/index";
import { accessSpace } from "~/features/spaces/index.server";
import { mayFacilitate, maySeeFacilitating } from "~/permissions/spaces";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { productWords, wordsOfLines, type PlainWord } from "../gate/difficult-words";

export interface PlainWordsPage {
  space: { id: string; slug: string; name: string };
  /** The leerplek's own list, as it was written. */
  lines: string;
  /** 0 before there was one. */
  rev: number;
  /** What comes with the product. */
  product: readonly PlainWord[];
  /** Changing the list, or why not. */
  may: Verdict;
}

/** What the page for a leerplek's own difficult words shows. @throws AppError as `accessSpace`, or the rule's code. */
export async function readPlainWords(ctx: Ctx, slug: string): Promise<PlainWordsPage> {
  const { space, relation } = await accessSpace(ctx, { slug });
  const sees = maySeeFacilitating(ctx.actor, relation);
  if (sees !== true) throw new AppError(sees);
  const own = await findPlainWords(ctx, space.id);
  return { space: { id: space.id, slug: space.slug, name: space.name }, lines: own?.lines ?? "", rev: own?.rev ?? 0, product: productWords, may: mayFacilitate(ctx.actor, relation) };
}

/** The difficult words of a leerplek: the product's, and after them its own. */
export async function plainWordsOf(ctx: Ctx, spaceId: string): Promise<PlainWord[]> {
  return [...productWords, ...wordsOfLines((await findPlainWords(ctx, spaceId))?.lines ?? "")];
}

/** A leerplek's own list; undefined before there was one. */
export async function findPlainWords(ctx: Ctx, spaceId: string): Promise<typeof spacePlainWords.$inferSelect | undefined> {
  const [row] = await ctx.db.select().from(spacePlainWords).where(eq(spacePlainWords.spaceId, spaceId));
  return row;
}
