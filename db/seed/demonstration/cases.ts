import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { moderationCase, space as spaceTable } from "#db/schema/index";
import type { DemoCase, DemoSpace } from "#db/seed/regions/demonstration";
import { askSecondLook, claimCase, decideCase, decideSecondLook, passOnOverdueCases, previewDecision, reportThing, tellReporters } from "~/features/moderation/index.server";
import { hours, minutes, type Stage, type Step } from "./stage";

/** Reports, their decision and, where it was asked for, the second look. */
export function caseSteps(stage: Stage, space: DemoSpace): Step[] {
  return space.cases.flatMap((one) => {
    const { decision, appeal } = one;
    const id = (kind: string, key = one.key) => stage.id(kind, space.key, key);
    const author = space.discussions.flatMap(({ messages }) => messages).find(({ key }) => key === one.message)!.by;
    const decided = stage.at(decision);
    const steps: Step[] = one.reports.map((report) => ({
      at: stage.at(report),
      what: `${space.key}: ${report.key}`,
      act: () =>
        reportThing(stage.as(report.by), {
          id: id("report", report.key),
          // Opens the reporter's own page; nobody has to come back to it here.
          secret: randomBytes(32).toString("base64url"),
          kind: "message",
          subject: id("message", one.message),
          reason: report.reason,
          explanation: report.explanation,
        }),
    }));
    steps.push(
      { at: minutes(decided, -6), what: `${space.key}: ${decision.by} takes ${one.key}`, act: async () => claimCase(stage.as(decision.by), { case: (await caseOf(stage, space, one)).id }) },
      { at: decided, what: `${space.key}: ${one.key} is decided`, act: () => decide(stage, space, one) },
      { at: hours(decided, 1), what: `${space.key}: those who reported hear`, act: () => tellReporters(stage.asHouse().house) },
    );
    if (appeal) {
      const asked = stage.at(appeal);
      const answered = stage.at(appeal.decided);
      steps.push({ at: asked, what: `${space.key}: ${author} asks for a second look`, act: () => askSecondLook(stage.as(author), { id: id("appeal"), decision: id("decision"), text: appeal.text }) });
      // The job that hands on what stays lying runs all the time; here until it lies with who looks at it.
      for (let at = hours(asked, 6); at < answered; at = hours(at, 6)) steps.push({ at, what: `${space.key}: ${one.key} is handed on`, act: () => handOn(stage, space, one, appeal.decided.by) });
      steps.push({
        at: answered,
        what: `${space.key}: the second look at ${one.key}`,
        act: async () => {
          const { version } = await caseOf(stage, space, one);
          const { outcome, answer, by } = appeal.decided;
          await decideSecondLook(stage.as(by), { appeal: id("appeal"), version, outcome, answer });
        },
      });
    }
    return steps;
  });
}

/** Through the preview, as on the screen: the letter that was shown is the one that goes out. */
async function decide(stage: Stage, space: DemoSpace, one: DemoCase): Promise<void> {
  const { decision } = one;
  const ctx = stage.as(decision.by);
  const row = await caseOf(stage, space, one);
  const { hidden } = await previewDecision(ctx, {
    case: row.id,
    version: row.version,
    found: decision.found,
    rule: decision.measure === "none" ? "" : `house:${await placeOfRule(stage, space, decision.rule)}`,
    measure: decision.measure,
    words: decision.words,
  });
  await decideCase(ctx, { ...hidden, id: stage.id("decision", space.key, one.key) });
}

/** The place of a rule among those that the leerplek keeps for itself. */
async function placeOfRule(stage: Stage, space: DemoSpace, rule: string): Promise<number> {
  const [row] = await stage.db.select({ houseRules: spaceTable.houseRules }).from(spaceTable).where(eq(spaceTable.id, stage.id("space", space.key)));
  return row!.houseRules.indexOf(rule);
}

async function handOn(stage: Stage, space: DemoSpace, one: DemoCase, until: string): Promise<void> {
  const { ownerPersonId } = await caseOf(stage, space, one);
  if (ownerPersonId !== stage.player(until).personId) await passOnOverdueCases(stage.asHouse().house);
}

async function caseOf(stage: Stage, space: DemoSpace, one: DemoCase): Promise<typeof moderationCase.$inferSelect> {
  const [row] = await stage.db
    .select()
    .from(moderationCase)
    .where(and(eq(moderationCase.subjectKind, "message"), eq(moderationCase.subjectId, stage.id("message", space.key, one.message))));
  if (!row) throw new Error(`nobody reported ${one.message}`);
  return row;
}
