import { and, eq, inArray, or } from "drizzle-orm";
import { isDeepStrictEqual } from "node:util";
import { documentEasyBlock } from "#db/schema/index";
import { mayAlignEasyVersion } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessDocument } from "../access-document.server";
import { AlignEasyInput } from "../input";
import type { Block } from "../worker/blocks";
import { easyAligned } from "./facts";
import { accessBeside, findPairs } from "./find-easy.server";
import { signOf } from "./read-beside.server";

/**
 * Says that parts of an easy version say what these parts of its source say, as whoever says it saw them; without parts of
 * the source, that they stand by themselves. What was said of those parts before no longer counts.
 * @throws AppError `stale` when one of the parts is gone or the source says something else by now.
 */
export const alignEasy = defineAction({
  name: "document.align-easy",
  input: AlignEasyInput,
  limit: perPerson(60, "minute"),
  prepare: async (ctx, input) => {
    const { blocks } = await accessBeside(ctx, input.document);
    const [easy, source] = [pick(blocks.easy, input.easy), pick(blocks.source, input.source)];
    return { easy, source, isStale: easy.length !== input.easy.length || source.length !== input.source.length || signOf(source) !== input.sign };
  },
  load: (ctx, input) => accessDocument(ctx, input.document),
  allow: (actor, loaded) => mayAlignEasyVersion(actor, loaded.relation),
  run: async (ctx, { input, loaded, prepared, fact }) => {
    const { easy, source, isStale } = prepared;
    if (isStale) throw new AppError("stale");
    const { document: easyId } = input;
    const [easyKeys, sourceKeys] = [easy.map(({ key }) => key), source.map(({ key }) => key)];
    const touches = (pair: { easyBlock: string; sourceBlock: string }) => easyKeys.includes(pair.easyBlock) || sourceKeys.includes(pair.sourceBlock);
    const before = (await findPairs(ctx, easyId)).filter(touches);
    const pairs = easyKeys.flatMap((easyBlock) => source.map(({ key, node }) => ({ easyBlock, sourceBlock: key, seen: { ...node } })));
    const isSame = before.length === pairs.length && pairs.every((pair) => before.some((one) => one.easyBlock === pair.easyBlock && one.sourceBlock === pair.sourceBlock && isDeepStrictEqual(one.seen, pair.seen)));
    if (isSame) return { id: easyId };
    const { easyBlock, sourceBlock } = documentEasyBlock;
    await ctx.db.delete(documentEasyBlock).where(and(eq(documentEasyBlock.easyId, easyId), or(inArray(easyBlock, easyKeys), sourceKeys.length > 0 ? inArray(sourceBlock, sourceKeys) : undefined)));
    if (pairs.length > 0) await ctx.db.insert(documentEasyBlock).values(pairs.map((pair) => ({ ...pair, easyId })));
    fact(easyAligned, { ...aboutFact(loaded), data: { blocks: easyKeys.length } });
    return { id: easyId };
  },
});

/** In the order of the text. */
function pick(blocks: readonly Block[], keys: readonly string[]): Block[] {
  return blocks.filter(({ key }) => keys.includes(key));
}
