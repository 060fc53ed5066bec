import { fromHtml } from "hast-util-from-html";
import type { Element, Nodes, Root } from "hast";
import { plainTextOf, type ContentNode } from "../content";
import { contentOfHast } from "./from-hast";
import { hastOfMarkdown } from "./from-markdown";
import { zipFault } from "./check-zip";
import type { Loss } from "./loss";

/** What came of a file, or why nothing did. */
export type ReadFile = { content: ContentNode; title: string; lost: Loss } | { fault: "damaged" | "too_large" };

/** What a file may hold once it is unpacked, in bytes; text, in characters; elements of markup. */
export const fileLimits = { unpacked: 50 * 1024 * 1024, characters: 1_000_000, tags: 200_000 } as const;

/**
 * A Word file, a page or Markdown as the content of a text. What kind it is, is seen from what it holds, not from what it
 * is called. Runs in the worker, which is ended when it takes too long.
 */
export async function readFile(file: Uint8Array): Promise<ReadFile> {
  try {
    return await read(file);
  } catch (error) {
    // Nested so deep that a parser ran out of room.
    if (error instanceof RangeError) return { fault: "too_large" };
    throw error;
  }
}

async function read(file: Uint8Array): Promise<ReadFile> {
  if (file[0] === 0x50 && file[1] === 0x4b) return readWord(file);
  const text = new TextDecoder("utf-8", { fatal: false }).decode(file).replace(/^\ufeff/, "").replace(/\u0000/g, "");
  if (text.length > fileLimits.characters * 4) return { fault: "too_large" };
  if (text.slice(0, 2_000).match(/[\u0001-\u0008\u000e-\u001f]/)) return { fault: "damaged" };
  // A page begins as one. Markup further on is also written in Markdown, of which every sign would then come in as words.
  if (/^\s*(?:<!--[^]*?-->\s*)?<(?:[!?]|[a-z][a-z\d-]*[\s/>])/i.test(text.slice(0, 4_000))) return ofPage(text);
  // Signs without end in a row make a Markdown parser work for hours; nobody writes them.
  if (text.length > fileLimits.characters || /(?:[>[\]*_`~!()<&+-] ?){200}/.test(text)) return { fault: "too_large" };
  const { root, lost } = hastOfMarkdown(text);
  return finish(root, lost);
}

async function readWord(file: Uint8Array): Promise<ReadFile> {
  const fault = zipFault(file, fileLimits.unpacked);
  if (fault) return { fault };
  const { default: mammoth } = await import("mammoth");
  const lost: Loss = {};
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(file) },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Quote'] => blockquote > p:fresh", "r[style-name='Code'] => code", "u => u", "strike => s"],
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
      },
    );
    return ofPage(value, lost);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return { fault: "damaged" };
  }
}

function ofPage(html: string, lost: Loss = {}): ReadFile {
  if (html.length > fileLimits.characters * 8 || tooNested(html, /<[a-z]/gi)) return { fault: "too_large" };
  return finish(mainOf(fromHtml(html)), lost);
}

/** More elements than any text has, so that no parser is made to work through them. */
function tooNested(text: string, tag: RegExp): boolean {
  let count = 0;
  while (tag.exec(text)) if ((count += 1) > fileLimits.tags) return true;
  return false;
}

/** Of a page that says what its main part is, that part, with the heading that stands before it. */
function mainOf(root: Root): Root {
  const found: Element[] = [];
  let heading: Element | null = null;
  const todo: Nodes[] = [root];
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (next.type === "element" && next.tagName === "main") found.push(next);
    else {
      if (next.type === "element" && next.tagName === "h1") heading ??= next;
      if ("children" in next) for (let at = next.children.length - 1; at >= 0; at -= 1) todo.push(next.children[at]!);
    }
  }
  return found.length === 1 ? { type: "root", children: [...(heading ? [heading] : []), ...(found[0]!.children as Element[])] } : root;
}

function finish(root: Root, before: Loss): ReadFile {
  const title = takeTitle(root);
  const { content, lost } = contentOfHast(root);
  for (const [name, count] of Object.entries(before)) lost[name] = (lost[name] ?? 0) + count;
  if (plainTextOf(content).length > fileLimits.characters) return { fault: "too_large" };
  return { content, title, lost };
}

/** A first heading of the highest kind is the title; it is not said twice. */
function takeTitle(root: Root): string {
  const box = root.children.find((child) => child.type === "element" && child.tagName === "html") as Element | undefined;
  const body = (box?.children.find((child) => child.type === "element" && child.tagName === "body") as Element | undefined) ?? root;
  const at = body.children.findIndex((child) => child.type === "element" || (child.type === "text" && child.value.trim() !== ""));
  const first = body.children[at];
  if (first?.type !== "element" || first.tagName !== "h1") return "";
  body.children.splice(at, 1);
  const { content } = contentOfHast({ type: "root", children: [first] });
  return plainTextOf(content).replace(/\s+/g, " ").trim();
}
