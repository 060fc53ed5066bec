/**
 * What a shared text may hold: the one list behind the editor's schema, the examination of updates and the reading page.
 * Plain data without a library, because the worker that examines updates, the server and the browser all read it.
 */

/** Raised when something is added that an older editor would delete. A client that knows less may only read. */
export const schemaVersion = 1;

/** Name of the one root type in the Yjs document. */
export const bodyField = "body";

const blocks = ["paragraph", "heading", "bulletList", "orderedList", "blockquote"] as const;

export interface NodeRule {
  /** The version of the schema that brought it. */
  since: number;
  /** Elements that may stand directly in it; `#text` is running text. */
  children: readonly string[];
  attributes: Readonly<Record<string, (value: unknown) => boolean>>;
}

export interface MarkRule {
  since: number;
  attributes: Readonly<Record<string, (value: unknown) => boolean>>;
}

const wholeNumber = (from: number, to: number) => (value: unknown) => Number.isInteger(value) && (value as number) >= from && (value as number) <= to;

/** By element name; `doc` is the root. */
export const nodeRules: Readonly<Record<string, NodeRule>> = Object.assign(Object.create(null) as Record<string, NodeRule>, {
  doc: { since: 1, children: blocks, attributes: {} },
  paragraph: { since: 1, children: ["#text", "hardBreak"], attributes: {} },
  heading: { since: 1, children: ["#text", "hardBreak"], attributes: { level: wholeNumber(2, 4) } },
  bulletList: { since: 1, children: ["listItem"], attributes: {} },
  orderedList: { since: 1, children: ["listItem"], attributes: { start: wholeNumber(0, 100_000) } },
  listItem: { since: 1, children: blocks, attributes: {} },
  blockquote: { since: 1, children: blocks, attributes: {} },
  hardBreak: { since: 1, children: [], attributes: {} },
});

/** By mark name, as it stands on running text. */
export const markRules: Readonly<Record<string, MarkRule>> = Object.assign(Object.create(null) as Record<string, MarkRule>, {
  bold: { since: 1, attributes: {} },
  italic: { since: 1, attributes: {} },
  link: { since: 1, attributes: { href: (value: unknown) => typeof value === "string" && isAllowedAddress(value) } },
});

const allowedSchemes = ["http:", "https:", "mailto:"];

/** Whether a link may lead there. Control characters and spaces are refused: browsers drop some of them before they read the scheme. */
export function isAllowedAddress(value: string): boolean {
  if (value.length > 2_000 || /[\s\p{Cc}\p{Cf}]/u.test(value)) return false;
  try {
    return allowedSchemes.includes(new URL(value).protocol);
  } catch {
    return false;
  }
}

/** Whether every attribute is known and has a value that it may have. */
export function fitsAttributes(rules: Readonly<Record<string, (value: unknown) => boolean>>, attributes: object): boolean {
  return Object.entries(attributes).every(([key, value]) => Object.prototype.hasOwnProperty.call(rules, key) && rules[key]!(value));
}
