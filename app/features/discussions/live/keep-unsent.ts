import { unsentDays, unsentKept } from "~/platform/kept-on-device";

/** A message that was written and is not known to be posted. */
export interface WrittenMessage {
  id: string;
  text: string;
  replyTo: string | null;
}

/** Keeps messages on their way where a closed tab or an empty battery does not lose them; on a person's own device alone. */
export interface UnsentKeeper {
  read: () => WrittenMessage[];
  add: (message: WrittenMessage) => void;
  remove: (ids: ReadonlySet<string>) => void;
}

interface Kept extends WrittenMessage {
  /** Whose message, in which conversation: the membership and the conversation. */
  owner: string;
  at: number;
}

/** Every tab of the browser reads and writes the same; a message that two of them send is posted once, by its id. */
export function keepUnsent(owner: string, store: Pick<Storage, "getItem" | "setItem" | "removeItem">): UnsentKeeper {
  const all = (): Kept[] => {
    try {
      const since = Date.now() - unsentDays * 86_400_000;
      return (JSON.parse(store.getItem(unsentKept) ?? "[]") as Kept[]).filter((one) => one.at > since);
    } catch {
      // Unreadable, or a browser that keeps nothing: the outbox in memory goes on without.
      return [];
    }
  };
  const write = (items: Kept[]) => {
    try {
      if (items.length > 0) store.setItem(unsentKept, JSON.stringify(items));
      else store.removeItem(unsentKept);
    } catch {
      // Out of room.
    }
  };
  const without = (ids: ReadonlySet<string>) => all().filter(({ id }) => !ids.has(id));
  return {
    read: () => all().filter((one) => one.owner === owner).map(({ id, text, replyTo }) => ({ id, text, replyTo })),
    add: ({ id, text, replyTo }) => write([...without(new Set([id])), { id, text, replyTo, owner, at: Date.now() }]),
    remove: (ids) => write(without(ids)),
  };
}
