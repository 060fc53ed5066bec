import i18next from "i18next";
import { createContext, createElement, useContext, type ReactNode } from "react";
import { languages, type Language } from "./language";
import type { Catalogue, KeyOf, Translate } from "./words";

/** One instance for every namespace; on the server it holds all catalogues, in a browser only those of the page. */
const instance = i18next.createInstance();
void instance.init({ lng: "nl", fallbackLng: "nl", resources: {}, initAsync: false, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false }, showSupportNotice: false });

const LanguageContext = createContext<Language>("nl");

export interface Words<C extends Catalogue> {
  namespace: string;
  /** The words in one language, for the server: mails, titles, exports. */
  for: (language: Language) => Translate<KeyOf<C>>;
  /** The words in the language of the page, for components. */
  use: () => Translate<KeyOf<C>>;
}

/**
 * Declares the words of one feature: complete in every language, or it does not compile.
 * In the browser build the catalogues are empty; a hydrated page brings the ones it named in `handle.words`.
 */
export function defineWords<const C extends Catalogue>(namespace: string, catalogues: { nl: C } & Record<Language, Record<keyof C, string>>): Words<C> {
  for (const language of languages) addWords(language, namespace, catalogues[language] as Catalogue);
  const translate = (language: Language) => translatorFor(language, namespace) as unknown as Translate<KeyOf<C>>;
  return { namespace, for: translate, use: () => translate(useContext(LanguageContext)) };
}

type Translator = (key: string, values?: Record<string, string | number>) => string;
const translators = new Map<string, Translator>();

/** One translator per language and catalogue; words without values are looked up once, as a page asks for hundreds of them. */
function translatorFor(language: Language, namespace: string): Translator {
  const name = `${language} ${namespace}`;
  const known = translators.get(name);
  if (known) return known;
  const fixed = instance.getFixedT(language, namespace) as Translator;
  const plain = new Map<string, string>();
  const translate: Translator = (key, values) => {
    if (values !== undefined) return fixed(key, values);
    const text = plain.get(key) ?? fixed(key);
    plain.set(key, text);
    return text;
  };
  translators.set(name, translate);
  return translate;
}

function addWords(language: Language, namespace: string, catalogue: Catalogue): void {
  translators.clear();
  if (Object.keys(catalogue).length > 0) instance.addResourceBundle(language, namespace, catalogue, true, true);
}

/** Catalogues of the named namespaces in one language, to travel with a hydrated page. */
export function wordsFor(language: Language, namespaces: string[]): Record<string, Catalogue> {
  return Object.fromEntries(namespaces.map((namespace) => [namespace, (instance.getResourceBundle(language, namespace) ?? {}) as Catalogue]));
}

/** In a browser: takes in the words that travelled with the page, as JSON of `{ language, words }`. */
export function takeWords(json: string | null): void {
  if (!json) return;
  const { language, words } = JSON.parse(json) as { language: Language; words: Record<string, Catalogue> };
  for (const [namespace, catalogue] of Object.entries(words)) addWords(language, namespace, catalogue);
}

/** Gives the page its language. */
export function WordsProvider(props: { language: Language; children: ReactNode }) {
  return createElement(LanguageContext.Provider, { value: props.language }, props.children);
}

/** The language of the page. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}
