import * as Y from "yjs";
import type { Answer, Line } from "~/platform/live-client/line";
import type { DocumentJoin, DocumentPush } from "../live";
import { bytesOf } from "../editor/sync-document";

/** What goes in one push at most, in bytes, unless one edit alone is more. */
const togetherBytes = 100 * 1024;

interface Waiting {
  update: Uint8Array;
  answer: (answer: Answer) => void;
}

/**
 * The live connection as the editor of a draft sees it: what it asks of a text goes to the draft. One push at a time, and
 * what is typed meanwhile goes together in the next: each leans on those before it.
 */
export function forkLine(line: Line, draft: string): Line {
  const waiting: Waiting[] = [];
  let sending = false;
  const send = async (document: string) => {
    if (sending) return;
    sending = true;
    while (waiting.length > 0) {
      let size = 0;
      const fits = waiting.findIndex(({ update }, index) => (size += update.byteLength) > togetherBytes && index > 0);
      const batch = waiting.splice(0, fits < 0 ? waiting.length : fits);
      const update = batch.length === 1 ? batch[0]!.update : Y.mergeUpdates(batch.map((one) => one.update));
      const answer = await line.ask("proposal:push", { id: draft, document, update });
      batch.forEach((one) => one.answer(answer));
    }
    sending = false;
  };
  const ask = (event: string, payload: object): Promise<Answer> => {
    if (event === "document:join") {
      const { id, stateVector, schemaVersion } = payload as DocumentJoin;
      return line.ask("proposal:join", { document: id, stateVector, schemaVersion });
    }
    const { id, update } = payload as DocumentPush;
    return new Promise((answer) => {
      waiting.push({ update: bytesOf(update), answer });
      void send(id);
    });
  };
  return { state: line.state, on: line.on, onState: line.onState, ask: ask as Line["ask"] };
}
