import { diffArrays } from "diff";
import { plainTextOf, type ContentNode } from "../content";
import { beginsSection } from "../gate/judge-text";

/** A run of words; `change` says whether it came or went, absent when it stayed. */
export interface Piece {
  text: string;
  change?: Change;
}
export type Change = "added" | "removed";

/** A paragraph, heading or item with what changed in it. */
export interface ComparedBlock {
  as: "paragraph" | "heading" | "item" | "quote" | "row" | "label";
  /** Of a heading 2 to 4; of an item how deep it stands, from 1. */
  level: number;
  /** A heading of the text itself, at which a part of it begins. */
  section?: true;
  pieces: Piece[];
}

export interface Comparison {
  blocks: ComparedBlock[];
  /** Words. */
  added: number;
  removed: number;
}

type Kind = Pick<ComparedBlock, "as" | "level" | "section">;
/** What a text is taken apart into: words with the white space after them, and where a block begins. */
type Token = { begins: Kind; text: "" } | { begins?: undefined; text: string };
interface Block extends Kind {
  tokens: Token[];
  key: string;
}
type Marked = Token & { change?: Change };

/** With more changes than this in one stretch, its words have so little in common that the whole stretch is new. */
const mostEdits = 3_000;

/**
 * The difference between two texts, in words. Marks such as bold are not compared. Blocks that are the same are found first,
 * so that the words are only compared where something changed.
 */
export function compareTexts(before: ContentNode, after: ContentNode): Comparison {
  const marked: Marked[] = [];
  const [old, now] = [blocksOf(before), blocksOf(after)];
  let gone: Block[] = [];
  let came: Block[] = [];
  const settle = () => {
    marked.push(...compareWords(gone.flatMap(tokensOf), came.flatMap(tokensOf)));
    [gone, came] = [[], []];
  };
  for (const part of diffArrays(old, now, { comparator: (a, b) => a.key === b.key })) {
    if (part.removed) gone.push(...part.value);
    else if (part.added) came.push(...part.value);
    else {
      settle();
      marked.push(...part.value.flatMap(tokensOf));
    }
  }
  settle();
  const blocks = joinTokens(marked);
  const words = (change: Change) => marked.filter((one) => one.change === change && /[\p{L}\p{N}]/u.test(one.text)).length;
  return { blocks, added: words("added"), removed: words("removed") };
}

const tokensOf = ({ as, level, section, tokens }: Block): Token[] => [{ begins: { as, level, ...(section ? { section } : {}) }, text: "" }, ...tokens];

const keyOf = ({ begins, text }: Token) => (begins ? `${begins.as} ${begins.level}` : `=${text.trimEnd() || text}`);

function compareWords(gone: Token[], came: Token[]): Marked[] {
  const mark = (tokens: readonly Token[], change: Change) => tokens.map((one): Marked => ({ ...one, change }));
  const parts = diffArrays(gone, came, { comparator: (a, b) => keyOf(a) === keyOf(b), maxEditLength: mostEdits });
  if (!parts) return [...mark(gone, "removed"), ...mark(came, "added")];
  return parts.flatMap(({ value, added, removed }) => (added ? mark(value, "added") : removed ? mark(value, "removed") : value));
}

/** Blocks of what stayed, came and went, in the order of the newer text. */
function joinTokens(marked: readonly Marked[]): ComparedBlock[] {
  const blocks: ComparedBlock[] = [];
  for (const [index, token] of marked.entries()) {
    if (token.begins && (token.change !== "removed" || goesWhole(marked, index))) blocks.push({ ...token.begins, pieces: [] });
    if (token.begins) continue;
    const { pieces } = blocks.at(-1)!;
    const last = pieces.at(-1);
    if (last && last.change === token.change) last.text += token.text;
    else pieces.push({ text: token.text, ...(token.change ? { change: token.change } : {}) });
  }
  return blocks.filter(({ pieces }) => pieces.length > 0);
}

/** Whether all of a block that went is gone; else what is left of it stands behind the block before it now. */
function goesWhole(marked: readonly Marked[], at: number): boolean {
  if (at === 0) return true;
  const next = marked.findIndex((one, index) => index > at && (one.begins !== undefined || one.change !== "removed"));
  return next === -1 || marked[next]!.begins !== undefined;
}

/** The paragraphs, headings and items of a text, one after another, each once. */
function blocksOf(node: ContentNode, around: Kind = { as: "paragraph", level: 1 }, inText = false): Block[] {
  const { type, content = [], attrs = {} } = node;
  if (lines.has(type)) {
    const level = attrs["level"];
    const kind: Kind = type === "heading" ? { as: "heading", level: typeof level === "number" ? level : 4, ...(inText && beginsSection(node) ? { section: true } : {}) } : type === "tableRow" ? { as: "row", level: 1 } : around;
    return blockOf(kind, plainTextOf(node));
  }
  if (type === "learningBlock") return [...blockOf({ as: "label", level: 1 }, labelOf(attrs)), ...content.flatMap((child) => blocksOf(child, around))];
  const item: Kind = { as: "item", level: around.as === "item" ? around.level + 1 : 1 };
  // Ticking a task off is a change too.
  if (type === "taskItem") return withBox(attrs["checked"] === true ? "☑ " : "☐ ", item, content.flatMap((child) => blocksOf(child, item)));
  const inside: Kind = type === "listItem" ? item : type === "blockquote" ? { as: "quote", level: 1 } : around;
  return content.flatMap((child) => blocksOf(child, inside, type === "doc"));
}

const lines = new Set(["paragraph", "heading", "detailsSummary", "tableRow", "image", "embed"]);

function blockOf(kind: Kind, text: string): Block[] {
  const tokens = wordsOf(text);
  return tokens.length === 0 ? [] : [{ ...kind, tokens, key: keyOfBlock(kind, tokens) }];
}

/** A task with its box before its first words, or alone where it has none. */
function withBox(box: string, item: Kind, [first, ...rest]: Block[]): Block[] {
  if (!first || first.as !== "item" || first.level !== item.level) return [...blockOf(item, box), ...(first ? [first, ...rest] : [])];
  const tokens = [...wordsOf(box), ...first.tokens];
  return [{ ...first, tokens, key: keyOfBlock(first, tokens) }, ...rest];
}

const keyOfBlock = ({ as, level }: Kind, tokens: readonly Token[]) => `${as} ${level} ${tokens.map((one) => one.text).join("")}`;

/** Minutes and the size of groups, as signs that need no language: "20 min · 4 p." */
function labelOf({ minutes, groupSize }: Record<string, unknown>): string {
  return [typeof minutes === "number" ? `${minutes} min` : "", typeof groupSize === "number" ? `${groupSize} p.` : ""].filter(Boolean).join(" · ");
}

function wordsOf(text: string): Token[] {
  return (text.match(/\n|[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*[^\S\n]*|[^\p{L}\p{N}\s][^\S\n]*|[^\S\n]+/gu) ?? []).map((one) => ({ text: one }));
}
