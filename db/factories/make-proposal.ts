import * as Y from "yjs";
import type { Db } from "../client.server";
import { documentProposal } from "../schema/index";
import type { MadeDocument } from "./make-document";

/** A proposal that puts words behind the first paragraph of a text; open unless said otherwise. */
export async function makeProposal(
  db: Db,
  { document, words = " Zo gaat het verder.", ...given }: Partial<typeof documentProposal.$inferInsert> & { document: MadeDocument; authorActor: string; words?: string },
): Promise<typeof documentProposal.$inferSelect> {
  const fork = new Y.Doc();
  Y.applyUpdate(fork, document.snapshot);
  const left = Y.encodeStateVector(fork);
  const text = (fork.getXmlFragment("body").get(0) as Y.XmlElement).get(0) as Y.XmlText;
  text.insert(text.length, words);
  const [made] = await db
    .insert(documentProposal)
    .values({ state: "open", baseSeq: document.seq, base: document.snapshot, update: Buffer.from(Y.encodeStateAsUpdate(fork, left)), ...given, documentId: document.id })
    .returning();
  return made!;
}
