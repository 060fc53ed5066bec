import type { ContentNode } from "./content";
import type { FoundTask } from "./worker/find-tasks";

/** A text as it stood at one number. */
export interface Projected {
  /** The same object for as long as the text stays as it is and is asked for. */
  content: ContentNode;
  /** Tasks that are for somebody; null where the table has them as they are in the text. */
  tasks: FoundTask[] | null;
  /** The number up to which it goes. */
  seq: number;
}

/** What is kept at most, as `weigh` counts it. */
const mostKept = 16_000_000;

/** About what one node takes beside its words. */
const nodeWeight = 100;

interface Kept {
  rev: number;
  projected: Projected;
  weight: number;
}

/** Which text is asked for, and how new it is: a row whose `rev` is another may have lost its words. */
interface Asked {
  id: string;
  rev: number;
  seq: number;
}

/** Contents of texts that were read lately, by id, bounded by size. The one that was not asked for longest goes first. */
export class KeptTexts {
  private readonly kept = new Map<string, Kept>();
  private weight = 0;

  constructor(private readonly most = mostKept) {}

  /** The text as it is at that number or later; undefined when it is not kept so. */
  find({ id, rev, seq }: Asked): Projected | undefined {
    const found = this.kept.get(id);
    if (!found || found.rev !== rev || found.projected.seq < seq) return undefined;
    this.kept.delete(id);
    this.kept.set(id, found);
    return found.projected;
  }

  /** `rev` is that of the row as it was before the content was read. */
  keep({ id, rev }: Asked, projected: Projected): void {
    const known = this.kept.get(id);
    // Somebody who asked earlier may get their answer later.
    if (known && known.rev >= rev && known.projected.seq >= projected.seq) return;
    this.forget(id);
    const weight = weigh(projected.content);
    if (weight > this.most) return;
    this.kept.set(id, { rev, projected, weight });
    this.weight += weight;
    for (const oldest of this.kept.keys()) {
      if (this.weight <= this.most) break;
      this.forget(oldest);
    }
  }

  private forget(id: string): void {
    this.weight -= this.kept.get(id)?.weight ?? 0;
    this.kept.delete(id);
  }
}

/** About how many bytes a content takes in memory. */
function weigh(content: ContentNode): number {
  let weight = 0;
  const todo = [content];
  for (let next = todo.pop(); next; next = todo.pop()) {
    weight += nodeWeight + (next.text?.length ?? 0);
    if (next.content) for (const child of next.content) todo.push(child);
  }
  return weight;
}
