import type { ContentNode } from "../content";
import { fileWords, type FileGiven } from "./file-words";
import { docxOf } from "./to-docx";
import { markdownOf } from "./to-markdown";

/** The bytes of a text as a Word file or as Markdown. */
export async function makeFile(content: ContentNode, format: "docx" | "markdown", given: FileGiven): Promise<Uint8Array> {
  const words = fileWords(given);
  return format === "docx" ? docxOf(content, words) : new TextEncoder().encode(markdownOf(content, words));
}
