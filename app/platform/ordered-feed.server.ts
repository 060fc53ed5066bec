/** One numbered item of a log; numbers of one log are gapless from 1. */
export interface Numbered {
  n: number;
}

export interface OrderedFeedOptions<T extends Numbered> {
  /** Items of one log with a number above `since`, in order. */
  readSince: (log: string, since: number) => Promise<T[]>;
  /** The newest number of each of these logs; an absent log counts as 0. */
  heads: (logs: string[]) => Promise<Map<string, number>>;
  /** Gets an unbroken run of a log, in order; awaited before the next run of the same log. */
  deliver: (log: string, run: T[]) => Promise<void> | void;
  onError: (error: unknown, log: string) => void;
  /** The log is shorter than what was handed on: an older state of the database was restored. */
  onRewound?: (log: string) => void;
  /** How long a hole may wait for its missing number before it is read from the database, in milliseconds. */
  patienceMs?: number;
}

interface Track<T> {
  next: number;
  waiting: Map<number, T>;
  readers: number;
  delivering: boolean;
  patience: NodeJS.Timeout | null;
}

/**
 * Hands on what was committed, per log in the order of its numbers. Commits answer out of order, other processes write
 * too, and a hint may be lost: so items are only hints, holes are read back, and `sweep` compares with the database.
 */
export class OrderedFeed<T extends Numbered> {
  private readonly tracks = new Map<string, Track<T>>();
  constructor(private readonly options: OrderedFeedOptions<T>) {}

  /** Somebody here follows this log from `head` on. Several may; each must call `untrack`. */
  track(log: string, head: number): void {
    const track = this.tracks.get(log);
    if (track) track.readers += 1;
    else this.tracks.set(log, { next: head + 1, waiting: new Map(), readers: 1, delivering: false, patience: null });
  }

  untrack(log: string): void {
    const track = this.tracks.get(log);
    if (!track || --track.readers > 0) return;
    if (track.patience) clearTimeout(track.patience);
    this.tracks.delete(log);
  }

  /** The newest number handed on, while somebody follows the log. */
  head(log: string): number | undefined {
    const track = this.tracks.get(log);
    return track ? track.next - 1 : undefined;
  }

  logs(): string[] {
    return [...this.tracks.keys()];
  }

  /** What was just committed, here or elsewhere; what is offered together is delivered together. */
  offer(log: string, ...items: T[]): void {
    const track = this.tracks.get(log);
    const news = track ? items.filter(({ n }) => n >= track.next) : [];
    if (!track || news.length === 0) return;
    for (const item of news) track.waiting.set(item.n, item);
    void this.drain(log, track);
  }

  /** Compares every followed log with the database and repairs what is behind; called about once a second. */
  async sweep(): Promise<void> {
    const logs = this.logs();
    if (logs.length === 0) return;
    // What is handed on while the database is asked is newer than its answer, and no sign of an older state.
    const handedOn = new Map(logs.map((log) => [log, this.head(log)!]));
    const heads = await this.options.heads(logs);
    await Promise.all(
      logs.map(async (log) => {
        const track = this.tracks.get(log);
        if (!track || track.delivering) return;
        const head = heads.get(log) ?? 0;
        if (head >= track.next) await this.repair(log, track);
        else if (head < handedOn.get(log)!) this.rewind(log, track, head);
      }),
    );
  }

  private rewind(log: string, track: Track<T>, head: number): void {
    track.next = head + 1;
    track.waiting.clear();
    this.options.onRewound?.(log);
  }

  private async repair(log: string, track: Track<T>): Promise<void> {
    try {
      for (const item of await this.options.readSince(log, track.next - 1)) {
        if (item.n >= track.next) track.waiting.set(item.n, item);
      }
      await this.drain(log, track);
    } catch (error) {
      this.options.onError(error, log);
    }
  }

  private async drain(log: string, track: Track<T>): Promise<void> {
    if (track.delivering) return;
    track.delivering = true;
    let delivering: T[] = [];
    try {
      for (;;) {
        const run: T[] = [];
        for (let item = track.waiting.get(track.next); item; item = track.waiting.get(track.next)) {
          track.waiting.delete(track.next);
          track.next += 1;
          run.push(item);
        }
        if (run.length === 0) break;
        delivering = run;
        await this.options.deliver(log, run);
        delivering = [];
      }
    } catch (error) {
      // Not handed on: the next sweep reads these again.
      if (delivering[0]) track.next = delivering[0].n;
      this.options.onError(error, log);
    } finally {
      track.delivering = false;
    }
    this.watchHole(log, track);
  }

  private watchHole(log: string, track: Track<T>): void {
    if (track.waiting.size === 0) {
      if (track.patience) clearTimeout(track.patience);
      track.patience = null;
    } else if (!track.patience) {
      track.patience = setTimeout(() => {
        track.patience = null;
        if (this.tracks.get(log) === track) void this.repair(log, track);
      }, this.options.patienceMs ?? 50);
    }
  }
}
