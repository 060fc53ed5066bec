import { Schema } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { longFrom } from "../content";
import { nearCaret } from "./near-caret";

const schema = new Schema({ nodes: { doc: { content: "paragraph+" }, paragraph: { content: "text*" }, text: {} } });
const docOf = (count: number) => schema.node("doc", null, Array.from({ length: count }, (_, index) => schema.node("paragraph", null, [schema.text(`Regel ${index}`)])));
const plugin = nearCaret();
const near = (state: EditorState) => plugin.getState(state)!.find().map(({ from, to }) => state.doc.textBetween(from, to));
const at = (state: EditorState, index: number) => state.apply(state.tr.setSelection(TextSelection.create(state.doc, state.doc.resolve(0).posAtIndex(index, 0) + 1)));

it("keeps the blocks beside the caret laid out, in a long text alone", () => {
  const long = EditorState.create({ doc: docOf(longFrom), plugins: [plugin] });
  expect(near(at(long, 100))).toEqual(["Regel 99", "Regel 100", "Regel 101"]);
  expect(near(at(long, 0))).toEqual(["Regel 0", "Regel 1"]);
  expect(near(at(long, longFrom - 1))).toEqual([`Regel ${longFrom - 2}`, `Regel ${longFrom - 1}`]);
  expect(near(at(EditorState.create({ doc: docOf(longFrom - 1), plugins: [plugin] }), 100))).toEqual([]);
});

it("follows what is written around it, and all of it coming anew", () => {
  const state = at(EditorState.create({ doc: docOf(longFrom), plugins: [plugin] }), 100);
  const written = state.apply(state.tr.insert(0, schema.node("paragraph", null, [schema.text("Nieuw")])));
  expect(near(written)).toEqual(["Regel 99", "Regel 100", "Regel 101"]);
  const anew = state.tr.replaceWith(0, state.doc.content.size, docOf(longFrom).content);
  expect(near(state.apply(anew.setSelection(TextSelection.create(anew.doc, 1))))).toEqual(["Regel 0", "Regel 1"]);
});
