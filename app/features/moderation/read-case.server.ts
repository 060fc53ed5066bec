import { and, asc, count, desc, eq, gt, isNull, ne } from "drizzle-orm";
import { actor, appeal, decision, fact, moderationCase, report } from "#db/schema/index";
import { accessGroup, accessGroupFront } from "~/features/groups/index.server";
import { mayClaimCase, mayDecideCase, mayDecideSecondLook, mayLookIntoGroup, mayTakeBack } from "~/permissions/moderation";
import { addressId } from "~/platform/address-id";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { accessCase, type AccessedCase, type CaseRow, type DecisionRow } from "./access-case.server";
import type { Measure } from "./codes";
import { measuresFor, rulesToChoose } from "./draft-decision.server";
import { surroundingsOpened } from "./facts";
import { officialNames } from "./official-names.server";
import { asHouse, subjectOf, type Surrounding } from "./subjects.server";
import { relationToDecision } from "./take-back-decision.server";

type Evidence = CaseRow["evidence"];

export interface ReportView {
  id: string;
  reason: string;
  illegal: boolean;
  law: string | null;
  danger: boolean;
  explanation: string;
  at: string;
  /** Whether it came with an account. Who it was, nobody here sees. */
  account: boolean;
  /** What it then read, where that differs from what the case holds. */
  evidence: Evidence | null;
}

export interface DecidedView {
  id: string;
  at: string;
  by: string;
  measure: Measure;
  rule: string;
  letter: string;
  takenBack: boolean;
  undone: boolean;
  mayTakeBack: Verdict;
  appeal: { id: string; text: string; at: string; outcome: "upheld" | "overturned" | null; answer: string | null; by: string | null } | null;
}

export interface CaseView {
  id: string;
  number: number;
  version: number;
  state: CaseRow["state"];
  about: CaseRow["subjectKind"];
  danger: boolean;
  space: { name: string; slug: string; houseRules: string[] };
  group: { id: string; name: string } | null;
  evidence: Evidence;
  /** How the thing stands now; null once it is no more. */
  now: { state: "visible" | "hidden" | "removed"; changed: boolean; href: string; picture: boolean } | null;
  reports: ReportView[];
  owner: string | null;
  claimedBy: string | null;
  mine: boolean;
  decisions: DecidedView[];
  waitingAppeal: string | null;
  /** Measures taken before against the same author in this space. */
  earlier: number;
  measures: Measure[];
  /** `ask`: to be opened first, and that leaves a trace. `none`: there is nothing around it. */
  surroundings: { state: "none" | "ask" | "shown"; items: (Omit<Surrounding, "at"> & { at: string })[] };
  may: { claim: Verdict; decide: Verdict; decideSecondLook: Verdict; lookIn: Verdict };
}

/** A case with everything that is needed to decide upon it, and no more. @throws AppError as `accessCase`. */
export async function readCase(ctx: Ctx, caseId: string): Promise<CaseView> {
  const one = await accessCase(ctx, addressId(caseId));
  const { row, space, relation, decisions } = one;
  const group = row.groupId ? (await accessGroupFront(asHouse(ctx), row.groupId)).group : null;
  const found = await subjectOf(row.subjectKind).find(asHouse(ctx), row.subjectId);
  const reports = await ctx.db.select().from(report).where(eq(report.caseId, row.id)).orderBy(asc(report.createdAt));
  const owner = row.ownerPersonId ? await ctx.db.select({ id: actor.id }).from(actor).where(eq(actor.personId, row.ownerPersonId)) : [];
  const names = await officialNames(ctx, space.id, [owner[0]?.id, row.claimedByActor, ...decisions.map((made) => made.decidedByActor)]);
  const canLookIn = mayLookIntoGroup(ctx.actor, relation, row.groupId !== null);
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    state: row.state,
    about: row.subjectKind,
    danger: reports.some((each) => each.danger),
    space: { name: space.name, slug: space.slug, houseRules: rulesToChoose(space) },
    group: group && { id: group.id, name: group.name },
    evidence: row.evidence,
    now: found && { state: found.state, changed: found.text.slice(0, limits.evidenceCharacters) !== row.evidence.text, href: found.href, picture: found.picture === true },
    reports: reports.map((each) => ({
      id: each.id,
      reason: each.reason,
      illegal: each.illegal,
      law: each.law,
      danger: each.danger,
      explanation: each.explanation,
      at: each.createdAt.toISOString(),
      account: each.reporterPersonId !== null,
      evidence: each.evidence,
    })),
    owner: names(owner[0]?.id),
    claimedBy: names(row.claimedByActor),
    mine: row.claimedByActor === ctx.actor.actorId,
    decisions: await decidedViews(ctx, one, names),
    waitingAppeal: one.appeal?.id ?? null,
    earlier: await earlierMeasures(ctx, row),
    measures: measuresFor(one),
    surroundings: await readSurroundings(ctx, row, canLookIn),
    may: { claim: mayClaimCase(ctx.actor, relation), decide: mayDecideCase(ctx.actor, relation), decideSecondLook: mayDecideSecondLook(ctx.actor, relation), lookIn: canLookIn },
  };
}

async function decidedViews(ctx: Ctx, one: AccessedCase, names: (actorId: string | null | undefined) => string | null): Promise<DecidedView[]> {
  const asked = await ctx.db.select().from(appeal).where(eq(appeal.caseId, one.row.id));
  const answeredBy = await officialNames(ctx, one.space.id, asked.map((each) => each.decidedByActor));
  const view = async (made: DecisionRow): Promise<DecidedView> => {
    const question = asked.find((each) => each.decisionId === made.id);
    return {
      id: made.id,
      at: made.createdAt.toISOString(),
      by: names(made.decidedByActor) ?? "",
      measure: made.measure,
      rule: made.rule,
      letter: made.reasons,
      takenBack: made.takenBackAt !== null,
      undone: made.undoneAt !== null,
      mayTakeBack: mayTakeBack(ctx.actor, one.relation, await relationToDecision(ctx, made, one), ctx.now),
      appeal: question
        ? { id: question.id, text: question.text, at: question.createdAt.toISOString(), outcome: question.outcome, answer: question.answer, by: answeredBy(question.decidedByActor) }
        : null,
    };
  };
  return Promise.all(one.decisions.map(view));
}

async function earlierMeasures(ctx: Ctx, row: CaseRow): Promise<number> {
  if (!row.authorActor) return 0;
  const [found] = await ctx.db
    .select({ n: count() })
    .from(decision)
    .innerJoin(moderationCase, eq(moderationCase.id, decision.caseId))
    .where(and(eq(moderationCase.spaceId, row.spaceId), eq(moderationCase.authorActor, row.authorActor), ne(moderationCase.id, row.id), ne(decision.measure, "none"), isNull(decision.takenBackAt), isNull(decision.undoneAt)));
  return found?.n ?? 0;
}

/** What stands around it: freely where the actor may read the group anyway, else for an hour after they opened it for this case. */
async function readSurroundings(ctx: Ctx, row: CaseRow, mayLook: Verdict): Promise<CaseView["surroundings"]> {
  const { surroundings } = subjectOf(row.subjectKind);
  if (!surroundings || !row.groupId) return { state: "none", items: [] };
  if (!(await readsGroup(ctx, row.groupId)) && (mayLook !== true || !(await hasOpened(ctx, row.id)))) return { state: mayLook === true ? "ask" : "none", items: [] };
  const items = await surroundings(asHouse(ctx), row.subjectId);
  return { state: "shown", items: items.map((item) => ({ ...item, at: item.at.toISOString() })) };
}

async function readsGroup(ctx: Ctx, groupId: string): Promise<boolean> {
  try {
    await accessGroup(ctx, groupId);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function hasOpened(ctx: Ctx, caseId: string): Promise<boolean> {
  const since = new Date(ctx.now.getTime() - limits.lookIntoGroup * 1_000);
  const rows = await ctx.db
    .select({ id: fact.id })
    .from(fact)
    .where(and(eq(fact.objectId, caseId), eq(fact.type, surroundingsOpened.name), eq(fact.actorId, ctx.actor.actorId!), gt(fact.occurredAt, since)))
    .orderBy(desc(fact.id))
    .limit(1);
  return rows.length > 0;
}

