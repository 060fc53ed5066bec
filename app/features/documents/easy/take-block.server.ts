import { and, eq } from "drizzle-orm";
import { documentEasyBlock, documentPicture, documentUpdate } from "#db/schema/index";
import { mayAlignEasyVersion } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { aboutFact, accessDocument } from "../access-document.server";
import { schemaVersionOf } from "../content";
import { documentFeed } from "../writing/document-feed.server";
import { TakeEasyBlockInput } from "../input";
import { askState } from "../writing/join-document.server";
import { findDocument, insertUpdates } from "../queries.server";
import { copyPictures } from "./copy-pictures.server";
import { easyAligned } from "./facts";
import { accessBeside, findPairs } from "./find-easy.server";
import { signOf } from "./read-beside.server";

const take = defineAction({
  name: "document.take-easy-block",
  input: TakeEasyBlockInput,
  limit: perPerson(30, "minute"),
  prepare: async (ctx, input) => {
    const beside = await accessBeside(ctx, input.document);
    const verdict = mayAlignEasyVersion(ctx.actor, beside.easy.relation);
    if (verdict !== true) throw new AppError(verdict);
    const block = beside.blocks.source.find(({ key }) => key === input.source);
    if (!block || signOf([block]) !== input.sign) return null;
    const place = beside.rows.findIndex(({ source }) => source.includes(block));
    if (beside.rows[place]?.state !== "missing") return null;
    const after = beside.rows.slice(0, place).flatMap(({ easy }) => easy).at(-1)?.key ?? null;
    const { content, pictures } = await copyPictures(ctx, beside.source.document.id, input.document, block.node);
    const { answer } = await askState(ctx, input.document, "addBlock", { document: input.document, block: content, after });
    return answer && { ...answer, content, pictures, block, pairs: beside.pairs.filter(({ sourceBlock }) => sourceBlock === block.key).length };
  },
  load: (ctx, input) => accessDocument(ctx, input.document),
  allow: (actor, loaded) => mayAlignEasyVersion(actor, loaded.relation),
  run: async (ctx, { input, loaded, prepared, fact }) => {
    const { document: documentId, push } = input;
    const [again] = await ctx.db.select({ seq: documentUpdate.seq }).from(documentUpdate).where(and(eq(documentUpdate.documentId, documentId), eq(documentUpdate.push, push)));
    if (again) return { id: documentId, added: null };
    if (!prepared) throw new AppError("stale");
    const { update, key, content, pictures, block } = prepared;
    // Somebody else took it over, or tied it, in the meantime.
    if ((await findPairs(ctx, documentId)).filter(({ sourceBlock }) => sourceBlock === block.key).length !== prepared.pairs) throw new AppError("stale");
    const row = (await findDocument(ctx, documentId, true))!;
    if (row.bytes + update.byteLength > limits.documentBytes) throw new AppError("too_large");
    const seq = row.seq + 1;
    await insertUpdates(ctx, [{ documentId, seq, actorId: ctx.actor.actorId!, push, update }], new Map([[documentId, schemaVersionOf({ type: "doc", content: [content] })]]));
    await ctx.db.insert(documentEasyBlock).values({ easyId: documentId, easyBlock: key, sourceBlock: block.key, seen: { ...block.node } });
    if (pictures.length > 0) await ctx.db.insert(documentPicture).values(pictures).onConflictDoNothing();
    fact(easyAligned, { ...aboutFact(loaded), data: { blocks: 1 } });
    return { id: documentId, added: { n: seq, update } };
  },
});

/**
 * Puts a part of the source into the easy version as it stands, to be made easier there; an edit like any other, so people
 * who are typing lose nothing. Sending it again with the same `push` does it once.
 * @throws AppError `stale` when the source says something else by now, or somebody took that part over just now.
 */
export async function takeEasyBlock(ctx: Ctx, raw: unknown): Promise<{ id: string }> {
  const { id, added } = await take(ctx, raw);
  if (added) documentFeed(ctx.house).offer(id, added);
  return { id };
}
