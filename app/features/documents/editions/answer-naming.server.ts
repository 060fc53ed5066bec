import { and, desc, eq } from "drizzle-orm";
import { documentEdition, documentNaming, documentPublication, spaceMembership } from "#db/schema/index";
import { spaceStream } from "~/features/spaces/index.server";
import { mayAnswerNaming } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { editionChanged, namingAnswered } from "../facts";
import { AnswerNamingInput } from "../input";
import { findDocument } from "../queries.server";
import { findNamings } from "../writing/writers.server";

/** The newest question to a person about their name on a text, whatever became of the announcement. */
export async function findMyNaming(ctx: Ctx, documentId: string) {
  if (!ctx.actor.personId) return undefined;
  const [row] = await ctx.db
    .select({ naming: documentNaming, publication: documentPublication })
    .from(documentNaming)
    .innerJoin(documentPublication, eq(documentPublication.id, documentNaming.publicationId))
    .where(and(eq(documentPublication.documentId, documentId), eq(documentNaming.personId, ctx.actor.personId)))
    .orderBy(desc(documentPublication.announcedAt))
    .limit(1);
  return row;
}

/**
 * Says whether one's name may stand on what becomes of a text, as it is shown in the leerplek. A no also takes it from
 * editions that are there, at any time: it is their name, so it needs no access to the group.
 * @throws AppError `not_found` for who was not asked.
 */
export const answerNaming = defineAction({
  name: "document.answer-naming",
  input: AnswerNamingInput,
  limit: perPerson(30, "minute"),
  load: async (ctx, input) => {
    const document = await findDocument(ctx, input.document, true);
    if (!document) throw new AppError("not_found");
    return { document, mine: await findMyNaming(ctx, input.document) };
  },
  allow: (actor, loaded) => mayAnswerNaming(actor, { wrote: loaded.mine !== undefined }),
  run: async (ctx, { input, loaded, fact }) => {
    const { document, mine } = loaded;
    const personId = ctx.actor.personId!;
    const [membership] = await ctx.db
      .select({ name: spaceMembership.shownName })
      .from(spaceMembership)
      .where(and(eq(spaceMembership.spaceId, document.spaceId), eq(spaceMembership.personId, personId)));
    const name = input.agreed ? (membership?.name ?? null) : null;
    await ctx.db
      .update(documentNaming)
      .set({ agreed: input.agreed && name !== null, name, answeredAt: ctx.now })
      .where(and(eq(documentNaming.publicationId, mine!.publication.id), eq(documentNaming.personId, personId)));
    await nameAnew(ctx, { ...mine!.publication, spaceId: document.spaceId }, fact);
    fact(namingAnswered, { spaceId: document.spaceId, groupId: document.groupId, object: { kind: "document", id: document.id }, data: { agreed: input.agreed } });
    return { id: document.id };
  },
});

/** Writes the names on the editions that follow an announcement again, from what was agreed. Inside an action. */
export async function nameAnew(ctx: Ctx, publication: { id: string; spaceId: string }, fact: FactWriter): Promise<void> {
  const namings = await findNamings(ctx, publication.id);
  const authors = namedIn(namings);
  const changed = await ctx.db
    .update(documentEdition)
    .set({ authors, unnamed: namings.length - authors.length })
    .where(eq(documentEdition.publicationId, publication.id))
    .returning({ id: documentEdition.id, number: documentEdition.number });
  for (const { id, number } of changed) fact(editionChanged, { stream: spaceStream(publication.spaceId), spaceId: publication.spaceId, object: { kind: "edition", id }, data: { number } });
}

/** Names of those who said yes, in alphabetical order. */
export function namedIn(namings: readonly { agreed: boolean | null; name: string | null }[]): string[] {
  return namings.flatMap(({ agreed, name }) => (agreed && name ? name : [])).sort((a, b) => a.localeCompare(b, "nl"));
}
