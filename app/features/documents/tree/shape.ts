import type { Code } from "~/platform/codes";
import { limits } from "~/platform/limits";

/** A text as a place in the tree of its group. */
export interface TreeRow {
  id: string;
  parentId: string | null;
  /** Among those beneath the same text; null for one that nobody placed: behind those that somebody did. */
  position: number | null;
  createdAt: Date;
  /** False for one in the trash or put out by moderation: what stands beneath it shows one level up. */
  shown: boolean;
}

/** A text with what is shown beneath it. */
export interface TreeNode<R extends TreeRow = TreeRow> {
  row: R;
  /** 1 at the top. */
  level: number;
  children: TreeNode<R>[];
}

/** Where a text comes to stand: beneath which one, and behind which of those there; null is the top, and the first place. */
export interface Place {
  parent: string | null;
  after: string | "last" | null;
}

const inOrder = (a: TreeRow, b: TreeRow): number => {
  if (a.position !== b.position) return (a.position ?? Infinity) - (b.position ?? Infinity);
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
};

/** What stands directly beneath each text, in order; under null what stands at the top. One whose parent is not among the rows is at the top. */
export function childrenOf<R extends TreeRow>(rows: readonly R[]): Map<string | null, R[]> {
  const known = new Set(rows.map(({ id }) => id));
  const beneath = new Map<string | null, R[]>();
  for (const row of rows) {
    const parent = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
    const list = beneath.get(parent);
    if (list) list.push(row);
    else beneath.set(parent, [row]);
  }
  for (const list of beneath.values()) list.sort(inOrder);
  return beneath;
}

/** The tree as readers see it: what is not shown gives its place to what stands beneath it. */
export function buildTree<R extends TreeRow>(rows: readonly R[]): TreeNode<R>[] {
  const beneath = childrenOf(rows);
  const build = (parent: string | null, level: number): TreeNode<R>[] =>
    (beneath.get(parent) ?? []).flatMap((row) => (row.shown ? [{ row, level, children: build(row.id, level + 1) }] : build(row.id, level)));
  return build(null, 1);
}

/** All of a tree from top to bottom, each before what stands beneath it. */
export function flatten<R extends TreeRow>(nodes: readonly TreeNode<R>[]): TreeNode<R>[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}

/** A text with everything beneath it, itself first; shown or not. */
export function withBeneath<R extends TreeRow>(rows: readonly R[], id: string): R[] {
  const beneath = childrenOf(rows);
  const gather = (row: R): R[] => [row, ...(beneath.get(row.id) ?? []).flatMap(gather)];
  const top = rows.find((row) => row.id === id);
  return top ? gather(top) : [];
}

/** How many levels down each text stands; 1 at the top, and 0 for the top itself. */
function levelsOf(rows: readonly TreeRow[]): Map<string | null, number> {
  const parents = new Map(rows.map((row) => [row.id, row.parentId]));
  const level = (id: string | null): number => (id !== null && parents.has(id) ? 1 + level(parents.get(id)!) : 0);
  return new Map([[null, 0], ...rows.map(({ id }) => [id, level(id)] as const)]);
}

/** How many levels a text takes with what stands beneath it. */
function heightOf(rows: readonly TreeRow[], id: string): number {
  const beneath = childrenOf(rows);
  const height = (of: string): number => 1 + Math.max(0, ...(beneath.get(of) ?? []).map((row) => height(row.id)));
  return height(id);
}

export interface Moved {
  id: string;
  parentId: string | null;
  position: number;
}

/**
 * What changes when a text comes to stand somewhere else among the texts of its group: itself, and those whose number there
 * becomes another; nothing when it stands there already. A code when it cannot: `under_itself`, `too_deep`,
 * `too_many_here`, `not_found` for a parent that is not there, `stale` for a neighbour that is not there any more.
 */
export function place(rows: readonly TreeRow[], id: string, { parent, after }: Place): Moved[] | Code {
  const above = parent === null ? null : rows.find((row) => row.id === parent && row.shown);
  if (above === undefined) return "not_found";
  if (parent !== null && withBeneath(rows, id).some((row) => row.id === parent)) return "under_itself";
  if (levelsOf(rows).get(parent)! + heightOf(rows, id) > limits.documentTreeLevels) return "too_deep";
  const siblings = (childrenOf(rows).get(parent) ?? []).filter((row) => row.id !== id);
  if (parent !== null && siblings.length >= limits.documentsUnderOne) return "too_many_here";
  const index = after === null ? 0 : after === "last" ? siblings.length : siblings.findIndex((row) => row.id === after) + 1;
  if (index === 0 && after !== null && after !== "last") return "stale";
  const row = rows.find((one) => one.id === id)!;
  const order = [...siblings.slice(0, index), row, ...siblings.slice(index)];
  const stood = (childrenOf(rows).get(row.parentId) ?? []).map((one) => one.id);
  if (row.parentId === parent && order.every((one, at) => stood[at] === one.id)) return [];
  return order.flatMap((one, at) => (one.position === at + 1 && one.parentId === parent ? [] : [{ id: one.id, parentId: parent, position: at + 1 }]));
}

/** The texts beneath which a text may come, other than the one where it stands, from top to bottom: those for which `place` finds a place. */
export function mayStandBeneath<R extends TreeRow>(rows: readonly R[], id: string): TreeNode<R>[] {
  const own = new Set(withBeneath(rows, id).map((row) => row.id));
  const room = limits.documentTreeLevels - heightOf(rows, id);
  const levels = levelsOf(rows);
  const beneath = childrenOf(rows);
  const now = rows.find((row) => row.id === id)?.parentId;
  return flatten(buildTree(rows)).filter(({ row }) => {
    if (own.has(row.id) || row.id === now) return false;
    return levels.get(row.id)! <= room && (beneath.get(row.id)?.length ?? 0) < limits.documentsUnderOne;
  });
}

/** The places to which a text goes with one tap, as readers see the tree; null where there is none. */
export function stepsFrom<R extends TreeRow>(rows: readonly R[], id: string): Record<"up" | "down" | "out", Place | null> {
  const beneath = childrenOf(rows);
  const row = rows.find((one) => one.id === id);
  if (!row) return { up: null, down: null, out: null };
  const parent = row.parentId !== null && rows.some((one) => one.id === row.parentId) ? row.parentId : null;
  const siblings = beneath.get(parent) ?? [];
  const shown = siblings.filter((one) => one.shown || one.id === id);
  const at = shown.findIndex((one) => one.id === id);
  const before = at > 0 ? siblings[siblings.findIndex((one) => one.id === shown[at - 1]!.id) - 1] : undefined;
  const visible = parent === null || rows.some((one) => one.id === parent && one.shown);
  const above = shownAbove(rows, row);
  return {
    up: visible && at > 0 ? { parent, after: before && before.id !== id ? before.id : null } : null,
    down: visible && at < shown.length - 1 ? { parent, after: shown[at + 1]!.id } : null,
    out: above ? nextShown(rows, above) : null,
  };
}

/** The text beneath which readers see it. */
function shownAbove(rows: readonly TreeRow[], row: TreeRow): TreeRow | undefined {
  const above = rows.find((one) => one.id === row.parentId);
  return above && !above.shown ? shownAbove(rows, above) : above;
}

/** One level up, right behind the text that it stood beneath. */
function nextShown(rows: readonly TreeRow[], above: TreeRow): Place {
  const over = rows.find((one) => one.id === above.parentId) ?? null;
  if (over && !over.shown) return nextShown(rows, over);
  return { parent: over?.id ?? null, after: above.id };
}
