import { defaultHouseRules, fixedHouseRule } from "#db/seed/regions/standing-texts/nl/house-rules";

export { fixedHouseRule };

/** The rules of a leerplek as people read them: the fixed one first, then its own. */
export function houseRulesOf(space: { houseRules: string[] }): string[] {
  return [fixedHouseRule, ...ownRules(space.houseRules)];
}

/** What a steward may change: all but the fixed rule. */
export function ownRules(rules: readonly string[]): string[] {
  return rules.filter((rule) => rule !== fixedHouseRule);
}

/** What the form of a new leerplek starts with. */
export const rulesToStartWith: string[] = ownRules(defaultHouseRules);
