/** One edit as the editor made it, with the name under which it is stored once. Never merged with another. */
export interface OutboxItem {
  push: string;
  update: Uint8Array;
}

/** Keeps edits that are not acknowledged yet where a closed tab does not lose them; on a person's own device alone. */
export interface OutboxKeeper {
  read: () => Promise<OutboxItem[]>;
  add: (item: OutboxItem) => void;
  remove: (push: string) => void;
  /** Lets all edits of this person to this text go. */
  clear: () => void;
}

/** A random name for a push, also on plain http, where browsers have no `randomUUID`. */
export function newPush(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** What is waiting to be acknowledged, in the order in which it was made. */
export class Outbox {
  private items: OutboxItem[] = [];
  private readonly flying = new Set<string>();

  constructor(private readonly keeper: OutboxKeeper | null) {}

  get size(): number {
    return this.items.length;
  }

  get inFlight(): number {
    return this.flying.size;
  }

  get updates(): Uint8Array[] {
    return this.items.map(({ update }) => update);
  }

  /** Takes up again what an earlier tab of this person could not save. */
  async restore(): Promise<OutboxItem[]> {
    const kept = (await this.keeper?.read()) ?? [];
    this.items = [...kept, ...this.items];
    return kept;
  }

  add(update: Uint8Array): void {
    const item = { push: newPush(), update };
    this.items.push(item);
    this.keeper?.add(item);
  }

  /** The next one to be sent, or null when all are on their way. */
  next(): OutboxItem | null {
    return this.items.find(({ push }) => !this.flying.has(push)) ?? null;
  }

  sent(push: string): void {
    this.flying.add(push);
  }

  /** No answer, or one that asks to send it again. */
  failed(push: string): void {
    this.flying.delete(push);
  }

  /** Leaves nothing on the device; what waits stays in memory, to be shown and copied. */
  forgetDevice(): void {
    this.keeper?.clear();
  }

  acknowledged(push: string): void {
    this.flying.delete(push);
    this.items = this.items.filter((item) => item.push !== push);
    this.keeper?.remove(push);
  }
}
