import type { ContentNode } from "../content";

/** Files that a text can be taken along in. */
export const formats = ["docx", "markdown", "html"] as const;
export type Format = (typeof formats)[number];

/** Those, and what programs of the machine make of them where they are there: a PDF of the page, OpenDocument of the Word file. */
export const allFormats = ["docx", "odt", "pdf", "html", "markdown"] as const;
export type AnyFormat = (typeof allFormats)[number];

/**
 * What becomes of an element or a mark in a file: it stays what it is, only its words stay, or it is not in it.
 * A test sees that everything a text may hold stands here.
 */
export type Fate = "kept" | "words" | "gone";

type Fates = Readonly<Record<string, Fate>>;
const plain: Fates = { doc: "kept", paragraph: "kept", heading: "kept", bulletList: "kept", orderedList: "kept", listItem: "kept", blockquote: "kept", hardBreak: "kept", text: "kept", tableRow: "kept", bold: "kept", italic: "kept", link: "kept", code: "kept" };

const inPage: Fates = { ...plain, taskList: "kept", taskItem: "kept", table: "kept", tableCell: "kept", tableHeader: "kept", callout: "kept", details: "kept", detailsSummary: "kept", learningBlock: "kept", horizontalRule: "kept", image: "kept", embed: "words", mention: "words" };
const inWord: Fates = { ...plain, taskList: "words", taskItem: "words", table: "kept", tableCell: "kept", tableHeader: "kept", callout: "words", details: "words", detailsSummary: "words", learningBlock: "words", horizontalRule: "gone", image: "kept", embed: "words", mention: "words" };

export const fates: Readonly<Record<AnyFormat, Fates>> = {
  html: inPage,
  // On paper nothing opens.
  pdf: { ...inPage, details: "words", detailsSummary: "words" },
  docx: inWord,
  odt: inWord,
  markdown: { ...plain, taskList: "kept", taskItem: "kept", table: "kept", tableCell: "kept", tableHeader: "kept", callout: "words", details: "words", detailsSummary: "words", learningBlock: "words", horizontalRule: "kept", image: "words", embed: "words", mention: "words" },
};

/** Parts of an element that a file does not carry, though it carries the element. */
const details: { name: string; of: readonly AnyFormat[]; has: (node: ContentNode) => boolean }[] = [
  { name: "task_person", of: allFormats, has: (node) => node.type === "taskItem" && typeof node.attrs?.["person"] === "string" },
  { name: "start", of: ["docx", "odt"], has: (node) => node.type === "orderedList" && ((node.attrs?.["start"] as number | undefined) ?? 1) !== 1 },
  { name: "spans", of: ["markdown"], has: (node) => isCell(node) && (((node.attrs?.["colspan"] as number | undefined) ?? 1) > 1 || ((node.attrs?.["rowspan"] as number | undefined) ?? 1) > 1) },
  { name: "cell_blocks", of: ["markdown"], has: (node) => isCell(node) && (node.content?.length !== 1 || node.content[0]!.type !== "paragraph") },
];

const nothing: ReadonlySet<string> = new Set();
const isCell = ({ type }: ContentNode) => type === "tableCell" || type === "tableHeader";

/** What is lost of a text in a file, by name, and how often. What goes without saying, such as the row of a lost table, is left out. */
export type Loss = Record<string, number>;

/** Names under which something may be lost; each has words in the catalogue. */
export const lostInFile = ["taskList", "callout", "details", "learningBlock", "image", "embed", "mention", "horizontalRule", "task_person", "start", "spans", "cell_blocks"] as const;
/** And what a file that is taken in may hold and a text may not. */
export const lostFromFile = ["picture", "media", "address", "script", "look", "note", "control", "markup", "depth"] as const;
export const lossNames = [...lostInFile, ...lostFromFile] as const;
export type LossName = (typeof lossNames)[number];

/** What this text would lose in this file; `carried` are the pictures that it can carry, by id, `beside` whether they lie beside the file. */
export function lossOf(content: ContentNode, format: AnyFormat, carried: ReadonlySet<string> = nothing, beside = false): Loss {
  const loss: Loss = {};
  const note = (name: string) => ((lostInFile as readonly string[]).includes(name) ? void (loss[name] = (loss[name] ?? 0) + 1) : undefined);
  const todo = [content];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const isKept = (fates[format][next.type] ?? "gone") === "kept";
    if (next.type === "image" ? !(isKept || beside) || !carried.has(String(next.attrs?.["picture"])) : !isKept) note(next.type);
    for (const { name, of, has } of details) if (of.includes(format) && has(next)) note(name);
    if (next.content) todo.push(...next.content);
  }
  return loss;
}

/** As an address carries it; anything else in it is left out. */
export function lossIn(query: URLSearchParams): Loss {
  return Object.fromEntries(lossNames.flatMap((name) => (/^[1-9]\d{0,6}$/.test(query.get(name) ?? "") ? [[name, Number(query.get(name))]] : [])));
}
