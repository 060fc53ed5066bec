/** The accents a theme may have. A theme stores one of these names; the style sheet knows its colours in light and dark. */
export const ACCENTS = ["teal", "brick", "hop", "plum", "sky", "amber"] as const;

export type Accent = (typeof ACCENTS)[number];

/** The class that gives everything inside an element the colours of that accent. */
export function accentClass(accent: Accent | undefined): string | undefined {
  return accent === undefined ? undefined : `accent-${accent}`;
}

/** An accent that stays the same for the same words, to tell avatars apart. */
export function accentOf(words: string): Accent {
  let sum = 0;
  for (const letter of words) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return ACCENTS[sum % ACCENTS.length] ?? "teal";
}
