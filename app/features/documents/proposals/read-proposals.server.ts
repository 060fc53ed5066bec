import { and, desc, eq, or, sql } from "drizzle-orm";
import { documentProposal } from "#db/schema/index";
import { readPlace, type Place, type SomeReaders } from "~/features/groups/index.server";
import { mayDecideProposal, mayPropose, mayWithdrawProposal, mayWriteDocument } from "~/permissions/documents";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessDocument } from "../access-document.server";
import { namePeople } from "../blocks/name-people.server";
import type { PeopleNames } from "../blocks/people-names";
import type { ComparedBlock } from "../compare/compare-texts";
import { projectDocument } from "../project-document.server";
import { whoReadsText } from "../narrowing/who-reads-text.server";
import { authorsIn, showDocument } from "../show-documents.server";
import { proposalHref, type Author, type DocumentView } from "../views";
import { accessProposal, findDraft, forkOf, proposalColumns, type ProposalRow } from "./access-proposal.server";
import { askWorker } from "./ask-worker.server";
import { leave } from "./change-proposal.server";
import type { TextPiece } from "./edit-fork";
import { partsNow } from "./send-proposal.server";
import type { PartState } from "./weigh-proposal";

export interface ProposalView {
  id: string;
  href: string;
  state: "draft" | "open" | "decided" | "withdrawn";
  outcome: "accepted" | "partly" | "declined" | null;
  author: Author;
  mine: boolean;
  at: string;
  note: string;
  reason: string;
  decided: { by: Author; at: string } | null;
}

/** One place that a proposal changes. */
export interface PartView {
  key: string;
  state: PartState;
  /** Whether it was put into the text; null while nobody decided. */
  taken: boolean | null;
  blocks: ComparedBlock[];
}

export interface ProposalsPage {
  document: DocumentView;
  place: Place;
  open: ProposalView[];
  decided: ProposalView[];
  /** I have one that I did not send yet. */
  draft: boolean;
  may: { propose: Verdict; write: Verdict };
}

/** Proposals for a text: those that wait, oldest first, and the last hundred that were decided on. @throws AppError as `accessDocument`. */
export async function listProposals(ctx: Ctx, documentId: string): Promise<ProposalsPage> {
  const accessed = await accessDocument(ctx, documentId);
  const rows = await ctx.db
    .select(proposalColumns)
    .from(documentProposal)
    .where(and(eq(documentProposal.documentId, documentId), eq(documentProposal.moderation, "visible"), or(eq(documentProposal.state, "open"), eq(documentProposal.state, "decided"))))
    .orderBy(sql`${documentProposal.state} = 'open' desc`, desc(documentProposal.changedAt), desc(documentProposal.id))
    .limit(200);
  const views = await show(ctx, accessed.document.spaceId, rows);
  return {
    document: showDocument(accessed.document),
    place: await readPlace(ctx, accessed),
    open: views.filter(({ state }) => state === "open").reverse(),
    decided: views.filter(({ state }) => state === "decided").slice(0, 100),
    draft: (await findDraft(ctx, documentId)) !== undefined,
    may: { propose: mayPropose(ctx.actor, accessed.relation), write: mayWriteDocument(ctx.actor, accessed.relation) },
  };
}

export interface ProposalPage {
  document: DocumentView;
  place: Place;
  proposal: ProposalView;
  parts: PartView[];
  may: { decide: Verdict; withdraw: Verdict };
}

/** One proposal with what it changes: in the text of now, or as it was when it was decided on. @throws AppError as `accessProposal`. */
export async function readProposal(ctx: Ctx, documentId: string, id: string): Promise<ProposalPage> {
  const { proposal: row, stands, ...accessed } = await accessProposal(ctx, id);
  if (row.documentId !== documentId || row.state === "draft") throw new AppError("not_found");
  const [proposal] = await show(ctx, accessed.document.spaceId, [row]);
  return {
    document: showDocument(accessed.document),
    place: await readPlace(ctx, accessed),
    proposal: proposal!,
    parts: row.state === "open" ? await openParts(ctx, row) : row.parts.map(({ key, state, taken, blocks }) => ({ key, state, taken, blocks: drawable(blocks) })),
    may: { decide: mayDecideProposal(ctx.actor, accessed.relation, stands), withdraw: mayWithdrawProposal(ctx.actor, accessed.relation, stands) },
  };
}

export interface ProposePage {
  document: DocumentView;
  place: Place;
  readers: SomeReaders;
  /** Of the draft, also of one that is not there yet. */
  id: string;
  /** What the draft changes so far. */
  parts: PartView[];
  hasDraft: boolean;
  pieces: TextPiece[];
  /** The piece that is being changed. */
  chosen: string | null;
  newEdit: string;
  may: { propose: Verdict };
}

/** What writing a proposal needs: the text in pieces, as my draft has it. @throws AppError as `accessDocument`. */
export async function readPropose(ctx: Ctx, documentId: string, chosen: string | null): Promise<ProposePage> {
  const accessed = await accessDocument(ctx, documentId);
  const may = mayPropose(ctx.actor, accessed.relation);
  if (may === "sign_in") throw new AppError("sign_in");
  const draft = await findDraft(ctx, documentId);
  const fork = draft ? await forkOf(ctx, draft.id) : await leave(ctx, documentId);
  return {
    document: showDocument(accessed.document),
    place: await readPlace(ctx, accessed),
    readers: await whoReadsText(ctx, accessed),
    id: draft?.id ?? crypto.randomUUID(),
    parts: draft ? await openParts(ctx, draft) : [],
    hasDraft: draft !== undefined,
    pieces: await askWorker(ctx, "pieces", { fork: { base: fork.base, update: fork.update } }),
    chosen,
    newEdit: crypto.randomUUID(),
    may: { propose: may },
  };
}

export interface ProposeEditorPage {
  document: DocumentView;
  place: Place;
  readers: SomeReaders;
  /** Of the draft, also of one that is not there yet. */
  id: string;
  /** Those whom the text names. */
  people: PeopleNames;
}

/** What the editor of a draft needs besides its bytes. @throws AppError as `accessDocument`, or the rule's code. */
export async function readProposeEditor(ctx: Ctx, documentId: string): Promise<ProposeEditorPage> {
  const accessed = await accessDocument(ctx, documentId);
  const may = mayPropose(ctx.actor, accessed.relation);
  if (may !== true) throw new AppError(may);
  const { content } = await projectDocument(ctx, accessed.document);
  return {
    document: showDocument(accessed.document),
    place: await readPlace(ctx, accessed),
    readers: await whoReadsText(ctx, accessed),
    id: (await findDraft(ctx, documentId))?.id ?? crypto.randomUUID(),
    people: await namePeople(ctx, accessed.document.spaceId, content),
  };
}

async function openParts(ctx: Ctx, row: ProposalRow): Promise<PartView[]> {
  return (await partsNow(ctx, row)).map(({ key, state, comparison }) => ({ key, state, taken: null, blocks: comparison.blocks }));
}

async function show(ctx: Ctx, spaceId: string, rows: ProposalRow[]): Promise<ProposalView[]> {
  const author = await authorsIn(ctx, spaceId, [...new Set(rows.flatMap(({ authorActor, decidedByActor }) => [authorActor, ...(decidedByActor ? [decidedByActor] : [])]))]);
  return rows.map(({ id, documentId, state, outcome, authorActor, createdAt, note, reason, decidedByActor, decidedAt }) => ({
    id,
    href: proposalHref(documentId, id),
    state,
    outcome,
    author: author(authorActor),
    mine: authorActor === ctx.actor.actorId,
    at: createdAt.toISOString(),
    note,
    reason,
    decided: decidedByActor && decidedAt ? { by: author(decidedByActor), at: decidedAt.toISOString() } : null,
  }));
}

const known: readonly ComparedBlock["as"][] = ["paragraph", "heading", "item", "quote", "row", "label"];

/** Only what a comparison can be drawn from, whatever the database holds. */
function drawable(blocks: ProposalRow["parts"][number]["blocks"]): ComparedBlock[] {
  return blocks.flatMap(({ as, level, pieces }) => {
    const kind = known.find((one) => one === as);
    return kind ? [{ as: kind, level: Math.min(8, Math.max(1, Math.trunc(Number(level)) || 1)), pieces: pieces.map(({ text, change }) => ({ text: String(text), ...(change ? { change } : {}) })) }] : [];
  });
}
