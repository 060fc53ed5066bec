import type { MetaDescriptor } from "@remix-run/node";
import { pageMeta } from "~/platform/page-meta";
import { shorten } from "~/platform/shorten";
import { plainTextOf } from "../content";
import { easyEditionHref } from "../easy/views";
import type { EditionPage, WithdrawnPage } from "./read-edition.server";
import { documentWords } from "../words";

const descriptionCharacters = 200;

/** Title and description of learning material, which may be found by search engines; an old edition points to the newest. */
export function materialMeta(matches: Parameters<typeof pageMeta>[0], page: EditionPage | WithdrawnPage | undefined): MetaDescriptor[] {
  if (!page || "withdrawn" in page) return pageMeta(matches, (language) => ({ title: documentWords.for(language)("withdrawn_title"), noindex: true }));
  const description = shorten(plainTextOf(page.edition.content), descriptionCharacters);
  return [
    ...pageMeta(matches, () => ({ title: page.edition.title, description, noindex: page.newest !== null })),
    { tagName: "link", rel: "canonical", href: page.easy?.shown ? easyEditionHref(`${page.address}/${page.edition.number}`) : page.address },
  ];
}
