import { eq } from "drizzle-orm";
import { document, documentEasy, documentEasyBlock, documentPicture } from "#db/schema/index";
import { mayBeginEasyVersion } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { aboutFact, accessDocument } from "../access-document.server";
import { emptyContent, isEmptyContent, type ContentNode } from "../content";
import { beginDocument } from "../create-document.server";
import { BeginEasyInput } from "../input";
import { lanesOf } from "../worker/lanes.server";
import { findDocument } from "../queries.server";
import type { Block } from "../worker/blocks";
import { copyPictures } from "./copy-pictures.server";
import { easyBegun } from "./facts";
import { findTie, readBlocks } from "./find-easy.server";
import { easyWords } from "./words";

/**
 * Begins the easy version of a text, in the same group: each heading is taken over, each other part as an empty place to
 * write in, or as it stands. Where there is one already, that is it. @returns its id. @throws AppError as `accessDocument` for the
 * one that there is, `already_done` for a text that is an easy version itself or an id that was used, `too_large` for more
 * parts than can be laid beside each other.
 */
export const beginEasyVersion = defineAction({
  name: "document.begin-easy",
  input: BeginEasyInput,
  limit: perPerson(20, "hour"),
  prepare: async (ctx, input) => {
    const { document: source, relation } = await accessDocument(ctx, input.document);
    const tie = await findTie(ctx, source.id);
    const verdict = mayBeginEasyVersion(ctx.actor, relation, { isEasy: tie?.easyId === source.id });
    if (verdict !== true) throw new AppError(verdict);
    if (tie) {
      // Where it cannot be seen, that is said rather than led to.
      await accessDocument(ctx, tie.easyId);
      return null;
    }
    const taken = (await readBlocks(ctx, source)).filter(({ node }) => !isEmptyContent(node));
    const content: ContentNode = taken.length === 0 ? emptyContent : { type: "doc", content: taken.map(({ node }) => (input.from === "copy" || node.type === "heading" ? node : { type: "paragraph" })) };
    const copied = await copyPictures(ctx, source.id, input.id, content);
    const seeded = await lanesOf(ctx.house).state.ask("seed", { content: copied.content }, 10_000);
    const easy = await lanesOf(ctx.house).state.ask("blocksOf", { state: seeded.snapshot }, 10_000);
    return { seeded, pictures: copied.pictures, pairs: easy.length === taken.length ? pairsOf(taken, easy) : [] };
  },
  load: async (ctx, input) => {
    const accessed = await accessDocument(ctx, input.document);
    return { ...accessed, tie: await findTie(ctx, input.document), earlier: (await findDocument(ctx, input.id)) ?? null };
  },
  allow: (actor, { relation, tie }, input) => mayBeginEasyVersion(actor, relation, { isEasy: tie?.easyId === input.document }),
  run: async (ctx, { input, loaded, prepared, fact }) => {
    const { document: source, tie, group, space, membership, relation, earlier } = loaded;
    if (tie) return { id: tie.easyId };
    if (earlier) throw new AppError("already_done");
    if (!prepared) throw new AppError("retry");
    const { id } = input;
    const title = easyTitle(source.title);
    await beginDocument(ctx, { input: { id, groupId: source.groupId, title, licence: source.licence, readBy: source.readBy }, loaded: { group, space, membership, relation: relation.group, earlier: null }, prepared: prepared.seeded, wrote: false }, fact);
    const { audience, minutes, language, originEditionId, writtenBy, few } = source;
    await ctx.db.update(document).set({ audience, minutes, language, originEditionId, writtenBy, few: [...few] }).where(eq(document.id, id));
    await ctx.db.insert(documentEasy).values({ easyId: id, sourceId: source.id, createdAt: ctx.now });
    if (prepared.pairs.length > 0) await ctx.db.insert(documentEasyBlock).values(prepared.pairs.map((pair) => ({ ...pair, easyId: id })));
    if (prepared.pictures.length > 0) await ctx.db.insert(documentPicture).values(prepared.pictures).onConflictDoNothing();
    fact(easyBegun, { ...aboutFact(loaded), data: { easy: id } });
    return { id };
  },
});

function pairsOf(source: readonly Block[], easy: readonly Block[]) {
  return source.map(({ key, node }, index) => ({ easyBlock: easy[index]!.key, sourceBlock: key, seen: { ...node } }));
}

/** The words of the leerplek, which are Dutch. */
function easyTitle(title: string): string {
  return easyWords.for("nl")("title_of", { title: title.slice(0, limits.titleCharacters - 30).trim() });
}

/** The form by which somebody begins one. @returns where to write in it. */
export async function beginEasyByForm(ctx: Ctx, source: string, fields: Record<string, string | string[]>): Promise<string> {
  const { id } = await beginEasyVersion(ctx, { ...fields, document: source });
  return `/teksten/${id}/schrijven`;
}
