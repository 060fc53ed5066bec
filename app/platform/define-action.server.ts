import type { z } from "zod";
import { AppError, type Code, type Verdict } from "./codes";
import type { Actor, Ctx } from "./ctx.server";
import { throwAsAppError } from "./database-errors.server";
import { livingSessions } from "./hold-sessions.server";
import type { Limit } from "./limiter.server";
import { collectFacts, factStatement, toWrittenFact, type FactWriter, type WrittenFact } from "./write-facts.server";

export interface ActionDefinition<I extends z.ZodType, L, R, P = undefined> {
  /** `<feature>.<verb>`; the permission table and the tests name it so. */
  name: string;
  input: I;
  limit?: Limit | Limit[];
  /**
   * Slow work that must hold neither a connection nor a lock, such as hashing a password. Runs once, before the
   * transaction and outside it; what it found may have changed by the time `load` looks again.
   */
  prepare?: (ctx: Ctx, input: z.infer<I>) => Promise<P>;
  /** Loads what the input names and refuses what the actor may not know of. */
  load: (ctx: Ctx, input: z.infer<I>, prepared: P) => Promise<L>;
  /** The rule, from `app/permissions`: yes, or the code that says why not. */
  allow: (actor: Actor, loaded: L, input: z.infer<I>) => Verdict;
  /** Changes rows through `ctx.db` and states facts. May run again after a deadlock: no other side effect. */
  run: (ctx: Ctx, given: { input: z.infer<I>; loaded: L; prepared: P; fact: FactWriter }) => Promise<R>;
}

export interface Action<I extends z.ZodType = z.ZodType, R = unknown> {
  (ctx: Ctx, raw: unknown): Promise<R>;
  actionName: string;
  input: I;
  /** The same, with the facts that were committed: for doors that answer with a stream's number. */
  withFacts: (ctx: Ctx, raw: unknown) => Promise<{ value: R; facts: WrittenFact[] }>;
}

const defined = new Map<string, Action>();

/** Every action of the product by name, for the tests that walk all of them. */
export function allActions(): ReadonlyMap<string, Action> {
  return defined;
}

/**
 * The only way to change anything. In this order: parse → rate limit → prepare → transaction → load → allow → run →
 * facts with their numbers → commit → publish.
 * @throws AppError with a code for every refusal and failure.
 */
export function defineAction<I extends z.ZodType, L, R, P = undefined>(definition: ActionDefinition<I, L, R, P>): Action<I, R> {
  const withFacts = async (ctx: Ctx, raw: unknown) => {
    const input = parseInput(definition.input, raw);
    for (const limit of [definition.limit ?? []].flat()) await ctx.house.limiter.consume(ctx, definition.name, limit);
    const prepared = (await definition.prepare?.(ctx, input).catch(throwAsAppError)) as P;
    const { value, rows } = await ctx.house.database
      .withTx(async (db) => {
        const inside: Ctx = { ...ctx, db, writing: true };
        const facts = collectFacts(inside);
        const held = holdSession(inside);
        const loading = definition.load(inside, input, prepared);
        // A session that ended is what to say, whatever else is wrong.
        loading.catch(() => undefined);
        await held;
        const loaded = await loading;
        const verdict = definition.allow(ctx.actor, loaded, input);
        if (verdict !== true) throw new AppError(verdict);
        const result = await definition.run(inside, { input, loaded, prepared, fact: facts.fact });
        return { value: result, last: facts.facts.length > 0 ? factStatement(facts.facts) : undefined };
      })
      .catch(throwAsAppError);
    const written = rows.map(toWrittenFact);
    ctx.house.publisher.publish(written);
    return { value, facts: written };
  };
  const action = Object.assign(async (ctx: Ctx, raw: unknown) => (await withFacts(ctx, raw)).value, {
    actionName: definition.name,
    input: definition.input,
    withFacts,
  });
  return registerAction(action);
}

/** Puts an action on the list that the tests walk. */
export function registerAction<A extends { actionName: string }>(action: A): A {
  defined.set(action.actionName, action as unknown as Action);
  return action;
}

/** Holds the session of who acts until the commit: once it was ended, nothing of it can be written any more. */
async function holdSession(ctx: Ctx): Promise<void> {
  const { sessionId } = ctx.actor;
  if (sessionId !== null && !(await livingSessions(ctx, [sessionId])).has(sessionId)) throw new AppError("session_ended");
}

/**
 * Checks what came in against its schema.
 * @throws AppError `invalid_input` with a code per field.
 */
export function parseInput<I extends z.ZodType>(schema: I, raw: unknown): z.infer<I> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const key = issue.path.join(".") || "form";
    fields[key] ??= fieldCode(issue);
  }
  throw new AppError("invalid_input", { fields });
}

/** The codes a field can carry; each has a text in the `errors` catalogue as `field_<code>`. */
export const fieldCodes = ["required", "too_long", "too_short", "not_valid", "too_high", "too_low"] as const;

function fieldCode(issue: { code: string; input?: unknown; origin?: string; minimum?: unknown; message: string }): string {
  if ((fieldCodes as readonly string[]).includes(issue.message)) return issue.message;
  const ofText = issue.origin === "string" || issue.origin === "array";
  if (issue.code === "too_small") return ofText ? (issue.minimum === 1 ? "required" : "too_short") : "too_low";
  if (issue.code === "too_big") return ofText ? "too_long" : "too_high";
  if (issue.code === "invalid_type" && issue.message.endsWith("undefined")) return "required";
  return "not_valid";
}

export type { Code };
