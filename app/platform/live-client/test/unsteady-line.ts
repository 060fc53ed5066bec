import type { Answer, Line, LineState } from "../line";

type Serve = (event: string, payload: object) => Promise<object> | object;

/** Work put off by the code under test; the test decides when it is done. */
export class Agenda {
  private readonly due: { work: () => void; ms: number }[] = [];
  later = (work: () => void, ms: number): (() => void) => {
    const entry = { work, ms };
    this.due.push(entry);
    return () => {
      const at = this.due.indexOf(entry);
      if (at >= 0) this.due.splice(at, 1);
    };
  };
  get length(): number {
    return this.due.length;
  }
  /** How long the first of what waits would have waited. */
  get first(): number | undefined {
    return this.due[0]?.ms;
  }
  /** Does everything that waits now. @returns how much that was */
  run(): number {
    const now = this.due.splice(0);
    for (const { work } of now) work();
    return now.length;
  }
}

/** A line to a server that the test plays, cut and mended as the test says. */
export class UnsteadyLine implements Line {
  private now: LineState;
  private readonly listeners = new Map<string, Set<(payload: never) => void>>();
  private readonly stateListeners = new Set<(state: LineState) => void>();
  /** Decides of each answer whether it gets through; the server has acted either way. */
  answerArrives: () => boolean = () => true;
  readonly asked: { event: string; payload: object }[] = [];

  constructor(
    private readonly serve: Serve,
    state: LineState = "live",
  ) {
    this.now = state;
  }
  state = (): LineState => this.now;
  become(state: LineState): void {
    this.now = state;
    for (const listener of [...this.stateListeners]) listener(state);
  }
  ask = async <T extends object>(event: string, payload: object): Promise<Answer<T>> => {
    if (this.now !== "live") return { ok: false, code: "unreachable" };
    this.asked.push({ event, payload });
    const answer = await this.serve(event, payload);
    if (this.now !== "live" || !this.answerArrives()) return { ok: false, code: "unreachable" };
    return answer as Answer<T>;
  };
  on = (event: string, listener: (payload: never) => void): (() => void) => {
    const all = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, all.add(listener));
    return () => all.delete(listener);
  };
  onState = (listener: (state: LineState) => void): (() => void) => {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  };
  /** What the server sends by itself. */
  send(event: string, payload: object): void {
    if (this.now === "live") for (const listener of [...(this.listeners.get(event) ?? [])]) listener(payload as never);
  }
}

/** Lets everything that was promised happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
