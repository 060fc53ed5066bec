import { namesAtOnce } from "../../live";
import type { PeopleNames } from "../../blocks/people-names";

/** How long more names are waited for before they are asked for together, in milliseconds. */
const pause = 200;

/**
 * What the people are called whom a text names: those that the page brought, those that somebody chose here, and those that
 * others named meanwhile, which are asked for once.
 */
export class NameBook {
  private readonly names: Map<string, string>;
  /** Asked for, or about to be: also those about whom nothing was found. */
  private readonly asked = new Set<string>();
  private waiting: string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  /** @param ask gives the names of memberships, or null when there is no answer now */
  constructor(
    known: PeopleNames,
    private readonly ask: (people: string[]) => Promise<PeopleNames | null>,
  ) {
    this.names = new Map(Object.entries(known));
  }

  /** The shown name of a membership, `undefined` while it is not known; who is gone has none. */
  nameOf(membership: unknown): string | null | undefined {
    if (typeof membership !== "string") return null;
    const known = this.names.get(membership);
    if (known !== undefined) return known;
    if (this.asked.has(membership)) return this.waiting.includes(membership) ? undefined : null;
    this.asked.add(membership);
    this.waiting.push(membership);
    this.timer ??= setTimeout(() => void this.look(), pause);
    return undefined;
  }

  /** Somebody who was chosen from a list, by the name that stood there. */
  learn(membership: string, name: string): void {
    this.names.set(membership, name);
    this.tell();
  }

  /** Hears of new names until the returned function is called. */
  on(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private async look(): Promise<void> {
    this.timer = undefined;
    const some = this.waiting.slice(0, namesAtOnce);
    const found = await this.ask(some);
    this.waiting = this.waiting.filter((one) => !some.includes(one));
    if (found) for (const [membership, name] of Object.entries(found)) this.names.set(membership, name);
    // Without an answer they are asked for again when they are next drawn.
    else for (const one of some) this.asked.delete(one);
    if (this.waiting.length > 0) this.timer = setTimeout(() => void this.look(), pause);
    if (found) this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
