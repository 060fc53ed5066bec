import * as Y from "yjs";

/**
 * A Yjs document as every replica must open it: on the server, in the browser and in tests.
 * After changes of others Yjs tidies superfluous marks, each replica for itself. A replica that may not write could never
 * hand that on, and from then on would show other bold words than the rest; so nobody does it.
 */
export function openDoc(): Y.Doc {
  const doc = new Y.Doc();
  doc.on("afterTransaction", (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false;
  });
  return doc;
}
