import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray } from "drizzle-orm";
import * as Y from "yjs";
import { yjsOf, type MadeContent } from "#db/factories/make-document";
import { document as documentTable, documentUpdate, spaceMembership } from "#db/schema/index";
import type { DemoDocument, DemoSpace } from "#db/seed/regions/demonstration";
import { announcePublication, answerNaming, beginEasyVersion, changeProposal, createDocument, decideProposal, foldDocuments, placeDocument, postComment, publishEdition, pushUpdate, readPropose, recordVisit, sendProposal } from "~/features/documents/index.server";
import { bodyField, schemaVersion } from "~/features/documents/content-rules";
import { openDoc } from "~/features/documents/open-doc";
import { contentOfBlocks } from "./content-of-blocks";
import { firstJoined } from "./groups";
import { hours, latest, minutes, type Stage, type Step } from "./stage";

/** Shared texts as they grew: each writer adds a part, in the order of the text; then the remarks, and the edition where there is one. */
export function textSteps(stage: Stage, space: DemoSpace): Step[] {
  return space.documents.flatMap((one) => {
    const id = stage.id("document", space.key, one.key);
    const { title, licence, edition } = one;
    const commentId = (place: number) => stage.id("document-comment", space.key, one.key, String(place));
    const steps: Step[] = [
      {
        at: stage.at(one.started),
        what: `${space.key}: ${one.writers[0]} begins ${one.key}`,
        act: () => createDocument(stage.as(one.writers[0]!), { id, groupId: stage.id("group", space.key, one.group), title, licence, template: "empty" }),
      },
      ...writingSteps(stage, space, one),
      ...one.comments.map((comment, place): Step => ({
        at: stage.at(comment),
        what: `${space.key}: ${comment.by} remarks on ${one.key}`,
        act: async () => postComment(stage.as(comment.by), { id: commentId(place), document: id, text: comment.text, ...(place === 0 ? await firstSentence(stage, id) : place === 1 ? { thread: commentId(0) } : {}) }),
      })),
    ];
    if (one.beneath) {
      const parent = stage.id("document", space.key, one.beneath);
      steps.push({ at: stage.at(one.changed), what: `${space.key}: ${one.key} comes beneath ${one.beneath}`, act: () => placeDocument(stage.as(one.writers[0]!), { document: id, parent }) });
    }
    if (one.easy) steps.push(...easySteps(stage, space, one, one.easy));
    steps.push(...proposalSteps(stage, space, one));
    if (!edition) return steps;
    const announced = stage.at(edition.announced);
    steps.push({ at: announced, what: `${space.key}: ${one.key} is announced`, act: () => announcePublication(stage.as(edition.by), { document: id }) });
    edition.named.forEach((person, place) =>
      steps.push({ at: hours(announced, 3 + place), what: `${space.key}: ${person} may be named`, act: () => answerNaming(stage.as(person), { document: id, agreed: true }) }),
    );
    steps.push({ at: stage.at(edition.published), what: `${space.key}: ${one.key} is published`, act: () => publishEdition(stage.as(edition.by), { document: id, easy: one.easy !== undefined }) });
    return steps;
  });
}

function proposalSteps(stage: Stage, space: DemoSpace, { key, proposals = [] }: DemoDocument): Step[] {
  const document = stage.id("document", space.key, key);
  return proposals.flatMap((one, place): Step[] => {
    const id = stage.id("document-proposal", space.key, key, String(place));
    const propose = async () => {
      const ctx = stage.as(one.by);
      const piece = (await readPropose(ctx, document, null)).pieces.find(({ text }) => text.startsWith(one.piece))!;
      await changeProposal(ctx, { id, document, edit: randomUUID(), key: piece.key, how: "replace", text: one.text });
      await sendProposal(ctx, { id, note: one.note });
    };
    const { declined } = one;
    return [
      { at: stage.at(one), what: `${space.key}: ${one.by} proposes a change to ${key}`, act: propose },
      ...(declined ? [{ at: stage.at(declined), what: `${space.key}: ${declined.by} declines it`, act: () => decideProposal(stage.as(declined.by), { id, take: "none", reason: declined.reason }) }] : []),
    ];
  });
}

function writingSteps(stage: Stage, space: DemoSpace, one: DemoDocument): Step[] {
  const id = stage.id("document", space.key, one.key);
  const joined = firstJoined(stage, space);
  const started = minutes(stage.at(one.started), 10);
  const apart = (stage.at(one.changed).getTime() - started.getTime()) / one.writers.length;
  let before = started;
  const steps = one.writers.flatMap((person, place): Step[] => {
    const from = Math.floor((place * one.blocks.length) / one.writers.length);
    const part = one.blocks.slice(from, Math.floor(((place + 1) * one.blocks.length) / one.writers.length));
    const at = latest(new Date(started.getTime() + apart * (place + 1)), minutes(joined.get(person) ?? started, 20), minutes(before, 1));
    before = at;
    return [
      { at, what: `${space.key}: ${person} writes in ${one.key}`, act: () => write(stage, id, person, yjsOf(contentOfBlocks(part)), place === 0) },
      // The job that folds what was written, and notes who sat down to write, does so once they stopped.
      { at: minutes(at, 45), what: `${space.key}: ${one.key} is folded`, act: () => foldDocuments(stage.asHouse().house) },
    ];
  });
  if (!one.tasks) return steps;
  const [first] = one.writers;
  return [
    ...steps,
    { at: minutes(before, 50), what: `${space.key}: ${first} gives tasks in ${one.key}`, act: async () => write(stage, id, first!, yjsOf({ type: "doc", content: [await taskList(stage, space, one.tasks!)] }), false) },
    { at: minutes(before, 100), what: `${space.key}: ${one.key} is folded`, act: () => foldDocuments(stage.asHouse().house) },
  ];
}

/** Tasks name the membership of whom they are for. */
async function taskList(stage: Stage, space: DemoSpace, tasks: NonNullable<DemoDocument["tasks"]>): Promise<MadeContent> {
  const personIds = tasks.map(({ person }) => stage.player(person).personId);
  const rows = await stage.db
    .select({ id: spaceMembership.id, personId: spaceMembership.personId })
    .from(spaceMembership)
    .where(and(eq(spaceMembership.spaceId, stage.id("space", space.key)), inArray(spaceMembership.personId, personIds)));
  const content = tasks.map(({ text, done = false }, place) => ({
    type: "taskItem",
    attrs: { checked: done, person: rows.find(({ personId }) => personId === personIds[place])!.id },
    content: [{ type: "paragraph", content: [{ type: "text", text }] }],
  }));
  return { type: "taskList", content };
}

/** The version that is easy to read: its places first, then the words in them. */
function easySteps(stage: Stage, space: DemoSpace, { key }: DemoDocument, { by, begun, lines }: NonNullable<DemoDocument["easy"]>): Step[] {
  const [source, id] = [stage.id("document", space.key, key), stage.id("document", space.key, `${key}-easy`)];
  const at = stage.at(begun);
  return [
    { at, what: `${space.key}: ${by} begins the easy version of ${key}`, act: () => beginEasyVersion(stage.as(by), { id, document: source, from: "headings" }) },
    { at: minutes(at, 5), what: `${space.key}: ${by} writes the easy version of ${key}`, act: () => fillPlaces(stage, id, by, lines) },
    { at: minutes(at, 50), what: `${space.key}: the easy version of ${key} is folded`, act: () => foldDocuments(stage.asHouse().house) },
  ];
}

/** Writes a line in each empty paragraph, in their order. */
async function fillPlaces(stage: Stage, documentId: string, person: string, lines: readonly string[]): Promise<void> {
  const doc = await openStored(stage, documentId);
  const before = Y.encodeStateVector(doc);
  const places = doc.getXmlFragment(bodyField).toArray().filter((block): block is Y.XmlElement => block instanceof Y.XmlElement && block.nodeName === "paragraph" && block.length === 0);
  doc.transact(() => places.slice(0, lines.length).forEach((place, index) => place.insert(0, [new Y.XmlText(lines[index]!)])));
  await pushUpdate(stage.as(person), { id: documentId, push: randomUUID(), update: Y.encodeStateAsUpdate(doc, before), schemaVersion });
}

/** The first long paragraph up to its first full stop, as the passage that a remark is about. */
async function firstSentence(stage: Stage, documentId: string): Promise<{ start?: Uint8Array; end?: Uint8Array }> {
  const body = (await openStored(stage, documentId)).getXmlFragment(bodyField);
  const texts = body.toArray().flatMap((block) => (block instanceof Y.XmlElement ? block.toArray().filter((child) => child instanceof Y.XmlText) : []));
  const text = texts.find((one) => one.length > 60);
  if (!text) return {};
  const end = text.toString().replace(/<[^>]*>/g, "").indexOf(".") + 1 || 40;
  return { start: Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, 0, 0)), end: Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, end, -1)) };
}

/** A text as it is stored. */
async function openStored(stage: Stage, documentId: string): Promise<Y.Doc> {
  const [row] = await stage.db.select({ snapshot: documentTable.snapshot }).from(documentTable).where(eq(documentTable.id, documentId));
  const log = await stage.db.select({ update: documentUpdate.update }).from(documentUpdate).where(eq(documentUpdate.documentId, documentId)).orderBy(asc(documentUpdate.seq));
  const doc = openDoc();
  for (const bytes of [row!.snapshot, ...log.map(({ update }) => update)]) Y.applyUpdate(doc, bytes);
  return doc;
}

/** Adds paragraphs at the end, as somebody's editor would: on top of what is there, under a Yjs client of their own. */
async function write(stage: Stage, documentId: string, person: string, part: Uint8Array, replacesEmpty: boolean): Promise<void> {
  const doc = await openStored(stage, documentId);
  const before = Y.encodeStateVector(doc);
  const written = openDoc();
  Y.applyUpdate(written, part);
  const body = doc.getXmlFragment(bodyField);
  doc.transact(() => {
    // A new text begins with one empty paragraph.
    if (replacesEmpty) body.delete(0, body.length);
    body.insert(body.length, written.getXmlFragment(bodyField).toArray().map((node) => (node as Y.XmlElement).clone()));
  });
  const ctx = stage.as(person);
  const { seq } = await pushUpdate(ctx, { id: documentId, push: randomUUID(), update: Y.encodeStateAsUpdate(doc, before), schemaVersion });
  await recordVisit(stage.asHouse(), { person: ctx.actor.personId!, actor: ctx.actor.actorId!, document: documentId, seq, at: ctx.now });
}
