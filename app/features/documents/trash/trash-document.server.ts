import { eq, sql } from "drizzle-orm";
import { document } from "#db/schema/index";
import { mayPutBackDocument, mayTrashDocument } from "~/permissions/documents";
import { mayRunGroup } from "~/permissions/groups";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { aboutFact, accessDocument } from "../access-document.server";
import { changeEditionsWith } from "../editions/change-editions.server";
import { PutBackDocumentInput, TrashDocumentInput } from "../input";
import type { DocumentRow } from "../queries.server";
import { documentPutBack, documentTrashed } from "./facts";

const nothing = { trashedAt: null, trashedByActor: null, trashedByStaff: false };

/**
 * Puts a text in the trash of its group: nobody reads or writes it there, whoever has it open is told at once, and what
 * stands beneath it stays. Its editions stay at their addresses; those that carry it as their easy version go without. Doing it
 * again changes nothing. @throws AppError the rule's code.
 */
export const trashDocument = defineAction({
  name: "document.trash",
  input: TrashDocumentInput,
  limit: perPerson(30, "hour"),
  load: (ctx, input) => accessDocument(ctx, input.document, { inTrash: true }),
  allow: (actor, { document: row, relation }) => mayTrashDocument(actor, relation, { began: row.authorActor === actor.actorId }),
  run: async (ctx, { loaded, fact }) => {
    const { id, groupId, trashedAt } = loaded.document;
    if (trashedAt) return { id, group: groupId };
    const byStaff = mayRunGroup(ctx.actor, loaded.relation.group) === true;
    await ctx.db
      .update(document)
      .set({ trashedAt: ctx.now, trashedByActor: ctx.actor.actorId, trashedByStaff: byStaff, rev: sql`${document.rev} + 1` })
      .where(eq(document.id, id));
    fact(documentTrashed, { ...aboutFact(loaded), data: {} });
    await changeEditionsWith(ctx, id, fact);
    return { id, group: groupId };
  },
});

/** Takes a text out of the trash, as it was. Doing it again changes nothing. @throws AppError `too_late` after its term, or the rule's code. */
export const putBackDocument = defineAction({
  name: "document.put-back",
  input: PutBackDocumentInput,
  limit: perPerson(30, "hour"),
  load: async (ctx, input) => {
    const accessed = await accessDocument(ctx, input.document, { inTrash: true });
    return { ...accessed, late: isLate(accessed.document, ctx) };
  },
  allow: (actor, { document: row, relation, late }) => mayPutBackDocument(actor, relation, { byStaff: row.trashedByStaff, late }),
  run: async (ctx, { loaded, fact }) => {
    const { id, trashedAt } = loaded.document;
    if (!trashedAt) return { id };
    await ctx.db.update(document).set({ ...nothing, rev: sql`${document.rev} + 1` }).where(eq(document.id, id));
    fact(documentPutBack, { ...aboutFact(loaded), data: {} });
    await changeEditionsWith(ctx, id, fact);
    return { id };
  },
});

/** Until when a text that lies in the trash can be put back. */
export const deletedFrom = (trashedAt: Date): Date => new Date(trashedAt.getTime() + limits.documentTrash * 1_000);

/** Whether the term of a text in the trash is over. */
export function isLate({ trashedAt, emptiedAt }: Pick<DocumentRow, "trashedAt" | "emptiedAt">, { now }: Pick<Ctx, "now">): boolean {
  return emptiedAt !== null || (trashedAt !== null && deletedFrom(trashedAt) <= now);
}
