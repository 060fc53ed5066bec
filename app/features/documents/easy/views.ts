import type { Comparison } from "../compare/compare-texts";
import type { ContentNode } from "../content";

/** The other one of a text and its easy version, as its page leads there. */
export interface EasyView {
  /** What the text of this page is. */
  is: "easy" | "source";
  /** Null where the reader may not read it: moved away, hidden, in the trash. */
  other: { id: string; title: string } | null;
  /** Of an easy version: how many parts are behind their source. */
  behind: number;
}

export interface BesideBlock {
  key: string;
  node: ContentNode;
}

/** Parts of a source with those of the easy version that say the same. */
export interface BesideRow {
  state: "current" | "behind" | "unsure" | "gone" | "missing" | "empty" | "own";
  source: BesideBlock[];
  easy: BesideBlock[];
  /** Names what the source says here, so that nobody agrees with what came after they looked. */
  sign: string;
  /** For a part that the easy version does not say: the part above, which is in order, with this one added to it. */
  above: { easy: string[]; source: string[]; sign: string } | null;
  /** What changed in the source since they were last the same. */
  changed: Comparison | null;
}

/** Where an easy version begins from; and where it stands beside its source. */
export const beginEasyHref = (sourceId: string) => `/teksten/${sourceId}/makkelijk`;
/** The easy version in an edition, which stands at its own number. */
export const easyEditionHref = (editionHref: string) => `${editionHref}/makkelijk`;
export const besideHref = (easyId: string) => `/teksten/${easyId}/naast`;
