import { and, eq, lt } from "drizzle-orm";
import { z } from "zod";
import { documentEdition, documentEditionRead } from "#db/schema/index";
import { mayKeepDocuments } from "~/permissions/documents";
import { signedIn, theHouse, type Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";

/** Keeps the newest edition that somebody read: one row per person and text, and no fact. */
export const recordEditionRead = defineAction({
  name: "document.record-edition-read",
  input: z.strictObject({ person: z.uuid(), document: z.uuid(), number: z.int().min(1).max(100_000) }),
  load: async (ctx, input) => {
    const [row] = await ctx.db.select({ id: documentEdition.id }).from(documentEdition).where(and(eq(documentEdition.documentId, input.document), eq(documentEdition.number, input.number)));
    return { found: row !== undefined };
  },
  allow: (actor) => mayKeepDocuments(actor),
  run: async (ctx, { input, loaded }) => {
    if (!loaded.found) return;
    const { person: personId, document: documentId, number } = input;
    await ctx.db
      .insert(documentEditionRead)
      .values({ personId, documentId, number, readAt: ctx.now })
      .onConflictDoUpdate({ target: [documentEditionRead.personId, documentEditionRead.documentId], set: { number, readAt: ctx.now }, setWhere: lt(documentEditionRead.number, number) });
  },
});

/** The newest edition of a text that the actor read before; null when none. Notes, after the answer went out, that this one is read now; that may be lost. */
export async function lastEditionRead(ctx: Ctx, edition: { documentId: string; number: number }): Promise<number | null> {
  const { personId } = ctx.actor;
  if (personId === null || !signedIn(ctx.actor)) return null;
  const { documentId: document, number } = edition;
  const [row] = await ctx.db.select({ number: documentEditionRead.number }).from(documentEditionRead).where(and(eq(documentEditionRead.personId, personId), eq(documentEditionRead.documentId, document)));
  if ((row?.number ?? 0) < number) {
    setImmediate(() => void recordEditionRead({ ...ctx, actor: theHouse }, { person: personId, document, number }).catch((error: unknown) => ctx.house.logger.warn({ err: error }, "the reading of an edition was not noted")));
  }
  return row?.number ?? null;
}
