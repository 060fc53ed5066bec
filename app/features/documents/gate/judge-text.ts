import { shorten } from "~/platform/shorten";
import type { ContentNode } from "../content";
import type { PlainWord } from "./difficult-words";
import { bindWords, difficultIn, isLong, isPassive, sentencesOf, type WordBook } from "./sentences";

/** What may be said of a text before it is public. The first one stops it; the others advise. */
export const hintKinds = ["alt_missing", "alt_file", "picture_text", "heading_first", "heading_skip", "heading_empty", "no_headings", "link_words", "link_bare", "table_header", "sentence_long", "passive", "difficult_word"] as const;
export type HintKind = (typeof hintKinds)[number];

export interface Hint {
  kind: HintKind;
  /** The part that it stands in: the number of its heading, as `sectionId` makes an address of; 0 before the first heading. */
  section: number;
  /** The heading of that part; empty before the first. */
  sectionTitle: string;
  /** The words that it is about, shortened; empty for what has none. */
  quote: string;
  /** What to write instead, of a difficult word. */
  instead?: string;
}

export interface Judgement {
  hints: Hint[];
  /** Hints beyond the most that are listed. */
  more: number;
  sentences: number;
  /** Sentences that are short, say who does it, and hold no difficult word. */
  easy: number;
  /** Of a hundred sentences, how many read easily; null for a text of fewer than three. */
  score: number | null;
}

/** More would not be read: who mended these sees the next ones. */
const listedAtMost = 100;
/** A text of so many words without any heading is hard to find one's way in. */
const wordsWithoutHeading = 250;
const quoteCharacters = 110;

/** The id on the reading page of the part with this number. */
export const sectionId = (section: number) => `deel-${section}`;

/** Whether this stands as a heading of the text itself, which begins a part. */
export const beginsSection = (node: ContentNode) => node.type === "heading" && plain(node).trim() !== "";

const pictures = new Set(["picture", "image"]);
/** A picture that only adorns needs no words. */
const adorns = (node: ContentNode) => node.attrs?.["decorative"] === true;
const altOf = (node: ContentNode) => (typeof node.attrs?.["alt"] === "string" ? node.attrs["alt"].trim() : "");

/** Whether a picture has no words for who cannot see it: then nothing may be published. A plain walk, so that the action asks it too. */
export function lacksAlt(node: ContentNode): boolean {
  const todo = [node];
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (pictures.has(next.type) && altOf(next) === "" && !adorns(next)) return true;
    if (next.content) todo.push(...next.content);
  }
  return false;
}

const vague = /^(?:klik|klik hier|hier|deze|dit|link|deze link|lees meer|meer|meer info|meer informatie|verder lezen|lees verder|website|pagina|document|download|info|click here|read more|ici|cliquez ici)[.:!]?$/i;
const bare = /^(?:https?:\/\/|www\.)\S+$/i;
const fileName = /\.(?:jpe?g|png|gif|webp|heic|svg)$|^(?:img|dsc|image|foto|picture)[_\s-]?\d*$/i;

/** Everything about a text that a reader may stumble over, in the order of the text. Pure; a long text takes it seconds at most. */
export function judgeText(content: ContentNode, words: readonly PlainWord[], language = "nl"): Judgement {
  const walk = new Walk(language === "nl" ? bindWords(words) : null);
  walk.children(content, true);
  return walk.judgement();
}

class Walk {
  private readonly hints: Hint[] = [];
  private section = 0;
  private title = "";
  private level = 1;
  private sentences = 0;
  private easy = 0;
  private characters = 0;

  constructor(private readonly book: WordBook | null) {}

  judgement(): Judgement {
    // Words are about six letters.
    if (this.section === 0 && this.characters > wordsWithoutHeading * 6) this.hints.unshift({ kind: "no_headings", section: 0, sectionTitle: "", quote: "" });
    const ordered = [...this.hints.filter(({ kind }) => kind === "alt_missing"), ...this.hints.filter(({ kind }) => kind !== "alt_missing")];
    const { sentences, easy } = this;
    return { hints: ordered.slice(0, listedAtMost), more: Math.max(0, ordered.length - listedAtMost), sentences, easy, score: sentences < 3 ? null : Math.round((easy / sentences) * 100) };
  }

  children(node: ContentNode, top = false): void {
    for (const child of node.content ?? []) this.node(child, top);
  }

  private node(node: ContentNode, top: boolean): void {
    if (node.type === "heading") return this.heading(node, top);
    if (pictures.has(node.type)) this.picture(node);
    if (node.type === "table") this.table(node);
    if (node.type === "paragraph") {
      this.links(node);
      this.reading(plain(node));
    } else this.children(node);
  }

  private note(kind: HintKind, quote: string, instead?: string): void {
    this.hints.push({ kind, section: this.section, sectionTitle: this.title, quote: shorten(quote, quoteCharacters), ...(instead ? { instead } : {}) });
  }

  private heading(node: ContentNode, top: boolean): void {
    const text = plain(node).trim();
    if (text === "") return this.note("heading_empty", "");
    const level = typeof node.attrs?.["level"] === "number" ? node.attrs["level"] : 4;
    if (top) {
      this.section += 1;
      this.title = shorten(text, quoteCharacters);
    }
    if (this.level === 1 && level !== 2) this.note("heading_first", text);
    else if (level > this.level + 1) this.note("heading_skip", text);
    this.level = level;
    this.links(node);
  }

  private picture(node: ContentNode): void {
    const alt = altOf(node);
    if (adorns(node)) return;
    if (alt === "") return this.note("alt_missing", "");
    if (fileName.test(alt)) this.note("alt_file", alt);
    this.note("picture_text", alt);
  }

  private table(node: ContentNode): void {
    const first = node.content?.[0]?.content ?? [];
    const rows = node.content ?? [];
    const across = first.length > 0 && first.every((cell) => cell.type === "tableHeader");
    const down = rows.length > 0 && rows.every((row) => row.content?.[0]?.type === "tableHeader");
    if (!across && !down) this.note("table_header", first.map((cell) => plain(cell).trim()).filter(Boolean).join(" · "));
  }

  /** Neighbouring pieces with the same address are one link. */
  private links(node: ContentNode): void {
    let last: { href: unknown; text: string } | null = null;
    const close = () => {
      const text = last?.text.trim() ?? "";
      if (last && vague.test(text)) this.note("link_words", text);
      else if (last && bare.test(text)) this.note("link_bare", text);
      last = null;
    };
    for (const child of node.content ?? []) {
      const link = child.marks?.find((mark) => mark.type === "link");
      const href = link?.attrs?.["href"];
      if (last && (!link || href !== (last as { href: unknown }).href)) close();
      if (link) last = { href, text: ((last as { text: string } | null)?.text ?? "") + (child.text ?? "") };
    }
    close();
  }

  private reading(text: string): void {
    this.characters += text.length;
    if (!this.book) return;
    for (const sentence of sentencesOf(text)) {
      const found: [HintKind, string, string?][] = [];
      if (isLong(sentence)) found.push(["sentence_long", sentence]);
      if (isPassive(sentence)) found.push(["passive", sentence]);
      for (const { word, instead } of difficultIn(sentence, this.book)) found.push(["difficult_word", word, instead]);
      this.sentences += 1;
      if (found.length === 0) this.easy += 1;
      for (const one of found) this.note(...one);
    }
  }
}

function plain(node: ContentNode): string {
  if (node.type === "text") return node.text ?? "";
  if (node.type === "hardBreak") return "\n";
  return (node.content ?? []).map(plain).join("");
}
