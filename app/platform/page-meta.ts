import type { MetaDescriptor } from "@remix-run/node";
import { isLanguage, type Language } from "./language";

export interface PageMeta {
  title: string;
  /** One or two sentences, for public pages. */
  description?: string;
  /** Keeps the page out of search engines: everything that residents wrote, and every form. */
  noindex?: boolean;
  /** The feed that tells of what is new here. */
  feed?: { href: string; title: string };
  /** A sheet of style that only some pages of this route need. */
  sheet?: string;
}

/** A route's `meta`, in the language of the page: its title with the name of the installation behind it. */
export function pageMeta(matches: readonly { data?: unknown }[], make: (language: Language) => PageMeta): MetaDescriptor[] {
  const shell = (matches[0]?.data ?? {}) as { language?: string; installation?: string };
  const { title, description, noindex, feed, sheet } = make(isLanguage(shell.language) ? shell.language : "nl");
  return [
    { title: shell.installation ? `${title} · ${shell.installation}` : title },
    ...(description ? [{ name: "description", content: description }] : []),
    ...(noindex ? [{ name: "robots", content: "noindex" }] : []),
    ...(feed ? [{ tagName: "link" as const, rel: "alternate", type: "application/atom+xml", ...feed }] : []),
    ...(sheet ? [{ tagName: "link" as const, rel: "stylesheet", href: sheet }] : []),
  ];
}
