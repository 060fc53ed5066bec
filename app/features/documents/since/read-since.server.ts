import { and, eq, inArray } from "drizzle-orm";
import { documentClient } from "#db/schema/index";
import { readPlace, type Place } from "~/features/groups/index.server";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessDocument } from "../access-document.server";
import { askState } from "../writing/join-document.server";
import { lanesOf } from "../worker/lanes.server";
import { authorsIn, showDocument } from "../show-documents.server";
import type { Author, DocumentView } from "../views";
import { LaneError } from "../worker/worker-lane.server";
import type { ChangedPart, Since } from "./compare-since";
import { findVisit, visitText } from "./note-visit.server";
import { stateAt } from "./old-state.server";
import { seenBefore } from "./visits";

export interface PartView extends Omit<ChangedPart, "clients"> {
  /** Who wrote here, as this reader may see them; whoever only took words away is not among them. */
  by: Author[];
  /** The reader wrote here too. */
  mine: boolean;
}

export interface SincePage {
  document: DocumentView;
  place: Place;
  /** When the reader was there; null when that is not known. */
  at: string | null;
  /** `first`: they never were there before; `lost`: nothing is kept of what stood there; `too_long` to compare. */
  state: "first" | "same" | "lost" | "too_long" | "changed";
  /** Of when the version is that was compared, where what the reader saw is not kept itself. */
  roughly: string | null;
  added: number;
  removed: number;
  headings: boolean;
  parts: PartView[];
}

/** A number of the log out of an address, 0 for what a text began with; null for anything else. */
export const sinceNumber = (value: string | null): number | null => (value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null);

/** How long the worker may take over it, in milliseconds. */
const compareMs = 10_000;

/**
 * What changed in a text since the reader was there, by its parts, with who wrote. `since` is a number of the log from a link:
 * one up to which the reader saw the text, so that nobody puts together what others typed and took away in between. Without
 * one, or with another one, it counts from the reader's last visit.
 * @throws AppError as `accessDocument`; `sign_in` for who has no account: nothing is kept of them.
 */
export async function readSince(ctx: Ctx, id: string, since: number | null): Promise<SincePage> {
  const accessed = await accessDocument(ctx, id);
  const { document } = accessed;
  const { personId, actorId } = ctx.actor;
  if (personId === null || actorId === null) throw new AppError("sign_in");
  const found = await findVisit(ctx, { personId, actorId }, id);
  const before = seenBefore(found?.visit ?? null, found?.wroteAt ?? null, ctx.now);
  await visitText(ctx, document);
  const own = found && [found.visit.seq, found.visit.beforeSeq];
  const from = since !== null && own?.includes(since) ? since : (before?.seq ?? null);
  const page = {
    document: showDocument(document),
    place: await readPlace(ctx, accessed),
    at: momentOf(from, before, found?.visit ?? null)?.toISOString() ?? null,
    roughly: null,
    added: 0,
    removed: 0,
    headings: false,
    parts: [],
  };
  if (from === null) return { ...page, state: "first" };
  if (from >= document.seq) return { ...page, state: "same" };
  const old = await stateAt(ctx, id, from);
  if (!old) return { ...page, state: "lost" };
  const { answer: now } = await askState(ctx, id, "project", { document: id });
  const changed = await compare(ctx, { before: old.updates, after: now.snapshot });
  if (!changed) return { ...page, state: "too_long" };
  const parts = await showParts(ctx, document, changed.parts);
  return { ...page, state: "changed", roughly: old.roughly?.toISOString() ?? null, added: changed.added, removed: changed.removed, headings: changed.headings, parts };
}

function momentOf(from: number | null, before: { seq: number; at: Date } | null, visit: { seq: number; at: Date } | null): Date | null {
  if (before?.seq === from) return before.at;
  return visit?.seq === from ? visit.at : null;
}

/** Null when the texts are too long, or too different, to compare within the time. */
async function compare(ctx: Ctx, order: { before: Uint8Array[]; after: Uint8Array }): Promise<Since | null> {
  try {
    return await lanesOf(ctx.house).files.ask("compareSince", order, compareMs);
  } catch (error) {
    if (!(error instanceof LaneError)) throw error;
    ctx.house.logger.warn({ err: error }, "what changed since a visit could not be compared");
    return null;
  }
}

async function showParts(ctx: Ctx, document: { id: string; spaceId: string }, parts: readonly ChangedPart[]): Promise<PartView[]> {
  const clients = [...new Set(parts.flatMap((part) => part.clients))];
  const rows = clients.length === 0 ? [] : await ctx.db.select({ client: documentClient.client, actorId: documentClient.actorId }).from(documentClient).where(and(eq(documentClient.documentId, document.id), inArray(documentClient.client, clients)));
  const owners = new Map(rows.map(({ client, actorId }) => [client, actorId]));
  const author = await authorsIn(ctx, document.spaceId, [...new Set(owners.values())]);
  return parts.map(({ clients: wrote, ...part }) => {
    const actors = [...new Set(wrote.flatMap((client) => owners.get(client) ?? []))];
    return { ...part, by: actors.filter((one) => one !== ctx.actor.actorId).map(author), mine: actors.some((one) => one === ctx.actor.actorId) };
  });
}
