import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { Line } from "~/platform/live-client/line";
import { fromBase64 } from "../writing/base64";
import type { DocumentAwareness, DocumentAwarenessEvent, Writer } from "../live";

/** A caret that moves with every letter is told at most this often, in milliseconds. */
const tellEveryMs = 150;
/** What others hear of carets may be lost on a slow line; where one came to rest is told once more after this time. */
const tellAgainMs = 1_000;
const fromServer = "server";

/** Somebody else who is in this text. */
export interface Other extends Writer {
  /** Of their editor. */
  client: number;
  /** Where their caret is; null while they do not write here. */
  cursor: { head: unknown } | null;
}

export interface SharedCarets {
  awareness: Awareness;
  /** Others who are in this text now. */
  others: () => Other[];
  /** Tells where we are, and hears where others are; after a break everyone is heard anew. */
  setLive: (live: boolean) => void;
  stop: () => void;
}

/** Shares carets over the live connection: volatile, never stored. */
export function shareCarets(doc: Y.Doc, line: Line, id: string, onChange: () => void): SharedCarets {
  const awareness = new Awareness(doc);
  let live = false;
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    waiting = null;
    if (live) void line.ask("document:awareness", { id, update: encodeAwarenessUpdate(awareness, [doc.clientID]) } satisfies DocumentAwareness);
  };
  const onUpdate = (_changes: unknown, origin: unknown) => {
    if (origin === fromServer || !live || waiting) return;
    waiting = setTimeout(tell, tellEveryMs);
  };
  const onMove = (_changes: unknown, origin: unknown) => {
    onChange();
    if (origin === fromServer) return;
    clearTimeout(again);
    // The same state anew is an update, and no change.
    again = setTimeout(() => awareness.setLocalState(awareness.getLocalState()), tellAgainMs);
  };
  awareness.on("update", onUpdate);
  awareness.on("change", onMove);
  const stopHearing = line.on("document:awareness", (event: DocumentAwarenessEvent) => {
    if (event.id === id) applyAwarenessUpdate(awareness, fromBase64(event.update), fromServer);
  });
  return {
    awareness,
    others: () => [...awareness.getStates()].flatMap(([client, state]) => (client === doc.clientID || !state["user"] ? [] : [{ ...(state["user"] as Writer), client, cursor: (state["cursor"] ?? null) as Other["cursor"] }])),
    setLive: (now) => {
      if (now === live) return;
      live = now;
      if (now) return tell();
      const others = [...awareness.getStates().keys()].filter((client) => client !== doc.clientID);
      removeAwarenessStates(awareness, others, fromServer);
    },
    stop: () => {
      if (waiting) clearTimeout(waiting);
      clearTimeout(again);
      stopHearing();
      awareness.off("update", onUpdate);
      awareness.off("change", onMove);
      awareness.destroy();
    },
  };
}
