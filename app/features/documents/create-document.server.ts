import { document, documentWriter } from "#db/schema/index";
import { accessGroup, type AccessedGroup } from "~/features/groups/index.server";
import { mayCreateDocument } from "~/permissions/documents";
import type { TextReaders } from "~/permissions/document-access";
import { actingRole } from "~/permissions/relations";
import type { Actor } from "~/platform/actor";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { aboutText } from "./access-document.server";
import { keepLinks } from "./backlinks/keep-links.server";
import { contentOfText, emptyContent, schemaVersionOf, type ContentNode } from "./content";
import { documentCreated } from "./facts";
import { CreateDocumentInput } from "./input";
import { lanesOf } from "./worker/lanes.server";
import { licencesAfter } from "./library/choices";
import { accessEdition } from "./library/origin.server";
import { findDocument, type DocumentRow } from "./queries.server";
import { accessTemplate, contentOf } from "./templates/read-templates.server";
import { noteTemplate } from "./templates/template-of.server";
import { isShared, sharedTemplate } from "./templates/shared-templates";
import { readTreeRows } from "./tree/hold-tree.server";
import { standBeneath } from "./tree/place-document.server";
import type { Projection } from "./worker/orders";

/**
 * Begins a shared text. Its first content is made here, once, so that no two editors ever make it side by side. Sending it
 * again with the same id gives the first. @throws AppError `already_done` when the id was used for something else,
 * `not_found` for material or a template that is not there, `wider_audience` for a template that more people would read
 * there, what `place` refuses beneath another text, or the rule's code.
 */
export const createDocument = defineAction({
  name: "document.create",
  input: CreateDocumentInput,
  limit: perPerson(20, "hour"),
  prepare: async (ctx, input) => {
    if (input.fromEdition) return lanesOf(ctx.house).state.ask("seed", { content: (await accessEdition(ctx, input.fromEdition)).content as unknown as ContentNode }, 10_000);
    return lanesOf(ctx.house).state.ask("seed", { content: withText(await beginningOf(ctx, input), input.text ? contentOfText(input.text) : null) }, 10_000);
  },
  load: async (ctx, input) => {
    const accessed = await accessGroup(ctx, input.groupId);
    const origin = input.fromEdition ? await accessEdition(ctx, input.fromEdition) : null;
    const template = isShared(input.template) || origin ? null : await accessTemplate(ctx, input.template, input.groupId);
    // After all that grants a right: what waits for these rows then waits for nothing else.
    const tree = input.parent ? await readTreeRows(ctx, [accessed]) : [];
    return { ...accessed, origin, template, tree, earlier: (await findDocument(ctx, input.id)) ?? null };
  },
  allow: (actor, loaded, input) => mayBegin(actor, loaded, input),
  run: async (ctx, { input, loaded, prepared, fact }) => {
    const { template } = loaded;
    if (template && template.source.spaceId !== loaded.space.id) throw new AppError("not_found");
    const given = loaded.origin ?? template;
    if (given && !licencesAfter(given.licence).includes(input.licence)) throw new AppError("invalid_input", { fields: { licence: "not_valid" } });
    const origin = loaded.origin ?? originOfTemplate(template?.source);
    const begun = await beginDocument(ctx, { input, few: loaded.tree.find((row) => row.id === input.parent)?.few, loaded, prepared, origin, wrote: input.text !== "" }, fact);
    if (template && !loaded.earlier) await noteTemplate(ctx, begun.id, template.source);
    if (input.parent && !loaded.earlier) await standBeneath(ctx, loaded.tree, { id: begun.id, parent: input.parent });
    return begun;
  },
});

/** What a template says, before somebody's own first words. */
async function beginningOf(ctx: Ctx, { template, groupId }: { template: string; groupId: string }): Promise<ContentNode> {
  if (isShared(template)) return sharedTemplate(template);
  await accessTemplate(ctx, template, groupId);
  return contentOf(ctx, template);
}

/** A template keeps the origin of its text: what was made from learning material says so for good. */
function originOfTemplate(source: DocumentRow | undefined): NewDocument["origin"] {
  return source?.originEditionId ? { id: source.originEditionId, audience: source.audience, minutes: source.minutes, language: source.language } : null;
}

/** What a new text is made of. */
export interface NewDocument {
  input: { id: string; groupId: string; title: string; licence: string; readBy?: TextReaders };
  /** Who read it besides who begins it, where few do. */
  few?: readonly string[];
  loaded: AccessedGroup & { earlier: DocumentRow | null };
  prepared: Projection;
  /** The edition that it was made from. */
  origin?: { id: string; audience: string; minutes: number | null; language: string } | null;
  /** Whether its first words are the actor's own. */
  wrote: boolean;
}

/** Puts a new text with its first content into the database, once for each id. @throws AppError `already_done` when the id was used for something else. */
export async function beginDocument(ctx: Ctx, { input, few = [], loaded, prepared, origin, wrote }: NewDocument, fact: FactWriter): Promise<{ id: string }> {
  if (loaded.earlier) return { id: loaded.earlier.id };
  const actorId = ctx.actor.actorId!;
  const { id, groupId, title, licence, readBy = "group" } = input;
  const access = readBy === "few" ? { readBy, writtenBy: "few" as const, few: [...new Set([...few, ...(loaded.membership ? [loaded.membership.id] : [])])].sort() } : { readBy };
  const snapshot = Buffer.from(prepared.snapshot);
  const made = await ctx.db
    .insert(document)
    .values({
      id,
      groupId,
      title,
      licence,
      spaceId: loaded.space.id,
      authorActor: actorId,
      ...access,
      snapshot,
      snapshotVector: Buffer.from(prepared.vector),
      bytes: snapshot.byteLength,
      schemaVersion: schemaVersionOf(prepared.content),
      ...(origin ? { originEditionId: origin.id, audience: origin.audience, minutes: origin.minutes, language: origin.language } : {}),
      content: { ...prepared.content },
      plainText: prepared.text,
      changedAt: ctx.now,
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: document.id });
  if (made.length === 0) {
    // The same id came in twice at once; the other one was first.
    const first = await findDocument(ctx, id);
    if (first && isSame(first, actorId, input)) return { id };
    throw new AppError("already_done");
  }
  await keepLinks(ctx, id, prepared.content);
  if (wrote) await ctx.db.insert(documentWriter).values({ documentId: id, actorId, lastAt: ctx.now });
  fact(documentCreated, { ...aboutText({ id, groupId, spaceId: loaded.space.id, readBy }), role: actingRole(loaded.relation.space), data: {} });
  return { id };
}

/** Whether a new text may be begun there; sending the same again is the same. */
export function mayBegin(actor: Actor, { relation, earlier }: Pick<NewDocument["loaded"], "relation" | "earlier">, given: { groupId: string }): Verdict {
  if (!earlier) return mayCreateDocument(actor, relation);
  return isSame(earlier, actor.actorId, given) ? true : "already_done";
}

function withText(template: ContentNode, first: ContentNode | null): ContentNode {
  if (!first) return template;
  if (template === emptyContent) return first;
  return { type: "doc", content: [...(template.content ?? []), ...(first.content ?? [])] };
}

function isSame(earlier: DocumentRow, actorId: string | null, given: { groupId: string }): boolean {
  return earlier.authorActor === actorId && earlier.groupId === given.groupId;
}
