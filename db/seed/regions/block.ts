/**
 * Text as simple typed blocks: standing pages, learning material and the plan are written in these, never in HTML or Markdown.
 * The loader turns them into whatever the place needs (a page, the content of a shared text).
 */
export type Block =
  | { kind: "heading"; level: 2 | 3; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "bullets"; items: readonly string[] }
  | { kind: "steps"; items: readonly string[] }
  | { kind: "link"; text: string; href: string };

export const h2 = (text: string): Block => ({ kind: "heading", level: 2, text });
export const h3 = (text: string): Block => ({ kind: "heading", level: 3, text });
export const p = (text: string): Block => ({ kind: "paragraph", text });
/** An unordered list. */
export const bullets = (...items: string[]): Block => ({ kind: "bullets", items });
/** An ordered list: the order matters. */
export const steps = (...items: string[]): Block => ({ kind: "steps", items });
export const link = (text: string, href: string): Block => ({ kind: "link", text, href });

/** Every sentence-bearing string of a text, in reading order; for tests and for search. */
export function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => ("items" in block ? [...block.items] : [block.text]));
}

/** A page of standing text. `summary` is one sentence, also the description for search engines. */
export interface TextPage {
  title: string;
  summary: string;
  blocks: readonly Block[];
}
