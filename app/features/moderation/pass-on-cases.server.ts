import { asc, inArray } from "drizzle-orm";
import { moderationCase } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import { makeCtx, theHouse, type Ctx, type House } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { loadCase, type CaseRow } from "./access-case.server";
import { candidatesFor, nextOwner, waitingStates, type Candidate } from "./choose-owner.server";
import { CaseInput } from "./input";
import { changeCase, ownership, stateOwner } from "./own-case.server";

/**
 * Gives a case to the next who can look at it: when the owner's term has passed, or when there is no owner (any more) who
 * can be reached. For the house itself. Where nobody else can be asked, the owner keeps it and the clock starts again.
 */
export const passOnCase = defineAction({
  name: "moderation.pass-on",
  input: CaseInput,
  load: async (ctx, input) => {
    const { row } = await loadCase(ctx, input.case);
    const candidates = await candidatesFor(ctx, row);
    return { row, candidates, because: whyPassOn(ctx, row, candidates) };
  },
  allow: (actor, loaded) => (!actor.system ? "forbidden" : loaded.because === null ? "already_done" : true),
  run: async (ctx, { loaded: { row, candidates, because }, fact }): Promise<{ owned: boolean }> => {
    const next = because === "unreachable" ? (candidates[0] ?? null) : nextOwner(candidates, row.ownerPersonId);
    const owner = next ?? candidates.find((one) => one.personId === row.ownerPersonId) ?? null;
    const changed = owner?.personId !== row.ownerPersonId;
    await changeCase(ctx, row.id, { ...ownership(ctx, owner), ...(changed ? { claimedByActor: null, claimedAt: null } : {}) });
    if (changed) stateOwner(row, owner, because!, fact);
    return { owned: owner !== null };
  },
});

function whyPassOn(ctx: Ctx, row: CaseRow, candidates: Candidate[]): "unreachable" | "term-passed" | null {
  if (!isWaiting(row)) return null;
  if (!candidates.some((one) => one.personId === row.ownerPersonId)) return "unreachable";
  return row.ownerTerm !== null && row.ownerTerm <= ctx.now ? "term-passed" : null;
}

const isWaiting = (row: CaseRow) => (waitingStates as readonly string[]).includes(row.state);

/** Every case that waits for somebody, with how its ownership stands. */
async function casesToPassOn(ctx: Ctx): Promise<CaseRow[]> {
  const rows = await ctx.db.select().from(moderationCase).where(inArray(moderationCase.state, [...waitingStates])).orderBy(asc(moderationCase.openedAt));
  const overdue: CaseRow[] = [];
  for (const row of rows) if (whyPassOn(ctx, row, await candidatesFor(ctx, row))) overdue.push(row);
  return overdue;
}

/**
 * A job: hands every case whose owner's term passed, or whose owner cannot be reached, to the next.
 * @returns how many were handed on.
 */
export async function passOnOverdueCases(house: House): Promise<number> {
  const ctx = makeCtx(house, { actor: theHouse });
  let handed = 0;
  for (const row of await casesToPassOn(ctx)) {
    try {
      await passOnCase(ctx, { case: row.id });
      handed += 1;
    } catch (error) {
      // Somebody decided it a moment ago.
      if (!(error instanceof AppError) || error.code !== "already_done") throw error;
    }
  }
  return handed;
}

/**
 * A job: every case that waits has an owner who can be reached.
 * @throws Error that names the cases without one; it is logged as an error too, so that somebody is called.
 */
export async function checkEveryCaseHasOwner(house: House): Promise<void> {
  const ctx = makeCtx(house, { actor: theHouse });
  const rows = await ctx.db.select().from(moderationCase).where(inArray(moderationCase.state, [...waitingStates])).orderBy(asc(moderationCase.number));
  const alone: number[] = [];
  for (const row of rows) if (!(await candidatesFor(ctx, row)).some((one) => one.personId === row.ownerPersonId)) alone.push(row.number);
  if (alone.length === 0) return;
  house.logger.error({ cases: alone }, "open cases have no reachable owner");
  throw new Error(`${alone.length} open cases have no reachable owner: ${alone.join(", ")}`);
}
