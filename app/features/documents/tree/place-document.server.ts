import { sql } from "drizzle-orm";
import { document } from "#db/schema/index";
import { accessGroup } from "~/features/groups/index.server";
import { mayReadDocument, mayWriteDocument } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, relationToDocument, type AccessedDocument } from "../access-document.server";
import { PlaceDocumentInput } from "../input";
import { findDocument } from "../queries.server";
import { documentPlaced } from "./facts";
import { readTreeRows, type TreeDocument } from "./hold-tree.server";
import { place, type Moved } from "./shape";

/**
 * Gives a text its place among those of its group: beneath another one or at the top, and behind which. It says where, not
 * which way, so sending it again changes nothing. @throws AppError what `place` refuses, or the rule's code.
 */
export const placeDocument = defineAction({
  name: "document.place",
  input: PlaceDocumentInput,
  limit: perPerson(120, "minute"),
  load: (ctx, input) => accessTree(ctx, input.document),
  allow: (actor, { relation }) => mayWriteDocument(actor, relation),
  run: async (ctx, { input, loaded, fact }) => {
    const { id, groupId } = loaded.document;
    const moved = place(loaded.tree, id, { parent: input.parent || null, after: input.after === "" ? null : input.after });
    if (typeof moved === "string") throw new AppError(moved);
    if (moved.length > 0) {
      await storePlaces(ctx, moved);
      fact(documentPlaced, { ...aboutFact(loaded), data: {} });
    }
    return { id, group: groupId };
  },
});

/**
 * A text with all those of its group, held in an order in which nobody waits for somebody who waits for them: what grants the
 * right first, then the texts. @throws AppError as `accessDocument`.
 */
export async function accessTree(ctx: Ctx, id: string): Promise<AccessedDocument & { tree: TreeDocument[] }> {
  const found = await findDocument(ctx, id);
  if (!found) throw new AppError("not_found");
  const accessed = await accessGroup(ctx, found.groupId);
  const tree = await readTreeRows(ctx, [accessed]);
  const row = tree.find((one) => one.id === id);
  // It went to another group, or for good, at this very moment.
  if (!row) throw new AppError("stale");
  const relation = relationToDocument(row, accessed);
  const verdict = mayReadDocument(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
  return { ...accessed, document: row, relation, tree };
}

/**
 * Puts a text that begins in this action beneath another one of its group, behind those that stand there; the texts of the
 * group are held. @throws AppError what `place` refuses
 */
export async function standBeneath(ctx: Ctx, tree: readonly TreeDocument[], { id, parent }: { id: string; parent: string }): Promise<void> {
  // The same form came in twice at once: the other one put it there.
  if (tree.some((row) => row.id === id)) return;
  const moved = place([...tree, { id, parentId: null, position: null, createdAt: ctx.now, shown: true }], id, { parent, after: "last" });
  if (typeof moved === "string") throw new AppError(moved);
  await storePlaces(ctx, moved);
}

async function storePlaces(ctx: Ctx, moved: readonly Moved[]): Promise<void> {
  const values = moved.map(({ id, parentId, position }) => sql`(${id}::uuid, ${parentId}::uuid, ${position}::int)`);
  await ctx.db.execute(sql`
    UPDATE ${document} SET parent_id = given.parent_id, position = given.position
    FROM (VALUES ${sql.join(values, sql`, `)}) AS given(id, parent_id, position) WHERE ${document}.id = given.id`);
}
