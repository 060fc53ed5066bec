import { createHash } from "node:crypto";
import { readPlace, type Place } from "~/features/groups/index.server";
import { mayAlignEasyVersion, mayBeginEasyVersion } from "~/permissions/documents";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessDocument } from "../access-document.server";
import { namePeople } from "../blocks/name-people.server";
import type { PeopleNames } from "../blocks/people-names";
import type { Comparison } from "../compare/compare-texts";
import type { ContentNode } from "../content";
import { lanesOf } from "../worker/lanes.server";
import { showDocument } from "../show-documents.server";
import type { DocumentRow } from "../queries.server";
import { documentHref, type DocumentView } from "../views";
import type { Block } from "../worker/blocks";
import type { AlignedRow } from "./align-blocks.server";
import { accessBeside, accessOther, findTie, type Beside } from "./find-easy.server";
import type { BesideRow, EasyView } from "./views";

export interface BesidePage {
  document: DocumentView;
  source: DocumentView;
  place: Place;
  rows: BesideRow[];
  people: PeopleNames;
  /** Makes a second tap on "take over" do it once. */
  newPush: string;
  may: { align: Verdict };
}

/** Differences that a page shows; of what changed beyond these it only says that it did. */
const comparedAtMost = 40;

/** What names the words of these blocks. */
export function signOf(blocks: readonly Block[]): string {
  return createHash("sha256").update(JSON.stringify(blocks.map(({ key, node }) => [key, node]))).digest("base64url").slice(0, 22);
}

/** An easy version with its source beside it, part by part. @throws AppError as `accessBeside`. */
export async function readBeside(ctx: Ctx, easyId: string): Promise<BesidePage> {
  const beside = await accessBeside(ctx, easyId);
  const { easy, source, blocks } = beside;
  const all: ContentNode = { type: "doc", content: [...blocks.source, ...blocks.easy].map(({ node }) => node) };
  return {
    document: showDocument(easy.document),
    source: showDocument(source.document),
    place: await readPlace(ctx, easy),
    rows: await showRows(ctx, beside),
    people: await namePeople(ctx, easy.document.spaceId, all),
    newPush: crypto.randomUUID(),
    may: { align: mayAlignEasyVersion(ctx.actor, easy.relation) },
  };
}

/** The same for the editor, which draws what is beside each part; null for a text that is no easy version, or whose source cannot be read. */
export async function readBesideEditor(ctx: Ctx, tie: EasyView | null, easyId: string): Promise<BesideRow[] | null> {
  if (tie?.is !== "easy" || !tie.other) return null;
  try {
    const { rows } = await accessBeside(ctx, easyId);
    return rows.map((row) => showRow(row, null));
  } catch (error) {
    // Then it is written without.
    if (error instanceof AppError && error.code === "too_large") return null;
    throw error;
  }
}

async function showRows(ctx: Ctx, { rows }: Beside): Promise<BesideRow[]> {
  let compared = 0;
  let above: AlignedRow | null = null;
  const shown: BesideRow[] = [];
  for (const row of rows) {
    const compare = row.state === "behind" && row.seen.length > 0 && (compared += 1) <= comparedAtMost;
    shown.push({ ...showRow(row, compare ? await changedIn(ctx, row) : null), above: row.state === "missing" ? withAbove(row, above) : null });
    if (row.source.length > 0) above = row;
  }
  return shown;
}

async function changedIn(ctx: Ctx, { seen, source }: AlignedRow): Promise<Comparison> {
  const [before, after] = [seen, source.map(({ node }) => node)].map((content): ContentNode => ({ type: "doc", content }));
  return lanesOf(ctx.house).state.ask("compareContents", { before: before!, after: after! }, 10_000);
}

/** Only a part that is in order: to say of both at once that they are right would hide that one is behind. */
function withAbove(row: AlignedRow, above: AlignedRow | null): BesideRow["above"] {
  if (above?.state !== "current") return null;
  const source = [...above.source, ...row.source];
  return { easy: above.easy.map(({ key }) => key), source: source.map(({ key }) => key), sign: signOf(source) };
}

function showRow({ state, source, easy }: AlignedRow, changed: Comparison | null): BesideRow {
  return { state, source, easy, sign: signOf(source), above: null, changed };
}

/** How a text stands to its easy version, or to its source; null without one. */
export async function readTie(ctx: Ctx, document: Pick<DocumentRow, "id">): Promise<EasyView | null> {
  const tie = await findTie(ctx, document.id);
  if (!tie) return null;
  const is = tie.easyId === document.id ? "easy" : "source";
  const other = await accessOther(ctx, is === "easy" ? tie.sourceId : tie.easyId);
  if (!other) return { is, other: null, behind: 0 };
  return { is, other: { id: other.document.id, title: other.document.title }, behind: is === "easy" ? await countBehind(ctx, document.id) : 0 };
}

/** How many parts of an easy version do not say what their source says now. */
export async function countBehind(ctx: Ctx, easyId: string): Promise<number> {
  try {
    const { rows } = await accessBeside(ctx, easyId);
    return rows.filter(({ state }) => state !== "current" && state !== "own").length;
  } catch (error) {
    if (error instanceof AppError && error.code === "too_large") return 0;
    throw error;
  }
}

export interface BeginEasyForm {
  document: DocumentView;
  place: Place;
  /** The one that there is already; `href` leads to it, or to the trash that it lies in, for who may see it. */
  easy: { is: "there" | "in_trash" | "not_seen"; href: string | null } | null;
  newId: string;
  may: { begin: Verdict };
}

/** What the form to begin an easy version needs. @throws AppError as `accessDocument`. */
export async function readBeginEasy(ctx: Ctx, id: string): Promise<BeginEasyForm> {
  const accessed = await accessDocument(ctx, id);
  const tie = await findTie(ctx, id);
  return {
    document: showDocument(accessed.document),
    place: await readPlace(ctx, accessed),
    easy: tie && tie.easyId !== id ? await findEasy(ctx, tie.easyId) : null,
    newId: crypto.randomUUID(),
    may: { begin: mayBeginEasyVersion(ctx.actor, accessed.relation, { isEasy: tie?.easyId === id }) },
  };
}

async function findEasy(ctx: Ctx, easyId: string): Promise<BeginEasyForm["easy"]> {
  try {
    const { document } = await accessDocument(ctx, easyId, { inTrash: true });
    return document.trashedAt ? { is: "in_trash", href: `/groepen/${document.groupId}/prullenbak` } : { is: "there", href: documentHref(easyId) };
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return { is: "not_seen", href: null };
    throw error;
  }
}
