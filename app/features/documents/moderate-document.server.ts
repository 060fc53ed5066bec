import { eq, sql } from "drizzle-orm";
import { document, documentComment } from "#db/schema/index";
import { showPeople } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { aboutText, accessDocument } from "./access-document.server";
import { changeEditionsOf, changeEditionsWith } from "./editions/change-editions.server";
import { plainTextOf } from "./content";
import { commentModerated, documentModerated } from "./facts";
import { accessComment, findComment, type CommentRow } from "./comments/post-comment.server";
import { projectDocument } from "./project-document.server";
import { findDocument, type DocumentRow } from "./queries.server";
import { documentHref } from "./views";

type State = DocumentRow["moderation"];
const states = ["visible", "hidden", "removed"] as const;
const stateIn = (before: Record<string, unknown>, key: string): State => states.find((one) => one === before[key]) ?? "visible";

/**
 * What moderation, further up, needs to see a text and to act upon it. The right to do so comes from a case, so nothing
 * here asks for it; each function runs inside an action of moderation. Hiding ends the editing at once, for everyone.
 */
export const documentSubject = {
  kind: "document" as const,
  /** As the actor may see it. @throws AppError as `accessDocument`. */
  see: async (ctx: Ctx, id: string) => describe(ctx, (await accessDocument({ ...ctx, writing: false }, id)).document),
  find: async (ctx: Ctx, id: string) => {
    const row = await findDocument(ctx, id);
    return row ? describe(ctx, row) : null;
  },
  measures: {
    hide: { apply: (ctx: Ctx, id: string, fact: FactWriter) => changeDocument(ctx, id, "hidden", fact), undo: giveBackDocument },
    remove: { apply: (ctx: Ctx, id: string, fact: FactWriter) => changeDocument(ctx, id, "removed", fact), undo: giveBackDocument },
  },
};

/** The same for a remark under a text. */
export const commentSubject = {
  kind: "comment" as const,
  see: async (ctx: Ctx, id: string) => {
    const { comment, document: parent } = await accessComment({ ...ctx, writing: false }, id);
    return describeComment(ctx, comment, parent);
  },
  find: async (ctx: Ctx, id: string) => {
    const comment = await findComment(ctx, id);
    const parent = comment && (await findDocument(ctx, comment.documentId));
    return parent ? describeComment(ctx, comment, parent) : null;
  },
  measures: {
    hide: { apply: (ctx: Ctx, id: string, fact: FactWriter) => changeComment(ctx, id, "hidden", fact), undo: giveBackComment },
    remove: { apply: (ctx: Ctx, id: string, fact: FactWriter) => changeComment(ctx, id, "removed", fact), undo: giveBackComment },
  },
};

async function describe(ctx: Ctx, row: DocumentRow) {
  const { spaceId, groupId, title, moderation: state, authorActor } = row;
  const shown = await showPeople(ctx, spaceId, [authorActor]);
  const { content } = await projectDocument(ctx, row);
  return { spaceId, groupId, authorActor, title, text: plainTextOf(content), shownName: shown.get(authorActor)?.shownName ?? "", href: documentHref(row.id), state };
}

async function describeComment(ctx: Ctx, comment: CommentRow, parent: DocumentRow) {
  const { spaceId, groupId, title } = parent;
  const { authorActor, text, state } = comment;
  const shown = await showPeople(ctx, spaceId, [authorActor]);
  return { spaceId, groupId, authorActor, title, text, shownName: shown.get(authorActor)?.shownName ?? "", href: `${documentHref(parent.id)}#opmerking-${comment.id}`, state };
}

/** @returns what it was before. */
async function changeDocument(ctx: Ctx, id: string, to: State, fact: FactWriter): Promise<Record<string, unknown>> {
  const row = await findDocument(ctx, id, true);
  if (!row) return {};
  if (row.moderation !== to) {
    await ctx.db.update(document).set({ moderation: to, rev: sql`${document.rev} + 1` }).where(eq(document.id, id));
    fact(documentModerated, { ...aboutText(row), data: {} });
    // Its editions come and go with it.
    await changeEditionsOf(ctx, id, fact);
    await changeEditionsWith(ctx, id, fact);
  }
  return { moderation: row.moderation };
}

async function giveBackDocument(ctx: Ctx, id: string, before: Record<string, unknown>, fact: FactWriter): Promise<void> {
  await changeDocument(ctx, id, stateIn(before, "moderation"), fact);
}

async function changeComment(ctx: Ctx, id: string, to: State, fact: FactWriter): Promise<Record<string, unknown>> {
  const comment = await findComment(ctx, id, true);
  const parent = comment && (await findDocument(ctx, comment.documentId));
  if (!parent) return {};
  if (comment.state !== to) {
    await ctx.db.update(documentComment).set({ state: to, rev: sql`${documentComment.rev} + 1` }).where(eq(documentComment.id, id));
    fact(commentModerated, { ...aboutText(parent, { kind: "document-comment", id }), data: { document: parent.id } });
  }
  return { state: comment.state };
}

/** What its author took back stays gone: its words are no more. */
async function giveBackComment(ctx: Ctx, id: string, before: Record<string, unknown>, fact: FactWriter): Promise<void> {
  const comment = await findComment(ctx, id);
  if (comment && comment.text !== "") await changeComment(ctx, id, stateIn(before, "state"), fact);
}
