import { createHash } from "node:crypto";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessGroupFront } from "~/features/groups/index.server";
import { houseRulesOf } from "~/features/spaces/index.server";
import type { AccessedCase } from "./access-case.server";
import { laws, measures, thingMeasures, type Finding, type Law, type Measure } from "./codes";
import { findingSentence, ruleSentence, writeLetter, type LetterFacts } from "./letter/write-letter";
import { asHouse, subjectOf } from "./subjects.server";

/** What the three taps chose. */
export interface Choice {
  found: Finding;
  rule?: string;
  measure: Measure;
  scope?: "group" | "space";
  until: Date | null;
  words: string;
}

/** A decision as it would be taken: what is kept of it, and the letter. */
export interface Draft {
  happened: string;
  rule: string;
  scope: "group" | "space" | null;
  until: Date | null;
  letter: string;
  /** Hash of the letter: the decision is refused when it would send another one than was shown. */
  seal: string;
}

/** The house rules in the order in which they are most often needed: the fixed promise, which is about officials, last. */
export function rulesToChoose(space: { houseRules: string[] }): string[] {
  const [fixed, ...own] = houseRulesOf(space);
  return fixed === undefined ? own : [...own, fixed];
}

/** The measures that fit what a case is about, mildest first. */
export function measuresFor(one: AccessedCase): Measure[] {
  const onThing = subjectOf(one.row.subjectKind).measures;
  // A text is written by many; who began it does not answer for the others.
  const hasAuthor = one.row.authorActor !== null && one.row.subjectKind !== "document";
  return measures.filter((measure) => {
    if (measure === "none") return true;
    if (measure === "warn") return hasAuthor || one.row.subjectKind === "space";
    if (measure === "mute" || measure === "suspend") return hasAuthor;
    return thingMeasures.includes(measure) && onThing[measure] !== undefined;
  });
}

/**
 * Works out a decision without taking it.
 * @throws AppError `invalid_input` with a code per field, where the choices do not fit together.
 */
export async function draftDecision(ctx: Ctx, one: AccessedCase, choice: Choice): Promise<Draft> {
  const { row, space } = one;
  const acts = choice.measure !== "none";
  const onPerson = choice.measure === "mute" || choice.measure === "suspend";
  const rule = acts ? readRule(choice.rule, rulesToChoose(space)) : null;
  const wrong: Record<string, string> = {};
  if (!measuresFor(one).includes(choice.measure)) wrong.measure = "not_valid";
  if (acts && choice.found === "nothing") wrong.found = "not_valid";
  if (acts && !rule) wrong.rule = "required";
  if (choice.words === "" && (choice.found === "other" || (rule && "law" in rule && rule.law === "other"))) wrong.words = "required";
  if (onPerson && (!choice.scope || (choice.scope === "group" && !row.groupId))) wrong.scope = "required";
  if (onPerson && choice.until !== null && choice.until <= ctx.now) wrong.until = "not_valid";
  if (Object.keys(wrong).length > 0) throw new AppError("invalid_input", { fields: wrong });
  const scope = onPerson ? choice.scope! : null;
  const facts: LetterFacts = {
    kind: row.subjectKind,
    title: row.evidence.title ?? "",
    spaceName: space.name,
    found: choice.found,
    rule,
    measure: choice.measure,
    where: scope ? { scope, name: await nameOf(ctx, one, scope) } : null,
    until: onPerson ? choice.until : null,
    words: choice.words,
    organisation: one.seat?.organisation ?? null,
  };
  const letter = writeLetter(facts);
  return { happened: findingSentence(choice.found), rule: ruleSentence(rule), scope, until: facts.until, letter, seal: createHash("sha256").update(letter).digest("hex") };
}

async function nameOf(ctx: Ctx, { row, space }: AccessedCase, scope: "group" | "space"): Promise<string> {
  if (scope === "space" || !row.groupId) return space.name;
  return (await accessGroupFront(asHouse(ctx), row.groupId)).group.name;
}

/** `house:<place>` or `law:<code>`; null when it names neither. */
function readRule(value: string | undefined, houseRules: string[]): LetterFacts["rule"] {
  const [source, which = ""] = (value ?? "").split(":");
  if (source === "law") return laws.includes(which as Law) ? { law: which as Law } : null;
  const house = source === "house" ? houseRules[Number(which)] : undefined;
  return house === undefined ? null : { house };
}
