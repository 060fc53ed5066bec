import { mayAskSecondLook } from "~/permissions/moderation";
import { addressId } from "~/platform/address-id";
import type { Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { accessOwnDecision } from "./access-decision.server";
import type { Measure } from "./codes";

export interface OwnDecision {
  id: string;
  letter: string;
  at: string;
  measure: Measure;
  until: string | null;
  space: { name: string; slug: string };
  /** What it was about, as it read when it was reported. */
  evidence: { title?: string; text: string };
  takenBack: boolean;
  undone: boolean;
  appeal: { text: string; at: string; outcome: "upheld" | "overturned" | null; answer: string | null; decidedAt: string | null } | null;
  may: { askSecondLook: Verdict };
  /** The last day to ask. */
  askUntil: string;
}

/** A decision for whom it is about: the letter, and the way to a second look. @throws AppError `sign_in`, `not_found`. */
export async function readOwnDecision(ctx: Ctx, decisionId: string): Promise<OwnDecision> {
  const { decided, row, spaceName, spaceSlug, relation, appeal } = await accessOwnDecision(ctx, addressId(decisionId));
  return {
    id: decided.id,
    letter: decided.reasons,
    at: decided.createdAt.toISOString(),
    measure: decided.measure,
    until: decided.until?.toISOString() ?? null,
    space: { name: spaceName, slug: spaceSlug },
    evidence: { title: row.evidence.title, text: row.evidence.text },
    takenBack: decided.takenBackAt !== null,
    undone: decided.undoneAt !== null,
    appeal: appeal && { text: appeal.text, at: appeal.createdAt.toISOString(), outcome: appeal.outcome, answer: appeal.answer, decidedAt: appeal.decidedAt?.toISOString() ?? null },
    may: { askSecondLook: mayAskSecondLook(ctx.actor, relation, ctx.now) },
    askUntil: new Date(decided.createdAt.getTime() + limits.appealTerm * 1_000).toISOString(),
  };
}
