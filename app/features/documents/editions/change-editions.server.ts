import { eq, type SQL } from "drizzle-orm";
import { documentEdition } from "#db/schema/index";
import { spaceStream } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { editionChanged } from "../facts";

/** Says of all editions of a text that they are shown otherwise by now, so that kept pages are made anew. */
export async function changeEditionsOf(ctx: Ctx, documentId: string, fact: FactWriter): Promise<void> {
  await change(ctx, eq(documentEdition.documentId, documentId), fact);
}

/** The same of those that carry it as their version that is easy to read: they show it for as long as the text itself is there. */
export async function changeEditionsWith(ctx: Ctx, easyDocumentId: string, fact: FactWriter): Promise<void> {
  await change(ctx, eq(documentEdition.easyDocumentId, easyDocumentId), fact);
}

async function change(ctx: Ctx, which: SQL, fact: FactWriter): Promise<void> {
  const { id, number, spaceId } = documentEdition;
  const rows = await ctx.db.select({ id, number, spaceId }).from(documentEdition).where(which).orderBy(number, id);
  for (const row of rows) fact(editionChanged, { stream: spaceStream(row.spaceId), spaceId: row.spaceId, object: { kind: "edition", id: row.id }, data: { number: row.number } });
}
