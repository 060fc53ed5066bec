import { outboxDatabase, unsentDays } from "~/platform/kept-on-device";
import type { OutboxItem, OutboxKeeper } from "./outbox";

const store = "items";
const keptMs = unsentDays * 86_400_000;

interface KeptItem extends OutboxItem {
  /** Whose edits to which text: the membership and the text. */
  owner: string;
  order: number;
  at: number;
}

/**
 * Keeps edits that are on their way in this browser, so that a closed tab or an empty battery loses nothing. Only for a
 * person's own device, and only edits: the text itself stays on the server. Null where the browser does not allow it.
 */
export async function keepOutbox(owner: string): Promise<OutboxKeeper | null> {
  const opened = await open();
  if (!opened) return null;
  let order = Date.now();
  const write = (change: (items: IDBObjectStore) => void) => {
    try {
      change(opened.transaction(store, "readwrite").objectStore(store));
    } catch {
      // A browser that is out of room or closing: the outbox in memory goes on without.
    }
  };
  return {
    read: async () => {
      const all = await readAll(opened);
      write((items) => all.filter(({ at }) => at < Date.now() - keptMs).forEach(({ push }) => items.delete(push)));
      return all
        .filter((item) => item.owner === owner && item.at >= Date.now() - keptMs)
        .sort((a, b) => a.order - b.order)
        .map(({ push, update }) => ({ push, update }));
    },
    add: (item) => write((items) => items.put({ ...item, owner, order: (order += 1), at: Date.now() } satisfies KeptItem)),
    remove: (push) => write((items) => items.delete(push)),
    clear: () => void readAll(opened).then((all) => write((items) => all.filter((item) => item.owner === owner).forEach(({ push }) => items.delete(push)))),
  };
}

function open(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(outboxDatabase, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: "push" });
      request.onsuccess = () => {
        // Signing out in another tab takes the database away, and must not wait for this one.
        request.result.onversionchange = () => request.result.close();
        resolve(request.result);
      };
      request.onerror = request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

function readAll(opened: IDBDatabase): Promise<KeptItem[]> {
  return new Promise((resolve) => {
    try {
      const request = opened.transaction(store).objectStore(store).getAll() as IDBRequest<KeptItem[]>;
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve([]);
    } catch {
      resolve([]);
    }
  });
}
