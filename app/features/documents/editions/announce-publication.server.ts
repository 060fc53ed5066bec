import { eq } from "drizzle-orm";
import { documentNaming, documentPublication } from "#db/schema/index";
import { mayPublish } from "~/permissions/documents";
import type { Ctx } from "~/platform/ctx.server";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { aboutFact, accessDocument } from "../access-document.server";
import { publicationAnnounced, publicationCancelled } from "../facts";
import { AnnounceInput, CancelPublicationInput } from "../input";
import { findAnnounced, findNamings, findWritersOfBoth } from "../writing/writers.server";

/**
 * Tells everyone who wrote along that the text will be public, and asks whether their name may stand on it. Announcing
 * again tells those who began to write since; then the term starts anew. Where nobody else wrote, there is no term.
 * @throws AppError `already_done` when everyone knows already, or the rule's code.
 */
export const announcePublication = defineAction({
  name: "document.announce-publication",
  input: AnnounceInput,
  limit: perPerson(20, "hour"),
  load: async (ctx, input) => ({ ...(await accessDocument(ctx, input.document)), announced: await findAnnounced(ctx, input.document, true) }),
  allow: (actor, loaded) => mayPublish(actor, loaded.relation),
  run: async (ctx, { input, loaded, fact }) => {
    const { announced } = loaded;
    const writers = await findWritersOfBoth(ctx, input.document);
    const asked = announced ? new Set((await findNamings(ctx, announced.id)).map(({ personId }) => personId)) : new Set<string>();
    const fresh = writers.filter(({ personId }) => !asked.has(personId));
    if (announced && fresh.length === 0) throw new AppError("already_done");
    const isAlone = writers.every(({ actorId }) => actorId === ctx.actor.actorId);
    const publishFrom = isAlone ? ctx.now : new Date(ctx.now.getTime() + limits.publicationNotice * 1_000);
    const id = announced?.id ?? (await start(ctx, input.document, publishFrom));
    if (announced) await ctx.db.update(documentPublication).set({ publishFrom }).where(eq(documentPublication.id, announced.id));
    if (fresh.length > 0) await ctx.db.insert(documentNaming).values(fresh.map(({ personId }) => ({ publicationId: id, personId })));
    fact(publicationAnnounced, { ...aboutFact(loaded), data: { publication: id } });
    return { id: input.document, publishFrom };
  },
});

async function start(ctx: Ctx, documentId: string, publishFrom: Date): Promise<string> {
  const [made] = await ctx.db
    .insert(documentPublication)
    .values({ documentId, announcedByActor: ctx.actor.actorId!, announcedAt: ctx.now, publishFrom })
    .returning({ id: documentPublication.id });
  return made!.id;
}

/** Calls an announcement off; whoever was told hears of it. @throws AppError `already_done` when none stands. */
export const cancelPublication = defineAction({
  name: "document.cancel-publication",
  input: CancelPublicationInput,
  limit: perPerson(20, "hour"),
  load: async (ctx, input) => ({ ...(await accessDocument(ctx, input.document)), announced: await findAnnounced(ctx, input.document, true) }),
  allow: (actor, loaded) => mayPublish(actor, loaded.relation),
  run: async (ctx, { input, loaded, fact }) => {
    const { announced } = loaded;
    if (!announced) throw new AppError("already_done");
    await ctx.db.update(documentPublication).set({ state: "cancelled" }).where(eq(documentPublication.id, announced.id));
    fact(publicationCancelled, { ...aboutFact(loaded), data: { publication: announced.id } });
    return { id: input.document };
  },
});
