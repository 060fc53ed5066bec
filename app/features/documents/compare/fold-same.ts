import type { ComparedBlock } from "./compare-texts";

export interface Fold {
  folded: boolean;
  blocks: ComparedBlock[];
}

/** Blocks next to a change that are shown with it. */
const around = 1;
/** Fewer than this are not worth folding away. */
const worthwhile = 3;

/** Parts a comparison into stretches with changes, and stretches between them in which nothing changed. */
export function foldSame(blocks: readonly ComparedBlock[]): Fold[] {
  const changed = blocks.map(({ pieces }) => pieces.some((one) => one.change));
  const near = blocks.map((_, index) => changed.slice(Math.max(0, index - around), index + around + 1).some(Boolean));
  const stretches: Fold[] = [];
  for (const [index, block] of blocks.entries()) {
    const last = stretches.at(-1);
    if (last && last.folded === !near[index]) last.blocks.push(block);
    else stretches.push({ folded: !near[index], blocks: [block] });
  }
  return stretches.reduce<Fold[]>((joined, one) => {
    const folded = one.folded && one.blocks.length >= worthwhile;
    const last = joined.at(-1);
    if (last && last.folded === folded) last.blocks.push(...one.blocks);
    else joined.push({ folded, blocks: [...one.blocks] });
    return joined;
  }, []);
}
