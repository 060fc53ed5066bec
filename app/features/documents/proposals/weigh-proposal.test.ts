import fc from "fast-check";
import * as Y from "yjs";
import { describe, expect, it, test } from "vitest";
import { contentOfLines, yjsOf, type MadeContent } from "#db/factories/make-document";
import { bodyField } from "../content-rules";
import { align, rewrite, wordsOf } from "./align-text";
import { editPiece, piecesOf, type PieceEdit } from "./edit-fork";
import { blocksIn, openWith } from "./fork";
import { takeParts, weighProposal, type Fork } from "./weigh-proposal";

const limits = { clients: 200, depth: 32, nodes: 50_000 };
const none = new Uint8Array();
const base = (...lines: string[]) => yjsOf(contentOfLines(...lines));
const textIn = (doc: Y.Doc, block: number) => (doc.getXmlFragment(bodyField).get(block) as Y.XmlElement).get(0) as Y.XmlText;
const linesOf = (doc: Y.Doc) => blocksIn(doc).map(({ element }) => element.toArray().map((child) => (child instanceof Y.XmlText ? wordsOf(child) : "")).join(""));
/** A fork in which pieces were changed by the plain form, the first piece being 0. */
function fork(state: Uint8Array, ...edits: (Omit<PieceEdit, "key"> & { piece: number })[]): Fork {
  return edits.reduce<Fork>((before, { piece, ...edit }) => {
    const made = editPiece(before, { key: piecesOf(before)[piece]!.key, ...edit }, limits)!;
    expect(made.verdict).toMatchObject({ ok: true });
    return { base: state, update: made.update };
  }, { base: state, update: none });
}
const drawn = (one: ReturnType<typeof weighProposal>[number]) => [one.state, ...one.comparison.blocks.map(({ pieces }) => pieces.map(({ text, change }) => (change === "added" ? `+${text}+` : change === "removed" ? `-${text}-` : text)).join(""))];
/** The text of now with these parts in it. */
function taken(now: Y.Doc, given: Fork, keys = weighProposal(now, given).map(({ key }) => key)): string[] {
  const answer = takeParts(now, given, keys, limits);
  if (!answer) return linesOf(now);
  expect(answer.verdict).toMatchObject({ ok: true });
  Y.applyUpdate(now, answer.update);
  return linesOf(now);
}

describe("the parts of a proposal", () => {
  it("are what changed, came and went, each by itself, and blocks that touch together", () => {
    const state = base("Een bus.", "Twee bussen.", "Drie.", "Vier.");
    const given = fork(state, { piece: 0, how: "replace", text: "Een rode bus." }, { piece: 1, how: "replace", text: "Twee trams." }, { piece: 3, how: "replace", text: "" }, { piece: 2, how: "after", text: "Nieuw.\n\nEn nog." });
    expect(weighProposal(openWith(state), given).map(drawn)).toEqual([["fits", "Een +rode +bus."], ["fits", "Twee -bussen-+trams+."], ["fits", "-Vier-+Nieuw+.", "+En nog.+"]]);
    expect(taken(openWith(state), given)).toEqual(["Een rode bus.", "Twee trams.", "Drie.", "Nieuw.", "En nog."]);
  });

  it("go in one by one, in any order, and leave the others out", () => {
    const state = base("Een.", "Twee.", "Drie.");
    const given = fork(state, { piece: 2, how: "replace", text: "Drie!" }, { piece: 0, how: "replace", text: "Een!" });
    const now = openWith(state);
    const [first, last] = weighProposal(now, given).map(({ key }) => key);
    expect(taken(now, given, [last!])).toEqual(["Een.", "Twee.", "Drie!"]);
    expect(taken(now, given, [first!])).toEqual(["Een!", "Twee.", "Drie!"]);
    expect(taken(now, given, ["1:1"])).toEqual(["Een!", "Twee.", "Drie!"]);
  });

  it("merge with what others typed in the same block meanwhile, and say so", () => {
    const state = base("We komen zaterdag samen.", "Tot dan.");
    const given = fork(state, { piece: 0, how: "replace", text: "We komen zondag samen." });
    const now = openWith(state);
    textIn(now, 0).insert(textIn(now, 0).length, " Breng koffie mee.");
    expect(weighProposal(now, given).map(drawn)).toEqual([["moved_on", "We komen -zaterdag -+zondag +samen. Breng koffie mee."]]);
    expect(taken(now, given)).toEqual(["We komen zondag samen. Breng koffie mee.", "Tot dan."]);
  });

  it("whose block is gone say so and never bring it back; what is done already changes nothing", () => {
    const state = base("Een.", "Twee.", "Drie.");
    const given = fork(state, { piece: 0, how: "replace", text: "Eén." }, { piece: 2, how: "replace", text: "" });
    const now = openWith(state);
    now.getXmlFragment(bodyField).delete(0, 1);
    now.getXmlFragment(bodyField).delete(1, 1);
    expect(weighProposal(now, given).map(({ state: fits }) => fits)).toEqual(["gone", "done"]);
    expect(takeParts(now, given, weighProposal(now, given).map(({ key }) => key), limits)).toBeNull();
  });

  it("put a new block in its place, also when the one before it went", () => {
    const state = base("Een.", "Twee.", "Drie.");
    const given = fork(state, { piece: 1, how: "after", text: "Twee en een half." });
    const now = openWith(state);
    now.getXmlFragment(bodyField).delete(1, 1);
    expect(taken(now, given)).toEqual(["Een.", "Twee en een half.", "Drie."]);
  });
});

describe("the plain form", () => {
  const list: MadeContent = { type: "doc", content: [{ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Kop" }] }, { type: "bulletList", content: ["hamer", "zaag"].map((text) => ({ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text }] }] })) }, { type: "paragraph", content: [{ type: "mention", attrs: { person: crypto.randomUUID() } }, { type: "text", text: " komt" }] }, { type: "paragraph", content: [{ type: "text", text: "boven" }, { type: "hardBreak" }, { type: "text", text: "onder", marks: [{ type: "bold" }] }] }] };

  it("shows headings, items and lines, and what it cannot keep", () => {
    expect(piecesOf({ base: yjsOf(list), update: none }).map(({ level, text, fixed }) => [level, text, fixed])).toEqual([[2, "Kop", false], [0, "hamer", false], [0, "zaag", false], [0, "@ komt", true], [0, "boven\nonder", false]]);
  });

  it("takes an item away with what held it, and keeps the marks of words that stay", () => {
    const state = yjsOf(list);
    const given = fork(state, { piece: 1, how: "replace", text: "" }, { piece: 3, how: "replace", text: "boven\nonderaan" });
    const doc = openWith(state, given.update);
    expect(doc.getXmlFragment(bodyField).get(1).toString()).toBe("<bulletlist><listitem><paragraph>zaag</paragraph></listitem></bulletlist>");
    expect(doc.getXmlFragment(bodyField).get(3).toString()).toContain("<bold>onderaan</bold>");
    const more = fork(state, { piece: 4, how: "replace", text: "een\ntwee\ndrie" });
    expect(piecesOf(more)[4]!.text).toBe("een\ntwee\ndrie");
  });

  it("refuses a piece that is not there, and words where a name stands", () => {
    const given = { base: yjsOf(list), update: none };
    expect(editPiece(given, { key: "1:1", how: "replace", text: "x" }, limits)).toBeNull();
    const { key } = piecesOf(given)[3]!;
    expect(editPiece(given, { key, how: "replace", text: "x" }, limits)).toBeNull();
    expect(editPiece(given, { key, how: "replace", text: "" }, limits)!.verdict).toMatchObject({ ok: true });
  });

  it("makes nothing of what stays the same, and never empties a text wholly", () => {
    const state = base("Een.");
    const { key } = piecesOf({ base: state, update: none })[0]!;
    expect(editPiece({ base: state, update: none }, { key, how: "replace", text: "Een." }, limits)).toEqual({ update: none, verdict: null });
    const given = fork(state, { piece: 0, how: "replace", text: "" });
    expect(blocksIn(openWith(state, given.update))).toHaveLength(1);
  });
});

const words = fc.array(fc.constantFrom("de ", "bus ", "rijdt", "😀", "\u{1F469}\u{200D}\u{1F33E}", ". ", "é", "من "), { maxLength: 10 }).map((given) => given.join(""));
const runs = fc.array(fc.record({ insert: words.filter((one) => one !== ""), attributes: fc.constantFrom({}, { bold: {} }, { link: { href: "https://example.org" } }, { bold: {}, italic: {} }) }), { maxLength: 4 });

test("words and marks become those of another running text, whatever both are", () => {
  fc.assert(
    fc.property(runs, runs, words, (before, after, plain) => {
      const doc = new Y.Doc();
      const make = (delta: typeof before) => {
        const element = new Y.XmlElement("paragraph");
        doc.getXmlFragment(bodyField).insert(0, [element]);
        const text = new Y.XmlText();
        element.insert(0, [text]);
        text.applyDelta(delta);
        return text;
      };
      const [text, like] = [make(before), make(after)];
      align(text, like);
      const spread = (one: Y.XmlText) => (one.toDelta() as { insert: string; attributes?: object }[]).flatMap(({ insert, attributes = {} }) => [...insert].map((sign) => [sign, Object.entries(attributes).sort()]));
      expect(spread(text)).toEqual(spread(like));
      rewrite(text, plain);
      expect(wordsOf(text)).toBe(plain);
    }),
    { numRuns: 300 },
  );
});
