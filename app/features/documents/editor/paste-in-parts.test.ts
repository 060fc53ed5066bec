import { Fragment, Slice, type Node } from "@tiptap/pm/model";
import { updateYFragment } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import { limits } from "~/platform/limits";
import { bodyField } from "../content-rules";
import { openDoc } from "../open-doc";
import { contentSchema } from "../schema";
import { partsOf } from "./paste-in-parts";

const schema = contentSchema();
const paragraph = (words: string) => schema.node("paragraph", null, words ? [schema.text(words)] : []);
const pasted = (...nodes: Node[]) => new Slice(Fragment.from(nodes), 0, 0);
const wordsOf = (slices: readonly Slice[]) => slices.map(({ content }) => content.textBetween(0, content.size, "\n", "\n")).join("\n");

/** What a push of such a part is, in bytes. */
function updateOf({ content }: Slice): number {
  const doc = openDoc();
  let bytes = 0;
  doc.on("update", (update: Uint8Array) => (bytes += update.byteLength));
  doc.transact(() => updateYFragment(doc, doc.getXmlFragment(bodyField), schema.node("doc", null, content), { mapping: new Map(), isOMark: new Map() }));
  return bytes;
}
const inParts = (slice: Slice): Slice[] => {
  const parts = partsOf(slice, schema);
  if (!Array.isArray(parts)) throw new Error(String(parts));
  return parts;
};

const list = schema.node("bulletList", null, Array.from({ length: 3_000 }, (_, n) => schema.node("listItem", null, [paragraph(`punt ${n}`)])));
const striped = schema.node("paragraph", null, Array.from({ length: 4_000 }, (_, n) => schema.text(`woord ${n} `, n % 2 ? [schema.mark("bold")] : [])));

it.each([
  ["many paragraphs", pasted(...Array.from({ length: 6_000 }, (_, n) => paragraph(`Regel ${n} van een lange tekst.`)))],
  ["empty ones", pasted(...Array.from({ length: 20_000 }, () => paragraph("")))],
  ["one line without end, of signs that take two places", pasted(paragraph("👩🏽".repeat(20_000)))],
  ["one list without end", pasted(list)],
  ["marks without end", pasted(striped)],
])("cuts %s so that each part fits in a transaction, and loses no word", (_what, slice) => {
  const parts = inParts(slice);
  expect(parts.length).toBeGreaterThan(0);
  expect(Math.max(...parts.map(updateOf))).toBeLessThanOrEqual(limits.documentTransactionBytes);
  expect(wordsOf(parts).replace(/\n/g, "")).toBe(wordsOf([slice]).replace(/\n/g, ""));
  for (const part of parts) part.content.descendants((node) => void expect(node.text?.isWellFormed() ?? true).toBe(true));
});

it("leaves what fits as it is, and refuses what is more than a megabyte", () => {
  expect(partsOf(pasted(paragraph("Kort.")), schema)).toBeNull();
  expect(partsOf(pasted(paragraph("x".repeat(limits.liveEventBytes))), schema)).toBe("too_large");
});
