import type { BesideRow } from "./views";

/** What stands beside each part of an easy version while it is written, and saying that a part is right again. */
export class BesideLink {
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly easyId: string,
    public rows: readonly BesideRow[],
  ) {}

  /** Hears of other rows until the returned function is called. */
  on(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Says that the easy words of a part say what its source says. @returns the code of a refusal, or null. */
  async check(row: BesideRow): Promise<string | null> {
    const [easy, source] = [row.easy, row.source].map((blocks) => blocks.map(({ key }) => key));
    const { openLine } = await import("~/platform/live-client/open-line");
    const answer = await openLine().ask("document:align-easy", { document: this.easyId, easy, source, sign: row.sign });
    if (!answer.ok) return answer.code;
    this.rows = this.rows.map((one) => (one === row ? { ...one, state: "current" as const } : one));
    for (const listener of this.listeners) listener();
    return null;
  }
}
