import { randomUUID } from "node:crypto";
import type { Socket } from "socket.io-client";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { bodyField, schemaVersion } from "~/features/documents/content-rules";
import { openDoc } from "~/features/documents/open-doc";
import { limits } from "~/platform/limits";
import { beginText, CoWriter, wayOf } from "./test/co-writer";
import { useDoors } from "./test/use-doors";
import { nextOf } from "./test/visitor";

const doors = useDoors();
const space = "/leerplekken/samen-in-de-moestuin";

function element(name: string, attributes: Record<string, unknown> = {}, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
}
const paragraph = (words: string, mark?: object) => {
  const text = new Y.XmlText();
  text.applyDelta([{ insert: words, ...(mark ? { attributes: mark } : {}) }]);
  return element("paragraph", {}, text);
};
const id = randomUUID();

/** Valid Yjs, each of which no editor makes. */
const hostile: [string, (body: Y.XmlFragment, doc: Y.Doc) => void][] = [
  ["an element of no schema", (body) => body.insert(0, [element("script", {}, new Y.XmlText("kwaad()"))])],
  ["a frame", (body) => body.insert(0, [element("iframe", { src: "https://evil.example" })])],
  ["a handler as an attribute", (body) => body.insert(0, [element("heading", { level: 2, onclick: "kwaad()" }, new Y.XmlText("x"))])],
  ["a style", (body) => body.insert(0, [element("paragraph", { style: "position:fixed" }, new Y.XmlText("x"))])],
  ["a link that is a script", (body) => body.insert(0, [paragraph("x", { link: { href: "javascript:kwaad()" } })])],
  ["a link that is a page of its own", (body) => body.insert(0, [paragraph("x", { link: { href: "data:text/html,<script>kwaad()</script>" } })])],
  ["a link with more than an address", (body) => body.insert(0, [paragraph("x", { link: { href: "https://example.org", onmouseover: "kwaad()" } })])],
  ["a mark of no schema", (body) => body.insert(0, [paragraph("x", { onclick: "kwaad()" })])],
  ["a picture that is an address", (body) => body.insert(0, [element("image", { picture: "https://evil.example/x.svg", alt: "x" })])],
  ["a card of a script", (body) => body.insert(0, [element("embed", { href: "javascript:kwaad()" })])],
  ["an attribute that is an object", (body) => body.insert(0, [element("heading", { level: { toString: "kwaad" } }, new Y.XmlText("x"))])],
  ["a key of every object", (body) => body.insert(0, [element("heading", { __proto__x: 1, constructor: "kwaad" }, new Y.XmlText("x"))])],
  ["another root", (_body, doc) => void doc.getMap("kwaad").set("x", "<script>kwaad()</script>")],
  ["something inside running text", (body) => ((body.get(0) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(0, { script: "kwaad()" })],
  ["a block in a place of running words", (body) => (body.get(0) as Y.XmlElement).insert(0, [element("table")])],
  ["depth without end", (body) => body.insert(0, [Array.from({ length: 60 }).reduce<Y.XmlElement>((inner) => element("blockquote", {}, inner), paragraph("x"))])],
];

test("a raw client gets a code for whatever no editor sends, nothing of it is stored, and the others write on", { timeout: 120_000 }, async () => {
  const pid = doors.server.pid();
  const [fien, ria, sam] = await Promise.all([doors.signedIn("fien", "198.51.100.21"), doors.signedIn("ria", "198.51.100.22"), doors.signedIn("sam", "198.51.100.23")]);
  const [open, closed] = await Promise.all([beginText(fien, space, "De tuin", "Hier begint het."), beginText(fien, space, "De serre", "Voor de vaste ploeg.")]);
  const honest = await new CoWriter(wayOf(fien), open).open();
  const watching = await new CoWriter(wayOf(ria), open).open();
  honest.type("Eerst dit.");
  await honest.saved();

  const raw = await sam.live();
  const ask = (socket: Socket, event: string, payload: object) => socket.timeout(30_000).emitWithAck(event, payload) as Promise<{ ok: boolean; code?: string; missing?: Uint8Array; seq?: number }>;
  const joined = await ask(raw, "document:join", { id: open, stateVector: new Uint8Array(), schemaVersion });
  expect(joined.ok).toBe(true);
  const make = (change: (body: Y.XmlFragment, doc: Y.Doc) => void, clientId?: number): Uint8Array => {
    const doc = openDoc();
    Y.applyUpdate(doc, new Uint8Array(joined.missing!));
    if (clientId !== undefined) doc.clientID = clientId;
    const before = Y.encodeStateVector(doc);
    change(doc.getXmlFragment(bodyField), doc);
    return Y.encodeStateAsUpdate(doc, before);
  };
  const push = (update: Uint8Array, text = open) => ask(raw, "document:push", { id: text, push: randomUUID(), update });

  for (const [what, change] of hostile) expect([what, await push(make(change))]).toEqual([what, { ok: false, code: "forbidden_content" }]);
  // In another's name, which would make what that person types next look known already.
  expect(await push(make((body) => body.insert(0, [paragraph("vervalst")]), honest.doc.clientID))).toMatchObject({ ok: false, code: expect.stringMatching(/^(forbidden_content|gap)$/) });
  // For texts that this person may not see, and that are not there.
  for (const text of [closed, randomUUID()]) {
    const answer = await ask(raw, "document:join", { id: text, stateVector: new Uint8Array(), schemaVersion });
    expect([answer.ok, answer.missing]).toEqual([false, undefined]);
    expect(await push(make((body) => body.insert(0, [paragraph("binnen")])), text)).toMatchObject({ ok: false, code: "forbidden" });
  }
  // Bytes that are no update, one that is too large, and fifty megabytes, which end the connection that sends them.
  expect(await push(new Uint8Array([1, 1, 255, 255]))).toMatchObject({ ok: false, code: "forbidden_content" });
  expect(await push(make((body) => body.insert(0, [paragraph("x".repeat(limits.documentPushBytes))])))).toMatchObject({ ok: false, code: "too_large" });
  const ended = nextOf(raw, "disconnect");
  raw.emit("document:push", { id: open, push: randomUUID(), update: Buffer.alloc(50 * 1024 * 1024) });
  await ended;

  honest.type(" En dan dit.");
  watching.type("Ik ook.");
  await Promise.all([honest.saved(), watching.saved()]);
  const late = await new CoWriter(wayOf(sam), open).open();
  expect([...late.paragraphs].sort()).toEqual(["Eerst dit. En dan dit.", "Hier begint het.", "Ik ook."]);
  const head = late.sync.current.seq;
  await Promise.all([honest, watching].map((writer) => writer.until(({ seq }) => seq >= head)));
  for (const writer of [honest, watching]) expect(writer.paragraphs).toEqual(late.paragraphs);
  expect(head).toBe(3);
  expect(await (await fien.get(`/teksten/${closed}`)).text()).not.toContain("binnen");
  [honest, watching, late].forEach((writer) => writer.leave());
  await doors.expectUnharmed(pid);
});

test("what counts as somebody's name is the connection's, whatever a push says of itself", async () => {
  const sam = await doors.signedIn("sam", "198.51.100.24");
  const fien = await doors.signedIn("fien", "198.51.100.25");
  const text = await beginText(fien, space, "De tuin", "Van wie?");
  const raw = await sam.live();
  const joined = (await raw.emitWithAck("document:join", { id: text, stateVector: new Uint8Array(), schemaVersion })) as { missing: Uint8Array };
  const doc = openDoc();
  Y.applyUpdate(doc, new Uint8Array(joined.missing));
  const before = Y.encodeStateVector(doc);
  doc.getXmlFragment(bodyField).insert(0, [paragraph("Van Sam.")]);
  const update = Y.encodeStateAsUpdate(doc, before);
  for (const forged of [{ actor: id }, { actorId: id }, { author: "Fien" }, { schemaVersion: 99 }, { seq: 1 }]) {
    expect(await raw.emitWithAck("document:push", { id: text, push: randomUUID(), update, ...forged })).toMatchObject({ ok: false, code: "invalid_input" });
  }
  expect(await raw.emitWithAck("document:push", { id: text, push: randomUUID(), update })).toMatchObject({ ok: true, seq: 1 });
  raw.disconnect();
});
