import type { ReportKind } from "~/features/house-rules/report-path";
import type { Language } from "~/platform/language";
import { formatMoment } from "~/ui/format-moment";
import type { Finding, Law, Measure } from "../codes";
import { letterWords } from "./words";

/** Decisions of the local authorities that this is made for are in Dutch; a translation is added on request. */
export const decisionLanguage: Language = "nl";

/** Everything a statement of reasons says. */
export interface LetterFacts {
  kind: ReportKind;
  title: string;
  spaceName: string;
  found: Finding;
  rule: { house: string } | { law: Law } | null;
  measure: Measure;
  /** Where a mute or suspension holds. */
  where: { scope: "group" | "space"; name: string } | null;
  until: Date | null;
  /** Words that the decider added. */
  words: string;
  /** Organisation of the moderator; null for the duty desk. */
  organisation: string | null;
}

/**
 * The statement of reasons, word for word as it is sent: to the author, or to who reported when nothing is done. Says
 * what happened, by which rule, what follows, where it came from, that nothing automatic took part, and how to object
 * (Regulation (EU) 2022/2065, article 17). Parts are separated by an empty line; the first line of a part is its heading,
 * but for the first part.
 */
export function writeLetter(facts: LetterFacts, language: Language = decisionLanguage): string {
  const t = letterWords.for(language);
  const { kind, measure } = facts;
  const toReporter = measure === "none";
  const names = { title: facts.title, space: facts.spaceName };
  const who = facts.organisation ? t("who_moderator", { organisation: facts.organisation }) : t("who_duty_desk");
  const parts = [
    [t(`${toReporter ? "reported" : "about"}_${kind}`, names)],
    [t("happened_title"), t(`${facts.found}_found`)],
    facts.rule ? [t("rule_title"), "house" in facts.rule ? t("rule_house", { rule: facts.rule.house }) : t("rule_law", { law: t(`${facts.rule.law}_law`) })] : [],
    [t("measure_title"), measureSentence(facts, language)],
    // An empty line in what was added would make a heading of what follows it.
    facts.words ? [t("words_title"), facts.words.replace(/\n\s*\n/g, "\n")] : [],
    [t("how_title"), t(toReporter ? "how_none" : "how_reported", { who })],
    [t("again_title"), t(toReporter ? "again_reporter" : "again_author")],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function measureSentence({ measure, where, until }: LetterFacts, language: Language): string {
  const t = letterWords.for(language);
  if (measure !== "mute" && measure !== "suspend") return t(`measure_${measure}`);
  const place = where ? t(`where_${where.scope}`, { name: where.name }) : "";
  return until ? t(`measure_${measure}_until`, { where: place, until: formatMoment(until, { language, thisYear: 0 }) }) : t(`measure_${measure}`, { where: place });
}

/** What happened, in one sentence. */
export function findingSentence(found: Finding): string {
  return letterWords.for(decisionLanguage)(`${found}_found`);
}

/** The rule or law as it is kept with the decision. */
export function ruleSentence(rule: LetterFacts["rule"]): string {
  if (!rule) return "";
  return "house" in rule ? rule.house : letterWords.for(decisionLanguage)(`${rule.law}_law`);
}
