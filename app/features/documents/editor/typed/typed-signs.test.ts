import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import { contentSchema } from "../../schema";
import { closeMeta, ListKeys, openSign, typedSigns } from "./typed-signs";

const schema = contentSchema();
const line = (words: string) => schema.node("paragraph", null, words ? [schema.text(words)] : []);

function begin(...lines: string[]): { state: () => EditorState; make: (change: (tr: Transaction) => Transaction) => void; type: (words: string) => void } {
  let state = EditorState.create({ doc: schema.node("doc", null, lines.map(line)), plugins: [typedSigns(new ListKeys())] });
  const make = (change: (tr: Transaction) => Transaction) => void (state = state.apply(change(state.tr)));
  make((tr) => tr.setSelection(TextSelection.atEnd(tr.doc)));
  return { state: () => state, make, type: (words) => make((tr) => tr.insertText(words)) };
}

it("opens for a sign that is typed, says what follows it, and closes once it is no sign any more", () => {
  const { state, type } = begin("Zo.");
  type(" /");
  expect(openSign(state())).toEqual({ sign: "/", from: 5, to: 6, typed: "" });
  type("tab");
  expect(openSign(state())).toEqual({ sign: "/", from: 5, to: 9, typed: "tab" });
  type("/");
  expect(openSign(state())).toBeNull();
});

it("stays closed where a caret comes by, and in words that others write", () => {
  const { state, make } = begin("Kies /tip");
  expect(openSign(state())).toBeNull();
  make((tr) => tr.insertText("s").setMeta(ySyncPluginKey, { isChangeOrigin: true }));
  expect(openSign(state())).toBeNull();
});

it("stays open, at its place, while others write", () => {
  const { state, make, type } = begin("Een", "");
  type("/t");
  make((tr) => tr.insertText("Nog ", 1).setMeta(ySyncPluginKey, { isChangeOrigin: true }));
  expect(openSign(state())).toEqual({ sign: "/", from: 10, to: 12, typed: "t" });
});

it("once sent away it stays away for that sign, and comes back for another", () => {
  const { state, make, type } = begin("");
  type("/");
  make((tr) => tr.setMeta(...closeMeta));
  type("t");
  make((tr) => tr.insertText("Vooraf: ", 1));
  type("a");
  expect(openSign(state())).toBeNull();
  type(". /");
  expect(openSign(state())).toMatchObject({ typed: "" });
});

it("never in code, nor over chosen words", () => {
  const { state, make, type } = begin("a");
  make((tr) => tr.addStoredMark(schema.mark("code")).insertText(" /", 2));
  make((tr) => tr.addMark(1, 4, schema.mark("code")));
  type("t");
  expect(openSign(state())).toBeNull();
  const other = begin("");
  other.type("/t");
  other.make((tr) => tr.setSelection(TextSelection.create(tr.doc, 1, 3)));
  expect(openSign(other.state())).toBeNull();
});

it("knows a name that is being typed, up to the end of it", () => {
  const { state, type } = begin("Dag");
  type(" @Jan p");
  expect(openSign(state())).toEqual({ sign: "@", from: 5, to: 11, typed: "Jan p" });
  type(".");
  type(" Tot");
  type(" zo dan");
  expect(openSign(state())).toBeNull();
});
