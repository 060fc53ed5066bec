import { readPlace, type Place } from "~/features/groups/index.server";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessDocument } from "../access-document.server";
import { askState } from "../writing/join-document.server";
import { lanesOf } from "../worker/lanes.server";
import { listRevisions } from "../versions/read-versions.server";
import { stateOfRevision } from "../versions/revisions.server";
import { showDocument } from "../show-documents.server";
import type { DocumentView, RevisionView } from "../views";
import type { Comparison } from "./compare-texts";

export interface ComparisonPage {
  document: DocumentView;
  place: Place;
  versions: RevisionView[];
  /** The older of the two, and the newer; null: the text of now. */
  from: RevisionView;
  to: RevisionView | null;
  comparison: Comparison;
}

/** How long the worker may take over two texts, in milliseconds. */
const compareMs = 10_000;

/**
 * What changed between a version of a text and another, or the text of now. The older one comes first, whatever was asked.
 * @throws AppError as `accessDocument`; `not_found` for a version that is not there.
 */
export async function readComparison(ctx: Ctx, id: string, asked: { from: string; to: string | null }): Promise<ComparisonPage> {
  const accessed = await accessDocument(ctx, id);
  const versions = await listRevisions(ctx, accessed.document);
  const at = (version: string) => versions.findIndex((one) => one.id === version);
  const [one, other] = [at(asked.from), asked.to === null ? null : at(asked.to)];
  if (one === -1 || other === -1) throw new AppError("not_found");
  // The list begins with the newest.
  const [older, newer] = other === null || one >= other ? [one, other] : [other, one];
  const [from, to] = [versions[older]!, newer === null ? null : versions[newer]!];
  const before = await stateOfRevision(ctx, id, from.id);
  const after = to ? await stateOfRevision(ctx, id, to.id) : (await askState(ctx, id, "project", { document: id })).answer.snapshot;
  return {
    document: showDocument(accessed.document),
    place: await readPlace(ctx, accessed),
    versions,
    from,
    to,
    comparison: await lanesOf(ctx.house).state.ask("compare", { before, after }, compareMs),
  };
}
