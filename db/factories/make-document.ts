import { randomUUID } from "node:crypto";
import * as Y from "yjs";
import type { Db } from "../client.server";
import { document, documentComment, documentEdition, documentNaming, documentPublication, documentWriter } from "../schema/index";
import { makeGroup } from "./make-group";
import { makePerson } from "./make-person";

/** Content as the editor writes it to JSON. */
export interface MadeContent {
  type: string;
  attrs?: Record<string, unknown>;
  content?: MadeContent[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}

export type MadeDocument = Omit<typeof document.$inferSelect, "search">;

/** One paragraph for each line. */
export function contentOfLines(...lines: string[]): MadeContent {
  return { type: "doc", content: lines.map((text) => (text ? { type: "paragraph", content: [{ type: "text", text }] } : { type: "paragraph" })) };
}

type DocumentGiven = Partial<Omit<typeof document.$inferInsert, "snapshot" | "content" | "plainText">> & {
  content?: MadeContent;
  /** Actors who wrote along; the author always did. */
  writers?: string[];
};

/** A shared text with its content folded; without a group or an author, those are made for it. */
export async function makeDocument(db: Db, given: DocumentGiven = {}): Promise<MadeDocument> {
  const { content = contentOfLines("Zo begint het."), writers = [], ...row } = given;
  const group = row.groupId && row.spaceId ? { id: row.groupId, spaceId: row.spaceId } : await makeGroup(db, row.spaceId ? { spaceId: row.spaceId } : {});
  const authorActor = row.authorActor ?? (await makePerson(db)).actorId;
  const snapshot = Buffer.from(yjsOf(content));
  const [made] = await db
    .insert(document)
    .values({ title: "Samen de bus nemen", schemaVersion: 1, bytes: snapshot.byteLength, ...row, groupId: group.id, spaceId: group.spaceId, authorActor, snapshot, content: { ...content }, plainText: wordsOf(content) })
    .returning();
  const lastAt = made!.changedAt;
  await db.insert(documentWriter).values([...new Set([authorActor, ...writers])].map((actorId) => ({ documentId: made!.id, actorId, lastAt })));
  return made!;
}

/** A remark under a text. */
export async function makeDocumentComment(db: Db, given: Partial<typeof documentComment.$inferInsert> & { documentId: string; authorActor: string }): Promise<typeof documentComment.$inferSelect> {
  const [made] = await db.insert(documentComment).values({ id: randomUUID(), text: "Mooi begin. Zet er ook het uur bij.", ...given }).returning();
  return made!;
}

/** A publication as it was announced; `publishFrom` may lie in the past. `asked` are the persons whose names it may carry. */
export async function makePublication(
  db: Db,
  given: Partial<typeof documentPublication.$inferInsert> & { documentId: string; announcedByActor: string; asked?: { personId: string; agreed?: boolean | null; name?: string | null }[] },
): Promise<typeof documentPublication.$inferSelect> {
  const { asked = [], ...row } = given;
  const announcedAt = row.announcedAt ?? new Date(Date.now() - 2 * 86_400_000);
  const [made] = await db.insert(documentPublication).values({ announcedAt, publishFrom: new Date(announcedAt.getTime() + 86_400_000), ...row }).returning();
  if (asked.length > 0) {
    await db.insert(documentNaming).values(
      asked.map(({ personId, agreed = null, name = null }) => ({ publicationId: made!.id, personId, agreed, name, answeredAt: agreed === null ? null : announcedAt })),
    );
  }
  return made!;
}

/** A frozen edition of a text as it stands. */
export async function makeEdition(
  db: Db,
  given: Partial<Omit<typeof documentEdition.$inferInsert, "content" | "plainText">> & { document: MadeDocument },
): Promise<Omit<typeof documentEdition.$inferSelect, "search">> {
  const { document: from, ...row } = given;
  const [made] = await db
    .insert(documentEdition)
    .values({ number: 1, slug: `tekst-${from.id.slice(0, 8)}`, title: from.title, licence: from.licence, publishedByActor: from.authorActor, ...row, documentId: from.id, spaceId: from.spaceId, content: from.content, plainText: from.plainText })
    .returning();
  return made!;
}

/** The content as one Yjs update, the way the editor would have written it. */
export function yjsOf(content: MadeContent): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => doc.getXmlFragment("body").insert(0, childrenOf(content)));
  return Y.encodeStateAsUpdate(doc);
}

function childrenOf(node: MadeContent): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let run: MadeContent[] = [];
  const closeRun = () => {
    if (run.length > 0) children.push(textOf(run));
    run = [];
  };
  for (const child of node.content ?? []) {
    if (child.type === "text") {
      run.push(child);
      continue;
    }
    closeRun();
    const element = new Y.XmlElement(child.type);
    for (const [key, value] of Object.entries(child.attrs ?? {})) element.setAttribute(key, value as string);
    element.insert(0, childrenOf(child));
    children.push(element);
  }
  closeRun();
  return children;
}

function textOf(run: MadeContent[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(run.map(({ text: insert, marks = [] }) => ({ insert, attributes: Object.fromEntries(marks.map((mark) => [mark.type, mark.attrs ?? {}])) })));
  return text;
}

function wordsOf(node: MadeContent): string {
  if (node.type === "text") return node.text ?? "";
  if (node.type === "hardBreak") return "\n";
  const parts = (node.content ?? []).map(wordsOf);
  return node.type === "paragraph" || node.type === "heading" ? parts.join("") : parts.filter(Boolean).join("\n");
}
