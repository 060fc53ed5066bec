import type { Language } from "./language";

/** One thing that a feed tells of. */
export interface FeedEntry {
  /** Its own id, a uuid: the same for as long as the thing exists, wherever it moves. */
  id: string;
  title: string;
  /** Path inside the application. */
  href: string;
  published: Date;
  /** When it last changed in a way that readers want to hear of. */
  updated: Date;
  /** As a reader without an account sees the name. */
  author: string;
  /** Plain text; empty for none. */
  summary: string;
  /** What kind of thing it is: a code, and the word for people. */
  kind: { term: string; label: string };
}

export interface Feed {
  /** A uuid. */
  id: string;
  title: string;
  subtitle: string;
  /** Who is responsible for it. */
  author: string;
  /** Address of the application, without a slash at the end. */
  publicUrl: string;
  /** Path of the feed, and of the page that it belongs to. */
  selfPath: string;
  pagePath: string;
  language: Language;
  /** Of a feed without entries. */
  since: Date;
}

/** How many entries a feed carries. */
export const feedSize = 50;

/** The newest things of several lists, as many as a feed carries. */
export function newestEntries(...lists: FeedEntry[][]): FeedEntry[] {
  return lists
    .flat()
    .sort((a, b) => b.updated.getTime() - a.updated.getTime() || (a.id < b.id ? -1 : 1))
    .slice(0, feedSize);
}

/** What XML 1.0 section 2.2 cannot carry, even escaped; halves of surrogate pairs too. */
const unfit = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeXml(text: string): string {
  return text.replace(unfit, "").replace(/[&<>"']/g, (sign) => escapes[sign]!);
}

function element(name: string, text: string, attributes: Record<string, string> = {}): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return text === "" ? `<${name}${given.join("")}/>` : `<${name}${given.join("")}>${escapeXml(text)}</${name}>`;
}

/** Section 4.2.1 wants a name that says something. */
const person = (name: string) => `<author>${element("name", name.trim() || "-")}</author>`;

/** A feed as Atom 1.0 (RFC 4287). All text is plain text. */
export function atomFeed(feed: Feed, entries: readonly FeedEntry[]): string {
  const { publicUrl } = feed;
  const newest = entries.reduce((last, entry) => Math.max(last, entry.updated.getTime()), 0);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    element("id", `urn:uuid:${feed.id}`),
    element("title", feed.title),
    ...(feed.subtitle ? [element("subtitle", feed.subtitle)] : []),
    element("updated", (newest > 0 ? new Date(newest) : feed.since).toISOString()),
    person(feed.author),
    element("link", "", { rel: "self", type: "application/atom+xml", href: `${publicUrl}${feed.selfPath}` }),
    element("link", "", { rel: "alternate", type: "text/html", href: `${publicUrl}${feed.pagePath}` }),
    ...entries.flatMap((entry) => [
      "<entry>",
      element("id", `urn:uuid:${entry.id}`),
      element("title", entry.title),
      element("published", entry.published.toISOString()),
      element("updated", entry.updated.toISOString()),
      person(entry.author),
      element("link", "", { rel: "alternate", type: "text/html", href: `${publicUrl}${entry.href}` }),
      element("category", "", { term: entry.kind.term, label: entry.kind.label }),
      ...(entry.summary ? [element("summary", entry.summary)] : []),
      "</entry>",
    ]),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}
