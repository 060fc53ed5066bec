import type { Code } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";

export interface Erased {
  personId: string;
  actorId: string;
}

/** One line of what happens to something when its person goes, in the language of the page. */
export interface ErasureLine {
  /** "Berichten die je schreef" */
  what: string;
  count: number;
  /** It goes, it stays without a name, or the person chooses between the two. */
  fate: "goes" | "stays" | "choice";
}

export interface Erasure {
  feature: string;
  /** What the person has here; lines with 0 are left out. */
  describe: (ctx: Ctx, person: Erased) => Promise<ErasureLine[]>;
  /**
   * Takes away what names the person here, in the transaction that erases the account. Rows that refer to the person's id
   * go by themselves afterwards. With `keepWords` what they wrote stays, without a name; else it goes, from the search too.
   * A fact in each stream where the name was shown makes everyone's screens and kept pages forget it.
   */
  erase: (ctx: Ctx, given: Erased & { keepWords: boolean; fact: FactWriter }) => Promise<void>;
  /** Why the person cannot go yet, for instance as the last steward of a leerplek. */
  objection?: (ctx: Ctx, person: Erased) => Promise<Code | null>;
}

const erasures = new Map<string, Erasure>();

/** Registers what a feature does when somebody erases their account. Features are asked in alphabetical order. */
export function defineErasure(erasure: Erasure): void {
  erasures.set(erasure.feature, erasure);
}

/** Every registered erasure, in the order in which they run. */
export function allErasures(): Erasure[] {
  return [...erasures.values()].sort((a, b) => a.feature.localeCompare(b.feature));
}

/** The first objection of any feature. */
export async function findObjection(ctx: Ctx, person: Erased): Promise<Code | null> {
  for (const erasure of allErasures()) {
    const objection = await erasure.objection?.(ctx, person);
    if (objection) return objection;
  }
  return null;
}
