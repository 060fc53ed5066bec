import { and, arrayOverlaps, asc, eq, sql } from "drizzle-orm";
import { document, spaceMembership } from "#db/schema/index";
import { defineDownload, defineErasure, type DownloadPart } from "~/features/accounts/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { documentWords } from "../words";
import { withOwnTitles } from "./own-titles.server";
import { narrowingWords } from "./words";

/** Texts for which somebody was chosen, by the membership for which they were. */
async function chosenFor(ctx: Ctx, personId: string) {
  return ctx.db
    .select({ id: document.id, title: document.title, membershipId: spaceMembership.id })
    .from(document)
    .innerJoin(spaceMembership, and(eq(spaceMembership.spaceId, document.spaceId), arrayOverlaps(document.few, sql`array[${spaceMembership.id}]`)))
    .where(eq(spaceMembership.personId, personId))
    .orderBy(asc(document.title), asc(document.id));
}

defineErasure({
  feature: "documents-narrowing",
  describe: async (ctx, { personId }) => [{ what: narrowingWords.for(ctx.language)("erasure"), count: (await chosenFor(ctx, personId)).length, fate: "goes" }],
  erase: async (ctx, { personId }) => {
    const rows = (await chosenFor(ctx, personId)).sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const { id, membershipId } of rows) await ctx.db.update(document).set({ few: sql`array_remove(${document.few}, ${membershipId}::uuid)`, rev: sql`${document.rev} + 1` }).where(eq(document.id, id));
  },
});

defineDownload({
  feature: "documents-narrowing",
  collect: async (ctx, person): Promise<DownloadPart[]> => {
    const rows = await withOwnTitles(ctx, person, await chosenFor(ctx, person.personId));
    return [{ key: "textsChosenFor", title: narrowingWords.for(ctx.language)("download"), rows: rows.map(({ title }) => ({ title })), columns: { title: documentWords.for(ctx.language)("title") } }];
  },
});
