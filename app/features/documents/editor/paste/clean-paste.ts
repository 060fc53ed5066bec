import { writable } from "../../content-rules";

/** What a paste brings once it is clean, and how many pictures had to stay behind. */
export interface CleanPaste {
  html: string;
  pictures: number;
}

/**
 * Makes the markup of a word processor or a web page into plain lists, tables and paragraphs. What may stand in a text is
 * decided by the schema after this; here is only mended what it would read wrongly. Nothing is fetched or run: the markup
 * is read in a document of its own, without a window.
 */
export function cleanPaste(html: string): CleanPaste {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const all = (selector: string) => [...body.querySelectorAll<HTMLElement>(selector)];
  for (const element of all("script, style, meta, link, title, template, iframe, object, embed, form button, select, textarea, noscript, xml")) element.remove();
  for (const comment of commentsIn(body)) comment.remove();
  const pictures = all("img, picture > source, svg, v\\:imagedata, canvas, video");
  const count = new Set(pictures.map((picture) => picture.closest("picture") ?? picture)).size;
  for (const picture of pictures) picture.remove();
  listsOfWord(body);
  for (const ignored of all("[style*='mso-list:Ignore' i], [style*='mso-list: Ignore' i], [style*='display:none' i], [style*='mso-hide:all' i]")) ignored.remove();
  for (const item of all("li")) markTask(item);
  // A list that stands beside its item and not in it, as some programs write.
  for (const list of all("ul > ul, ul > ol, ol > ul, ol > ol")) list.previousElementSibling?.append(list);
  for (const table of all("table table")) unwrapTable(table);
  for (const caption of all("table > caption")) caption.closest("table")!.before(paragraphOf(caption));
  for (const heading of all("h1")) renamed(heading, "h2");
  for (const heading of all("h5, h6")) renamed(heading, "h4");
  for (const paragraph of all("p")) if (isBlank(paragraph) && !paragraph.closest("td, th, li")) paragraph.remove();
  return { html: writable(body.innerHTML), pictures: count };
}

function commentsIn(body: HTMLElement): Comment[] {
  const found: Comment[] = [];
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) found.push(walker.currentNode as Comment);
  return found;
}

const isBlank = (element: HTMLElement) => (element.textContent ?? "").replace(/[\s\u00a0]/g, "") === "" && !element.querySelector("br");

/** Word writes items as paragraphs, with the sign before them as words and how deep they stand in the style. */
function listsOfWord(body: HTMLElement): void {
  const open: { level: number; list: HTMLElement }[] = [];
  let last: Element | null = null;
  for (const paragraph of body.querySelectorAll<HTMLElement>("p, h1, h2, h3, h4, h5, h6")) {
    const level = Number(/mso-list:\s*l\d+\s+level(\d)/i.exec(paragraph.getAttribute("style") ?? "")?.[1] ?? 0);
    if (level === 0 || paragraph.closest("li")) continue;
    if (last === null || paragraph.previousElementSibling !== last) open.length = 0;
    while (open.length > 0 && open.at(-1)!.level > level) open.pop();
    const sign = paragraph.querySelector("[style*='mso-list:Ignore' i], [style*='mso-list: Ignore' i]");
    if (open.at(-1)?.level !== level) {
      const list = body.ownerDocument.createElement(/^[\s\u00a0]*[\da-z]{1,4}[.)]/i.test(sign?.textContent ?? "") ? "ol" : "ul");
      const outer = open.at(-1)?.list.lastElementChild;
      if (outer) outer.append(list);
      else paragraph.before(list);
      open.push({ level, list });
    }
    sign?.remove();
    const item = body.ownerDocument.createElement("li");
    item.append(renamed(paragraph, "p"));
    open.at(-1)!.list.append(item);
    last = open[0]!.list;
  }
}

/** A list of boxes to tick, as writing programs on the web copy it. */
function markTask(item: HTMLElement): void {
  const box = item.querySelector<HTMLInputElement>(":scope > input[type=checkbox], :scope > p > input[type=checkbox], :scope > label > input[type=checkbox]");
  if (item.getAttribute("role") !== "checkbox" && !box) return;
  item.dataset["type"] = "taskItem";
  item.dataset["checked"] = String(box ? box.hasAttribute("checked") : item.getAttribute("aria-checked") === "true");
  box?.remove();
  const list = item.parentElement;
  if (list) (list.tagName === "UL" ? list : renamed(list, "ul")).dataset["type"] = "taskList";
}

/** A table in a table: its words stay, as paragraphs of the cell around it. */
function unwrapTable(table: HTMLElement): void {
  for (const cell of table.querySelectorAll<HTMLElement>("td, th")) if (!cell.querySelector("table")) table.before(...(cell.querySelector("p, ul, ol") ? cell.childNodes : [paragraphOf(cell)]));
  table.remove();
}

function paragraphOf(element: HTMLElement): HTMLElement {
  const paragraph = element.ownerDocument.createElement("p");
  paragraph.append(...element.childNodes);
  element.remove();
  return paragraph;
}

function renamed(element: HTMLElement, tag: string): HTMLElement {
  if (element.tagName.toLowerCase() === tag) return element;
  const other = element.ownerDocument.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}
