import * as Y from "yjs";
import type { Db } from "#db/client.server";
import { contentOfLines, makeDocument, type MadeDocument } from "#db/factories/make-document";
import { documentEasy } from "#db/schema/index";
import { signOf } from "~/features/documents/easy/read-beside.server";

/** An easy version of a text, with what names its first part and that of its source. */
export async function makeEasyVersion(db: Db, source: MadeDocument) {
  const { groupId, spaceId, authorActor, createdAt, changedAt } = source;
  const easy = await makeDocument(db, { groupId, spaceId, authorActor, createdAt, changedAt });
  await db.insert(documentEasy).values({ easyId: easy.id, sourceId: source.id });
  const first = firstBlock(source);
  return { id: easy.id, block: firstBlock(easy).key, sign: signOf([]), source: first.key, sourceSign: signOf([first]) };
}

function firstBlock({ snapshot }: MadeDocument) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, snapshot);
  const { client, clock } = (doc.getXmlFragment("body").get(0) as Y.XmlElement)._item!.id;
  return { key: `${client}:${clock}`, node: contentOfLines("Zo begint het.").content![0]! };
}
