/** For whom learning material is; their words stand in the catalogue. */
export const audiences = ["everyone", "newcomers", "youth", "helpers", "organisations"] as const;
export type Audience = (typeof audiences)[number];

/** The language that a text is written in. */
export const textLanguages = ["nl", "fr", "en", "else"] as const;
export type TextLanguage = (typeof textLanguages)[number];

/** How long it takes: up to a quarter of an hour, up to an hour, longer. */
export const durations = ["short", "hour", "long"] as const;
export type Duration = (typeof durations)[number];

/** Minutes from and up to which each takes. */
export const durationMinutes: Record<Duration, { above: number; atMost: number }> = { short: { above: 0, atMost: 15 }, hour: { above: 15, atMost: 60 }, long: { above: 60, atMost: 2 ** 31 - 1 } };

/** Longer is not one piece of learning material. */
export const minutesAtMost = 6_000;

const licences = ["CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0"];

/**
 * The licences under which something new may stand that was made from material with this one. What must be shared alike
 * stays so; what asks for a name keeps asking. Source: the licences' own texts, and the table of their compatibility.
 */
export function licencesAfter(licence: string): string[] {
  if (licence === "CC BY-SA 4.0") return ["CC BY-SA 4.0"];
  return licence === "CC0 1.0" ? licences : ["CC BY 4.0", "CC BY-SA 4.0"];
}

const known = <T extends string>(list: readonly T[], value: string | null | undefined): T | null => list.find((one) => one === value) ?? null;

/** What an address asks of the library; what is not known is left out. */
export interface LibraryFilter {
  words: string;
  theme: string | null;
  audience: Audience | null;
  duration: Duration | null;
  language: TextLanguage | null;
  /** Short name of a leerplek. */
  space: string | null;
}

/** Of the query of `/leermateriaal`. */
export function filterOf(query: URLSearchParams): LibraryFilter {
  const asked = (name: string) => query.get(name)?.trim().slice(0, 200) || null;
  return {
    words: asked("woorden") ?? "",
    theme: asked("thema"),
    audience: known(audiences, asked("voor")),
    duration: known(durations, asked("duur")),
    language: known(textLanguages, asked("taal")),
    space: asked("leerplek"),
  };
}

/** The address of a page of the library with this filter. */
export function libraryAddress({ words, theme, audience, duration, language, space }: LibraryFilter, page = 1): string {
  const query = new URLSearchParams();
  for (const [name, value] of [["woorden", words], ["thema", theme], ["voor", audience], ["duur", duration], ["taal", language], ["leerplek", space], ["pagina", page > 1 ? String(page) : null]] as const) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `/leermateriaal?${text}` : "/leermateriaal";
}
