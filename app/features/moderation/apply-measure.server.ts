import { eq } from "drizzle-orm";
import { actor } from "#db/schema/index";
import { imposeStanding, liftStanding } from "~/features/house-rules/index.server";
import type { Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import type { CaseRow, DecisionRow } from "./access-case.server";
import { thingMeasures, type ThingMeasure } from "./codes";
import { asHouse, subjectOf, type Before } from "./subjects.server";

type Decided = Pick<DecisionRow, "measure" | "scope" | "until">;
const onThing = (measure: string): measure is ThingMeasure => (thingMeasures as readonly string[]).includes(measure);

/** Carries a measure out, in the transaction of the decision. @returns what undoing it needs. */
export async function applyMeasure(ctx: Ctx, row: CaseRow, decided: Decided, fact: FactWriter): Promise<Before> {
  const { measure } = decided;
  if (onThing(measure)) return (await subjectOf(row.subjectKind).measures[measure]?.apply(asHouse(ctx), row.subjectId, fact)) ?? {};
  if (measure !== "mute" && measure !== "suspend") return {};
  const personId = row.authorActor ? await personOf(ctx, row.authorActor) : null;
  // Somebody who left for good cannot be stopped from anything; the decision stands without effect.
  if (!personId) return {};
  const kind = measure === "mute" ? "mute" : "suspension";
  const groupId = decided.scope === "group" ? row.groupId : null;
  return { standing: await imposeStanding(ctx, { personId, kind, spaceId: row.spaceId, groupId, caseId: row.id, until: decided.until }, fact) };
}

/** Gives back everything that a measure took. */
export async function undoMeasure(ctx: Ctx, row: CaseRow, decided: Pick<DecisionRow, "measure" | "before">, fact: FactWriter): Promise<void> {
  const { measure, before } = decided;
  if (onThing(measure)) await subjectOf(row.subjectKind).measures[measure]?.undo(asHouse(ctx), row.subjectId, before, fact);
  if (typeof before.standing === "string") await liftStanding(ctx, before.standing, fact);
}

async function personOf(ctx: Ctx, actorId: string): Promise<string | null> {
  const [row] = await ctx.db.select({ personId: actor.personId }).from(actor).where(eq(actor.id, actorId));
  return row?.personId ?? null;
}
