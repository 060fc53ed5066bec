import type { MetaFunction } from "@remix-run/node";
import { isLanguage } from "~/platform/language";
import { accountWords } from "./words";

type TitleKey = Extract<Parameters<ReturnType<typeof accountWords.for>>[0], `title_${string}`>;

/** Title of a page about accounts, in the language of the page; none of them belongs in a search engine. */
export function accountTitle(key: TitleKey): MetaFunction {
  return ({ matches }) => {
    const shell = (matches[0]?.data ?? {}) as { language?: string; installation?: string };
    const product = shell.installation ?? "Leerhoek";
    const t = accountWords.for(isLanguage(shell.language) ? shell.language : "nl");
    return [{ title: `${t(key, { product })} · ${product}` }, { name: "robots", content: "noindex" }];
  };
}
