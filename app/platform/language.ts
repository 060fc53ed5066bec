/** The languages with a complete catalogue; the first is the default. */
export const languages = ["nl", "fr", "en"] as const;
export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}
