import { desc, eq, like, or } from "drizzle-orm";
import { documentEdition, documentPublication } from "#db/schema/index";
import { accessGroup } from "~/features/groups/index.server";
import { spaceStream } from "~/features/spaces/index.server";
import { mayPublish, mayWithdrawEdition } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { aboutFact, accessDocument, relationToDocument } from "../access-document.server";
import { namedIn } from "./answer-naming.server";
import { isEmptyContent, type ContentNode } from "../content";
import { findTie } from "../easy/find-easy.server";
import { lacksAlt } from "../gate/judge-text";
import { documentPublished, editionAppeared, editionChanged, editionWithdrawn } from "../facts";
import { PublishInput, WithdrawInput } from "../input";
import { askState } from "../writing/join-document.server";
import { findDocument } from "../queries.server";
import { slugOf } from "./slug";
import { findAnnounced, findNamings, findWritersOfBoth } from "../writing/writers.server";

/**
 * Freezes a text as it stands into a numbered edition at a public address.
 * @throws AppError `announce_first` while somebody who wrote along was not told, `too_soon` before the term, `alt_missing`
 * while a picture has no words for who cannot see it, `not_found` for an easy version that is not there, or the rule's code.
 */
export const publishEdition = defineAction({
  name: "document.publish",
  input: PublishInput,
  limit: perPerson(20, "hour"),
  prepare: async (ctx, input) => {
    await accessDocument(ctx, input.document);
    const projected = await askState(ctx, input.document, "project", { document: input.document });
    const easy = input.easy ? await projectEasy(ctx, input.document) : null;
    return { ...projected, easy, lacksAlt: lacksAlt(projected.answer.content) || (easy !== null && lacksAlt(easy.content)) };
  },
  load: async (ctx, input) => ({ ...(await accessDocument(ctx, input.document)), announced: await findAnnounced(ctx, input.document, true) }),
  allow: (actor, loaded) => mayPublish(actor, loaded.relation),
  run: async (ctx, { input, loaded, prepared, fact }) => {
    const { announced, document: row } = loaded;
    if (!announced) throw new AppError("announce_first");
    const namings = await findNamings(ctx, announced.id);
    const told = new Set(namings.map(({ personId }) => personId));
    if ((await findWritersOfBoth(ctx, row.id)).some(({ personId }) => !told.has(personId))) throw new AppError("announce_first");
    if (announced.publishFrom > ctx.now) throw new AppError("too_soon");
    if (prepared.lacksAlt) throw new AppError("alt_missing");
    const earlier = await findEditions(ctx, row.id);
    const number = (earlier[0]?.number ?? 0) + 1;
    const slug = earlier[0]?.slug ?? (await freeSlug(ctx, row.title));
    const authors = namedIn(namings);
    const { content, text } = prepared.answer;
    const [edition] = await ctx.db
      .insert(documentEdition)
      .values({
        documentId: row.id,
        spaceId: row.spaceId,
        number,
        slug,
        title: row.title,
        content: { ...content },
        plainText: text,
        licence: row.licence,
        audience: row.audience,
        minutes: row.minutes,
        language: row.language,
        originEditionId: row.originEditionId,
        ...(prepared.easy ? { easyDocumentId: prepared.easy.id, easyTitle: prepared.easy.title, easyContent: { ...prepared.easy.content } } : {}),
        publicationId: announced.id,
        authors,
        unnamed: namings.length - authors.length,
        publishedByActor: ctx.actor.actorId!,
        publishedAt: ctx.now,
      })
      .returning({ id: documentEdition.id });
    await ctx.db.update(documentPublication).set({ state: "published" }).where(eq(documentPublication.id, announced.id));
    fact(documentPublished, { ...aboutFact(loaded), data: { edition: edition!.id, number } });
    fact(editionAppeared, { stream: spaceStream(row.spaceId), spaceId: row.spaceId, object: { kind: "edition", id: edition!.id }, data: { number } });
    return { id: input.document, slug, number };
  },
});

/** The easy version of a text, to be frozen with it. @throws AppError `not_found` without one, or where nothing is written in it; the rule's code. */
async function projectEasy(ctx: Ctx, sourceId: string): Promise<{ id: string; title: string; content: ContentNode }> {
  const tie = await findTie(ctx, sourceId);
  if (tie?.sourceId !== sourceId) throw new AppError("not_found");
  const { document: row, relation } = await accessDocument(ctx, tie.easyId);
  const verdict = mayPublish(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
  const { answer } = await askState(ctx, row.id, "project", { document: row.id });
  if (isEmptyContent(answer.content)) throw new AppError("not_found");
  return { id: row.id, title: row.title, content: answer.content };
}

/** Editions of a text, newest first, without their content. */
export async function findEditions(ctx: Ctx, documentId: string) {
  const { id, number, slug, title, publishedAt, withdrawnAt, withdrawnReason } = documentEdition;
  return ctx.db.select({ id, number, slug, title, publishedAt, withdrawnAt, withdrawnReason }).from(documentEdition).where(eq(documentEdition.documentId, documentId)).orderBy(desc(number));
}

/** A readable address that no other text has. */
async function freeSlug(ctx: Ctx, title: string): Promise<string> {
  const wanted = slugOf(title);
  const taken = new Set((await ctx.db.select({ slug: documentEdition.slug }).from(documentEdition).where(or(eq(documentEdition.slug, wanted), like(documentEdition.slug, `${wanted}-%`)))).map(({ slug }) => slug));
  for (let suffix = 1; ; suffix += 1) {
    const slug = suffix === 1 ? wanted : `${wanted}-${suffix}`;
    if (!taken.has(slug)) return slug;
  }
}

/** Takes an edition from its address; the address says why. @throws AppError `already_done`, `not_found`, or the rule's code. */
export const withdrawEdition = defineAction({
  name: "document.withdraw-edition",
  input: WithdrawInput,
  limit: perPerson(20, "hour"),
  load: async (ctx, input) => {
    const [found] = await ctx.db.select({ documentId: documentEdition.documentId }).from(documentEdition).where(eq(documentEdition.id, input.edition));
    const document = found && (await findDocument(ctx, found.documentId));
    if (!document) throw new AppError("not_found");
    const stands = await accessGroup(ctx, document.groupId);
    const [edition] = await ctx.db.select().from(documentEdition).where(eq(documentEdition.id, input.edition)).for("no key update");
    return { document, relation: relationToDocument(document, stands), edition: edition! };
  },
  allow: (actor, loaded) => mayWithdrawEdition(actor, loaded.relation.group),
  run: async (ctx, { input, loaded, fact }) => {
    const { edition } = loaded;
    if (edition.withdrawnAt) throw new AppError("already_done");
    await ctx.db.update(documentEdition).set({ withdrawnAt: ctx.now, withdrawnReason: input.reason }).where(eq(documentEdition.id, edition.id));
    const { number, spaceId } = edition;
    fact(editionWithdrawn, { ...aboutFact(loaded), data: { edition: edition.id, number } });
    fact(editionChanged, { stream: spaceStream(spaceId), spaceId, object: { kind: "edition", id: edition.id }, data: { number } });
    return { id: edition.documentId, slug: edition.slug };
  },
});

