/**
 * What a shared text may hold: the one list behind the editor's schema, the examination of updates and the reading page.
 * Plain data without a library, because the worker that examines updates, the server and the browser all read it.
 */

/** Raised when something is added that an older editor would delete. A client that knows less may only read. */
export const schemaVersion = 2;

/** Name of the one root type in the Yjs document. */
export const bodyField = "body";

const blocks = [
  ...["paragraph", "heading", "bulletList", "orderedList", "blockquote"],
  ...["taskList", "table", "callout", "details", "learningBlock", "image", "embed", "horizontalRule"],
];
const running = ["#text", "hardBreak", "mention"];

/** What a block that stands out says before its words. */
export const calloutKinds = ["tip", "attention", "example", "question"] as const;
export type CalloutKind = (typeof calloutKinds)[number];

/** Parts that make a text a session plan: an activity carries its minutes and the size of its groups. */
export const learningKinds = ["goal", "activity", "material", "evidence"] as const;
export type LearningKind = (typeof learningKinds)[number];

export const blockLimits = { span: 30, minutes: 24 * 60, groupSize: 1_000, altCharacters: 500, embedTitleCharacters: 200 } as const;

export interface NodeRule {
  /** The version of the schema that brought it. */
  since: number;
  /** Elements that may stand directly in it; `#text` is running text. */
  children: readonly string[];
  attributes: Readonly<Record<string, (value: unknown) => boolean>>;
  /** Whether a new element says all that it must; absent where every attribute may be left out. */
  complete?: (attributes: Given) => boolean;
}

export interface MarkRule {
  since: number;
  attributes: Readonly<Record<string, (value: unknown) => boolean>>;
}

const wholeNumber = (from: number, to: number) => (value: unknown) => Number.isInteger(value) && (value as number) >= from && (value as number) <= to;

type Given = Readonly<Record<string, unknown>>;
const oneOf = (known: readonly string[]) => (value: unknown) => typeof value === "string" && known.includes(value);
const isFlag = (value: unknown) => typeof value === "boolean";
const isWords = (most: number) => (value: unknown) => typeof value === "string" && value.length <= most && isWritable(value);
const isId = (value: unknown) => typeof value === "string" && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
const isHref = (value: unknown) => typeof value === "string" && isAllowedAddress(value);
const isCardHref = (value: unknown) => typeof value === "string" && isCardAddress(value);
const spans = { colspan: wholeNumber(1, blockLimits.span), rowspan: wholeNumber(1, blockLimits.span) };

/** By element name; `doc` is the root. `person` is a membership of the leerplek, never a person: who is erased leaves no name here. */
export const nodeRules: Readonly<Record<string, NodeRule>> = Object.assign(Object.create(null) as Record<string, NodeRule>, {
  doc: { since: 1, children: blocks, attributes: {} },
  paragraph: { since: 1, children: running, attributes: {} },
  heading: { since: 1, children: running, attributes: { level: wholeNumber(2, 4) } },
  bulletList: { since: 1, children: ["listItem"], attributes: {} },
  orderedList: { since: 1, children: ["listItem"], attributes: { start: wholeNumber(0, 100_000) } },
  listItem: { since: 1, children: blocks, attributes: {} },
  blockquote: { since: 1, children: blocks, attributes: {} },
  hardBreak: { since: 1, children: [], attributes: {} },
  taskList: { since: 2, children: ["taskItem"], attributes: {} },
  taskItem: { since: 2, children: blocks, attributes: { checked: isFlag, person: isId } },
  table: { since: 2, children: ["tableRow"], attributes: {} },
  tableRow: { since: 2, children: ["tableCell", "tableHeader"], attributes: {} },
  tableCell: { since: 2, children: blocks, attributes: spans },
  tableHeader: { since: 2, children: blocks, attributes: spans },
  callout: { since: 2, children: blocks, attributes: { kind: oneOf(calloutKinds) } },
  details: { since: 2, children: ["detailsSummary", ...blocks], attributes: {} },
  detailsSummary: { since: 2, children: running, attributes: {} },
  learningBlock: { since: 2, children: blocks, attributes: { kind: oneOf(learningKinds), minutes: wholeNumber(1, blockLimits.minutes), groupSize: wholeNumber(1, blockLimits.groupSize) } },
  image: {
    since: 2,
    children: [],
    attributes: { picture: isId, alt: isWords(blockLimits.altCharacters), decorative: isFlag },
    complete: ({ picture, alt, decorative }: Given) => isId(picture) && (decorative === true || (typeof alt === "string" && alt.trim() !== "")),
  },
  embed: { since: 2, children: [], attributes: { href: isCardHref, title: isWords(blockLimits.embedTitleCharacters) }, complete: ({ href }: Given) => isCardHref(href) },
  horizontalRule: { since: 2, children: [], attributes: {} },
  mention: { since: 2, children: [], attributes: { person: isId }, complete: ({ person }: Given) => isId(person) },
});

/** By mark name, as it stands on running text. */
export const markRules: Readonly<Record<string, MarkRule>> = Object.assign(Object.create(null) as Record<string, MarkRule>, {
  bold: { since: 1, attributes: {} },
  italic: { since: 1, attributes: {} },
  link: { since: 1, attributes: { href: isHref } },
  code: { since: 2, attributes: {} },
});

/** Signs that no words are made of: the database takes neither NUL nor half a sign, and files and feeds that are XML take none of them. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;

/** Whether words can be kept and handed on as they are. */
export const isWritable = (words: string): boolean => words.search(unwritable) < 0;

/** The words without the signs for which that is not so. */
export const writable = (words: string): string => words.replace(unwritable, "");

const allowedSchemes = ["http:", "https:", "mailto:"];

/** Whether a link may lead there. Control characters and spaces are refused: browsers drop some of them before they read the scheme. */
export function isAllowedAddress(value: string): boolean {
  if (value.length > 2_000 || /[\s\p{Cc}\p{Cf}]/u.test(value) || !isWritable(value)) return false;
  try {
    return allowedSchemes.includes(new URL(value).protocol);
  } catch {
    return false;
  }
}

/** Names that only mean something inside a house or a machine. */
const privateName = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/**
 * Whether a card may lead there: an encrypted address of a site that everyone can reach by its name, with no name or
 * password in it. Numbers of machines and names of one's own network are refused.
 */
export function isCardAddress(value: string): boolean {
  if (!isAllowedAddress(value)) return false;
  const { protocol, username, password, hostname } = new URL(value);
  const name = hostname.replace(/\.$/, "");
  return protocol === "https:" && username === "" && password === "" && /^[^[\]]+\.[^.[\]]*[^\d.[\]][^.[\]]*$/.test(name) && !privateName.test(name);
}

/** Whether every attribute is known and has a value that it may have. */
export function fitsAttributes(rules: Readonly<Record<string, (value: unknown) => boolean>>, attributes: object): boolean {
  return Object.entries(attributes).every(([key, value]) => Object.prototype.hasOwnProperty.call(rules, key) && rules[key]!(value));
}
