import { limits } from "~/platform/limits";

/** What together could point at somebody. An empty value says nothing. */
export interface Cell {
  area: string;
  role: string;
  audience: string;
}

/** How a cell is written: as it is, with values emptied, or not at all. */
export type CellFate = Cell | "left-out";

export interface CellRules {
  fateOf: (cell: Cell) => CellFate;
  /** People who still have a row. */
  participants: Set<string>;
}

const keyOf = ({ area, role, audience }: Cell) => JSON.stringify([area, role, audience]);
/** In this order: first where, then as what, then for whom. */
const steps: ((cell: Cell) => Cell)[] = [
  (cell) => cell,
  (cell) => ({ ...cell, area: "" }),
  (cell) => ({ ...cell, area: "", role: "" }),
  () => ({ area: "", role: "", audience: "" }),
];

/** Gathers who stands in which combination of area, role and audience. */
export class CellCount {
  private readonly people = new Map<string, { cell: Cell; actors: Set<string> }>();

  add(cell: Cell, actorId: string): void {
    const key = keyOf(cell);
    const known = this.people.get(key) ?? { cell, actors: new Set<string>() };
    this.people.set(key, known);
    known.actors.add(actorId);
  }

  /**
   * Decides for every combination how it is written, so that each one written holds at least `least` people: those with
   * fewer lose their area; those who then still are too few their role; then their audience; then their rows.
   */
  decide(least: number = limits.smallCell): CellRules {
    const fates = new Map<string, CellFate>();
    const participants = new Set<string>();
    let left = [...this.people.values()];
    for (const coarsen of steps) {
      const together = new Map<string, Set<string>>();
      for (const { cell, actors } of left) {
        const key = keyOf(coarsen(cell));
        const all = together.get(key) ?? new Set<string>();
        together.set(key, all);
        for (const actor of actors) all.add(actor);
      }
      const enough = (cell: Cell) => together.get(keyOf(coarsen(cell)))!.size >= least;
      for (const { cell, actors } of left.filter((one) => enough(one.cell))) {
        fates.set(keyOf(cell), coarsen(cell));
        for (const actor of actors) participants.add(actor);
      }
      left = left.filter((one) => !enough(one.cell));
    }
    return { fateOf: (cell) => fates.get(keyOf(cell)) ?? "left-out", participants };
  }
}
