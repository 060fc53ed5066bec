import type { Random } from "~/platform/test/random";
import type { Answer, Line, LineState } from "~/platform/live-client/line";

/** Chances per event, of one: never sent, its answer lost, sent twice. */
export interface Losses {
  unsent: number;
  unanswered: number;
  twice: number;
}

/** A real line that loses what is asked, loses answers, and sends some of it twice, until it is mended. */
export class LossyLine implements Line {
  private mended = false;
  private readonly repeats = new Set<Promise<unknown>>();

  constructor(
    private readonly line: Line,
    private readonly losses: Losses,
    private readonly random: Random,
  ) {}
  state = (): LineState => this.line.state();
  on: Line["on"] = (event, listener) => this.line.on(event, listener);
  onState: Line["onState"] = (listener) => this.line.onState(listener);
  ask = async <T extends object>(event: string, payload: object): Promise<Answer<T>> => {
    if (this.happens("unsent")) return { ok: false, code: "unreachable" };
    if (this.happens("twice")) this.repeat(event, payload);
    const lost = this.happens("unanswered");
    const answer = await this.line.ask<T>(event, payload);
    return lost ? { ok: false, code: "unreachable" } : answer;
  };
  /** From now on everything arrives. */
  mend(): void {
    this.mended = true;
  }
  /** When everything that was sent twice has been answered. */
  async quiet(): Promise<void> {
    await Promise.all(this.repeats);
  }

  private happens(loss: keyof Losses): boolean {
    return !this.mended && this.random.chance(this.losses[loss]);
  }
  private repeat(event: string, payload: object): void {
    const sent = this.line.ask(event, payload).finally(() => this.repeats.delete(sent));
    this.repeats.add(sent);
  }
}
