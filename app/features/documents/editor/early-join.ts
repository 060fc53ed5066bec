import type { Answer, Line } from "~/platform/live-client/line";
import { schemaVersion } from "../content-rules";
import type { DocumentJoin } from "../live";

/** What the server tells by itself of a text that was joined. */
const told = ["document:update", "document:role", "document:denied", "document:awareness"];

/** An editor that was not made by then joins by itself, in milliseconds. */
const keptMs = 30_000;
/** A text in which so much happens meanwhile is joined anew. */
const mostHeld = 1_000;

/**
 * A line over which a text is being joined already, by a page that knows nothing of it, while its editor is still on its
 * way. Who asks first to join it over this line gets that answer, and then what was told since, in its order. Once the
 * connection broke that answer counts no more, for the server forgot us: it is asked anew, as it is for every later join.
 */
export function joinEarly(line: Line, id: string): Line {
  const listeners = new Map(told.map((event) => [event, new Set<(payload: never) => void>()]));
  let early: Promise<Answer> | null = null;
  let held: (() => void)[] | null = [];
  const release = () => {
    const all = held ?? [];
    held = null;
    all.forEach((tell) => tell());
  };
  const giveUp = () => {
    stopLooking();
    early = null;
    // Whoever joins from now on hears of it in the answer.
    held = null;
  };
  for (const event of told) {
    line.on(event, (payload: never) => {
      const tell = () => listeners.get(event)!.forEach((listener) => listener(payload));
      if (!held) tell();
      else if (held.push(tell) > mostHeld) giveUp();
    });
  }
  const look = () => {
    if (line.state() === "live") early ??= line.ask("document:join", { id, stateVector: new Uint8Array(), schemaVersion, rows: true } satisfies DocumentJoin);
    else if (early) giveUp();
  };
  const stopListening = line.onState(look);
  const tooLate = setTimeout(giveUp, keptMs);
  const stopLooking = () => {
    stopListening();
    clearTimeout(tooLate);
  };
  look();

  let taken = false;
  const take = (): Promise<Answer> | null => {
    const answer = early;
    taken = true;
    early = null;
    if (!answer) return giveUp(), null;
    stopLooking();
    return answer.then((given) => {
      // Who asked puts the answer into the text first.
      if (given.ok) setTimeout(release);
      else giveUp();
      return given;
    });
  };
  return {
    state: () => line.state(),
    onState: (listener) => line.onState(listener),
    ask: <T extends object>(event: string, payload: object) => {
      const first = !taken && event === "document:join" && (payload as DocumentJoin).id === id;
      return ((first && take()) || line.ask<T>(event, payload)) as Promise<Answer<T>>;
    },
    on: (event, listener) => {
      const own = listeners.get(event);
      if (!own) return line.on(event, listener);
      own.add(listener);
      return () => void own.delete(listener);
    },
  };
}
