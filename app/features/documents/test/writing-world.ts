import { eq } from "drizzle-orm";
import * as Y from "yjs";
import { makeDocument, type MadeDocument } from "#db/factories/make-document";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makePerson, type MadePerson } from "#db/factories/make-person";
import { makeSpaceRole } from "#db/factories/make-space";
import { spaceOrganisation } from "#db/schema/index";
import type { Ctx, House } from "~/platform/ctx.server";
import { ctxFor } from "~/platform/test/test-house";
import { bodyField } from "../content-rules";
import { newPush } from "../editor/outbox";
import { openDoc } from "../open-doc";
import { readCommitted } from "../queries.server";

export interface World {
  document: MadeDocument;
  groupId: string;
  spaceId: string;
  writer: MadePerson;
  other: MadePerson;
  reader: MadePerson;
  facilitator: MadePerson;
  stranger: MadePerson;
}

/** A shared text in a closed group, with people who may and may not write. */
export async function makeWorld(house: House): Promise<World> {
  const { db } = house.database;
  const group = await makeGroup(db, { visibility: "members", joining: "request" });
  const [writer, other, reader, facilitator, stranger] = [await makePerson(db), await makePerson(db), await makePerson(db), await makePerson(db), await makePerson(db)];
  await makeGroupMembership(db, { group, personId: writer.id, shownName: "Noor" });
  await makeGroupMembership(db, { group, personId: other.id, shownName: "Jef" });
  await makeGroupMembership(db, { group, personId: reader.id, shownName: "Lies", mayWrite: false });
  const [partner] = await db.select({ id: spaceOrganisation.organisationId }).from(spaceOrganisation).where(eq(spaceOrganisation.spaceId, group.spaceId));
  await makeSpaceRole(db, { spaceId: group.spaceId, personId: facilitator.id, organisationId: partner!.id, role: "facilitator" });
  const document = await makeDocument(db, { groupId: group.id, spaceId: group.spaceId, authorActor: writer.actorId, createdAt: house.now(), changedAt: house.now() });
  return { document, groupId: group.id, spaceId: group.spaceId, writer, other, reader, facilitator, stranger };
}

/** An editor without a connection: what is typed comes out as the updates that a browser would push. */
export class Editor {
  readonly doc = openDoc();
  private updates: Uint8Array[] = [];
  private constructor() {
    this.doc.getXmlFragment(bodyField);
  }
  static async open(ctx: Ctx, documentId: string): Promise<Editor> {
    const editor = new Editor();
    const committed = (await readCommitted(ctx, documentId))!;
    for (const update of [committed.snapshot, ...committed.rows.map((row) => row.update)]) Y.applyUpdate(editor.doc, update, "server");
    editor.doc.on("update", (update: Uint8Array, origin: unknown) => origin !== "server" && editor.updates.push(update));
    return editor;
  }
  get text(): Y.XmlText {
    return (this.doc.getXmlFragment(bodyField).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  }
  /** Types at the end of the first paragraph. */
  type(words: string): Uint8Array {
    return this.make(() => this.text.insert(this.text.length, words));
  }
  make(change: (body: Y.XmlFragment) => void): Uint8Array {
    this.updates = [];
    this.doc.transact(() => change(this.doc.getXmlFragment(bodyField)));
    return this.updates.length === 1 ? this.updates[0]! : Y.mergeUpdates(this.updates);
  }
}

export const pushOf = (document: { id: string }, update: Uint8Array, push = newPush()) => ({ id: document.id, push, update });

/** What everyone now sees of a text, from the bytes in the database. */
export async function storedText(house: House, documentId: string): Promise<string> {
  const committed = (await readCommitted(await ctxFor(house, null), documentId))!;
  const doc = openDoc();
  for (const update of [committed.snapshot, ...committed.rows.map((row) => row.update)]) Y.applyUpdate(doc, update);
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error("the log has a hole");
  return doc.getXmlFragment(bodyField).toString();
}
