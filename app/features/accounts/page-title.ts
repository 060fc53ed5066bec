import type { MetaFunction } from "@remix-run/node";
import { pageMeta } from "~/platform/page-meta";
import { accountWords } from "./words";

type TitleKey = Extract<Parameters<ReturnType<typeof accountWords.for>>[0], `title_${string}`>;

/** Title of a page about accounts; none of them belongs in a search engine. */
export function accountTitle(key: TitleKey): MetaFunction {
  return ({ matches }) => pageMeta(matches, (language) => ({ title: accountWords.for(language)(key), noindex: true }));
}
