import * as Y from "yjs";
import { readUpdate } from "../worker/read-update";

/** Where the signs that somebody is typing begin and end, and what stands behind them. */
interface Run {
  from: number;
  end: number;
  before: Y.ID | null;
}

interface KnownText {
  runs: Map<number, Run>;
  /** The number of its log up to which the runs are stored. */
  seq: number;
}

/** What typing goes on from, or takes back: signs of one Yjs client. */
type Step = { client: number; from: number; end: number; kind: "adds"; follows: boolean; before: Y.ID | null } | { client: number; from: number; end: number; kind: "takes" };

/** What goes on with a word that is known. */
export interface GoesOn {
  /** Yjs clients under whose name it writes something new. */
  clients: number[];
  /** The text must be stored up to this number for it to hold. */
  seq: number;
}

/** Larger updates are read by the worker alone. */
const bytesAtMost = 256;
/** More of them begin anew: of texts, and of people in one. */
const [textsAtMost, runsAtMost] = [100, 400];

/**
 * Knows of each text where somebody is in the midst of a word, from what the worker let through. The next sign in such a place, or taking back signs of
 * it, needs no look at the text: it stands where the sign before it stands, and so is what the worker would say of it. That saves waking
 * another thread for nearly every stroke of a key.
 */
export class RunningWords {
  private readonly texts = new Map<string, KnownText>();

  /** Which of these updates of a text go on with such a word, in their order: the clients under whose name something new is written; null for what the worker must judge. */
  judge(text: string, updates: readonly Uint8Array[]): (GoesOn | null)[] {
    const known = this.texts.get(text);
    return updates.map((update) => {
      const step = known ? stepOf(update) : null;
      const run = step && known!.runs.get(step.client);
      if (!run) return null;
      if (step.kind === "takes") return step.from >= run.from && step.end <= run.end ? { clients: [], seq: known!.seq } : null;
      if (!step.follows || step.from !== run.end || !isSame(step.before, run.before)) return null;
      run.end = step.end;
      return { clients: [step.client], seq: known!.seq };
    });
  }

  /** Learns from an update that the worker let through, with the clients under whose name it wrote something new. */
  learn(text: string, update: Uint8Array, clients: readonly number[]): void {
    const known = this.texts.get(text) ?? { runs: new Map<number, Run>(), seq: 0 };
    this.texts.delete(text);
    this.texts.set(text, known);
    for (const client of clients) known.runs.delete(client);
    const step = clients.length === 1 ? stepOf(update) : null;
    if (step?.kind === "adds") known.runs.set(step.client, { from: step.from, end: step.end, before: step.before });
    if (known.runs.size > runsAtMost) known.runs.clear();
    for (const oldest of this.texts.keys()) {
      if (this.texts.size <= textsAtMost) break;
      this.texts.delete(oldest);
    }
  }

  /** Everything it knows of a text is stored up to this number. */
  stored(text: string, seq: number): void {
    const known = this.texts.get(text);
    if (known) known.seq = Math.max(known.seq, seq);
  }

  /** Something that it knows was not stored after all. */
  forget(text: string): void {
    this.texts.delete(text);
  }
}

/** Null for everything but adding signs in one place, or taking away a stretch of one client. */
function stepOf(update: Uint8Array): Step | null {
  if (update.byteLength > bytesAtMost) return null;
  const read = readUpdate(update, { clients: 1 });
  if (!read) return null;
  const { structs, deletes } = read;
  const [item] = structs;
  if (structs.length === 1 && deletes.size === 0 && item instanceof Y.Item && item.content instanceof Y.ContentString) {
    const { client, clock } = item.id;
    const follows = item.origin !== null && item.origin.client === client && item.origin.clock === clock - 1;
    return { client, from: clock, end: clock + item.length, kind: "adds", follows, before: item.rightOrigin };
  }
  const [taken] = deletes;
  if (structs.length > 0 || deletes.size !== 1 || !taken) return null;
  const [client, ranges] = taken;
  return { client, from: Math.min(...ranges.map(({ clock }) => clock)), end: Math.max(...ranges.map(({ clock, len }) => clock + len)), kind: "takes" };
}

const isSame = (one: Y.ID | null, other: Y.ID | null) => (one === null || other === null ? one === other : one.client === other.client && one.clock === other.clock);
