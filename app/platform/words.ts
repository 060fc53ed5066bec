import type { Language } from "./language";

/** Words of one namespace in one language: key → text with {{placeholders}}; plurals as `_one` and `_other`. */
export type Catalogue = Record<string, string>;

/** Translates a key; unknown keys come back as they are, so that a screen never breaks over a word. */
export type Translate<K extends string = string> = (key: K, values?: Record<string, string | number>) => string;

/** A key as the screens write it: `question_one` and `question_other` are both called `question`. */
export type KeyOf<C> = { [K in keyof C & string]: K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K }[keyof C & string];

export type { Language };
