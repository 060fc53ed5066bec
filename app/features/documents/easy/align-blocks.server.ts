import { isDeepStrictEqual } from "node:util";
import { isEmptyContent, type ContentNode } from "../content";
import type { Block } from "../worker/blocks";

/** A block of the easy version with a block of its source, and what that said when somebody last said that both say the same. */
export interface Pair {
  easyBlock: string;
  sourceBlock: string;
  seen: ContentNode;
}

/**
 * How a row stands. `behind`: the source changed since. `unsure`: the block of the easy version was made anew, so it is only
 * a guess that it belongs there. `gone`: the source no longer says it. `missing`: the easy version does not say it.
 * `empty`: its place is kept, nothing is written there yet. `own`: the easy version says it by itself.
 */
export const rowStates = ["current", "behind", "unsure", "gone", "missing", "empty", "own"] as const;
export type RowState = (typeof rowStates)[number];

/** Blocks of the source with those of the easy version that say the same, as they stand beside each other. */
export interface AlignedRow {
  state: RowState;
  source: Block[];
  easy: Block[];
  /** What the source said when they were last the same; only where that is not what it says now. */
  seen: ContentNode[];
}

interface Tie {
  source: number;
  easy: number;
  state: "current" | "behind" | "unsure";
  seen: ContentNode;
}

/**
 * Lays a text and its easy version beside each other. A pair whose block is no longer there is not simply lost: content that
 * came back, as with an old version or a block that was moved, is known again, and what took the place of a block between the
 * same neighbours is shown there, but never said to be the same.
 */
export function alignBlocks(source: readonly Block[], easy: readonly Block[], pairs: readonly Pair[]): AlignedRow[] {
  const [ties, gone] = tie(source, easy, pairs);
  const rows: AlignedRow[] = [];
  const rowOfEasy = new Map<number, AlignedRow>();
  const add = (row: AlignedRow, index: number) => {
    row.easy.push(easy[index]!);
    rowOfEasy.set(index, row);
  };
  source.forEach((block, index) => {
    const its = ties.filter((one) => one.source === index).sort((a, b) => a.easy - b.easy);
    if (its.length === 0 && isEmptyContent(block.node)) return;
    const shared = its.map((one) => rowOfEasy.get(one.easy)).find((row) => row !== undefined);
    const row: AlignedRow = shared ?? { state: "current", source: [], easy: [], seen: [] };
    if (!shared) rows.push(row);
    row.source.push(block);
    for (const one of its) if (!rowOfEasy.has(one.easy)) add(row, one.easy);
    const changed = its.find((one) => one.state === "behind");
    if (changed) row.seen.push(changed.seen);
    row.state = worse(row.state, its.length === 0 ? "missing" : its.map((one) => one.state).reduce(worse));
  });
  // What is nobody's stands with what comes before it; what the source no longer says has a row of its own.
  easy.forEach((block, index) => {
    if (rowOfEasy.has(index)) return;
    const before = index > 0 ? rowOfEasy.get(index - 1) : undefined;
    const seen = gone.get(index);
    if (!seen && before) return add(before, index);
    if (!seen && isEmptyContent(block.node)) return;
    const row: AlignedRow = { state: seen ? "gone" : "own", source: [], easy: [], seen: seen ?? [] };
    rows.splice(before ? rows.indexOf(before) + 1 : 0, 0, row);
    add(row, index);
  });
  for (const row of rows) {
    row.easy.sort((a, b) => easy.indexOf(a) - easy.indexOf(b));
    if (row.source.length > 0 && row.easy.length > 0 && row.easy.every(({ node }) => isEmptyContent(node)) && !row.source.every(({ node }) => isEmptyContent(node))) row.state = "empty";
  }
  return rows;
}

const weight: Record<RowState, number> = { current: 0, own: 0, missing: 1, empty: 1, gone: 2, unsure: 2, behind: 3 };
const worse = <S extends RowState>(a: S, b: RowState): S => (weight[b] > weight[a] ? (b as S) : a);

/** Which block goes with which now; and, for blocks of the easy version that lost theirs, what that said. */
function tie(source: readonly Block[], easy: readonly Block[], pairs: readonly Pair[]): [Tie[], Map<number, ContentNode[]>] {
  const [sourceAt, easyAt] = [source, easy].map((blocks) => new Map(blocks.map(({ key }, index) => [key, index])));
  const ties: Tie[] = [];
  const halves: { source?: number; easy?: number; seen: ContentNode }[] = [];
  for (const { easyBlock, sourceBlock, seen } of pairs) {
    const [at, to] = [sourceAt!.get(sourceBlock), easyAt!.get(easyBlock)];
    if (at !== undefined && to !== undefined) ties.push({ source: at, easy: to, state: isDeepStrictEqual(source[at]!.node, seen) ? "current" : "behind", seen });
    else if (at !== undefined || to !== undefined) halves.push({ source: at, easy: to, seen });
  }
  const paired = (side: "source" | "easy") => new Set([...ties.map((one) => one[side]), ...halves.flatMap((one) => one[side] ?? [])]);
  const free = { source: indexesBeside(source, paired("source")), easy: indexesBeside(easy, paired("easy")) };
  const gone = new Map<number, ContentNode[]>();
  for (const half of halves.sort((a, b) => (a.source ?? a.easy!) - (b.source ?? b.easy!))) {
    if (half.source === undefined) {
      const again = [...free.source].find((index) => isDeepStrictEqual(source[index]!.node, half.seen));
      const at = again ?? between(half.easy!, "easy", ties, free.source, source.length);
      if (at === undefined) gone.set(half.easy!, [...(gone.get(half.easy!) ?? []), half.seen]);
      else {
        free.source.delete(at);
        ties.push({ source: at, easy: half.easy!, state: again === undefined ? "behind" : "current", seen: half.seen });
      }
    } else if (!ties.some((one) => one.source === half.source)) {
      const to = between(half.source, "source", ties, free.easy, easy.length);
      if (to === undefined) continue;
      free.easy.delete(to);
      ties.push({ source: half.source, easy: to, state: isDeepStrictEqual(source[half.source]!.node, half.seen) ? "unsure" : "behind", seen: half.seen });
    }
  }
  for (const { easy: at } of ties) gone.delete(at);
  return [ties, gone];
}

function indexesBeside(blocks: readonly Block[], taken: Set<number>): Set<number> {
  return new Set(blocks.flatMap(({ node }, index) => (taken.has(index) || isEmptyContent(node) ? [] : [index])));
}

/** The first free block of the other side between what the nearest neighbours of this one go with. */
function between(index: number, side: "source" | "easy", ties: readonly Tie[], free: ReadonlySet<number>, length: number): number | undefined {
  const other = side === "source" ? "easy" : "source";
  const before = ties.filter((one) => one[side] < index).sort((a, b) => b[side] - a[side] || b[other] - a[other])[0];
  const after = ties.filter((one) => one[side] > index).sort((a, b) => a[side] - b[side] || a[other] - b[other])[0];
  const [low, high] = [before?.[other] ?? -1, after?.[other] ?? length];
  return [...free].sort((a, b) => a - b).find((at) => at > low && at < high);
}
