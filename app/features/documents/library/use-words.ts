import { documentWords } from "../words";
import { libraryWords } from "./words";

/** "Door Jef, Noor en anderen van de groep". */
export function useByline(): (edition: { authors: string[]; unnamed: number }) => string {
  const t = documentWords.use();
  return ({ authors, unnamed }) => {
    if (authors.length === 0) return t("by_group");
    if (unnamed > 0) return t("by_people_and_group", { names: authors.join(", ") });
    const names = authors.length === 1 ? authors[0]! : `${authors.slice(0, -1).join(", ")} ${t("and")} ${authors.at(-1)!}`;
    return t("by_people", { names });
  };
}

/** For whom it is, how long it takes and its language, each in words; what is usual is left out. */
export function useUse(): (material: { audience: string; minutes: number | null; language: string }) => string[] {
  const t = libraryWords.use();
  return ({ audience, minutes, language }) => [
    ...(audience === "everyone" ? [] : [t(`audience_${audience}` as "audience_everyone")]),
    ...(minutes === null ? [] : [t("takes", { count: minutes })]),
    ...(language === "nl" ? [] : [t(`language_${language}` as "language_nl")]),
  ];
}
