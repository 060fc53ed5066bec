import { mayDecideCase } from "~/permissions/moderation";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { parseInput } from "~/platform/define-action.server";
import { accessCase } from "./access-case.server";
import { draftDecision } from "./draft-decision.server";
import { DraftDecisionInput } from "./input";

/** What the last step shows, and what its form sends along. */
export interface DecisionPreview {
  letter: string;
  toReporters: boolean;
  hidden: Record<string, string>;
}

/**
 * The letter as it would go out, before anything is decided. Changes nothing.
 * @throws AppError as the decision itself would.
 */
export async function previewDecision(ctx: Ctx, raw: unknown): Promise<DecisionPreview> {
  const input = parseInput(DraftDecisionInput, raw);
  const one = await accessCase(ctx, input.case);
  const verdict = mayDecideCase(ctx.actor, one.relation);
  if (verdict !== true) throw new AppError(verdict);
  if (one.row.version !== input.version) throw new AppError("stale");
  // A full hour reads better, and the preview and the decision then say the same.
  const until = input.days ? new Date(Math.ceil((ctx.now.getTime() + input.days * 86_400_000) / 3_600_000) * 3_600_000) : null;
  const draft = await draftDecision(ctx, one, { ...input, until });
  return {
    letter: draft.letter,
    toReporters: input.measure === "none",
    hidden: {
      case: one.row.id,
      version: String(input.version),
      found: input.found,
      rule: input.rule ?? "",
      measure: input.measure,
      scope: draft.scope ?? "",
      until: draft.until?.toISOString() ?? "",
      words: input.words,
      seal: draft.seal,
    },
  };
}
