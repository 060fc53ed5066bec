import { and, eq, sql } from "drizzle-orm";
import { spacePlainWords } from "#db/schema/index";
import { accessSpace } from "~/features/spaces/index.server";
import { actingRole } from "~/permissions/relations";
import { mayFacilitate } from "~/permissions/spaces";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { wordOfLine } from "../gate/difficult-words";
import { SetPlainWordsInput } from "../input";
import { plainWordsChanged } from "./facts";
import { findPlainWords } from "./read-plain-words.server";

/**
 * Writes a leerplek's own list of difficult words, whole; the same list again changes nothing.
 * @throws AppError `invalid_input` with the number of the first line that cannot be read in `values.line`, `stale` when
 * somebody else wrote it since `rev`, or the rule's code.
 */
export const setPlainWords = defineAction({
  name: "document.set-plain-words",
  input: SetPlainWordsInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessSpace(ctx, { id: input.spaceId }),
  allow: (actor, { relation }) => mayFacilitate(actor, relation),
  run: async (ctx, { input, loaded, fact }) => {
    const { spaceId, rev } = input;
    refuseBadLine(input.lines);
    const { slug } = loaded.space;
    const lines = input.lines.join("\n").trim();
    if (((await findPlainWords(ctx, spaceId))?.lines ?? "") === lines) return { slug };
    if (!(await write(ctx, { spaceId, lines, rev }))) throw new AppError("stale");
    fact(plainWordsChanged, { spaceId, role: actingRole(loaded.relation), data: { words: input.lines.filter(Boolean).length } });
    return { slug };
  },
});

function refuseBadLine(lines: readonly string[]): void {
  lines.forEach((line, index) => {
    const code = line.length > limits.plainWordCharacters ? "too_long" : line === "" || wordOfLine(line) ? null : "not_valid";
    if (code) throw new AppError("invalid_input", { fields: { lines: code }, values: { line: index + 1 } });
  });
}

/** Whether it was still the list that was seen: one statement, so that of two at the same moment one is refused. */
async function write(ctx: Ctx, { spaceId, lines, rev }: { spaceId: string; lines: string; rev: number }): Promise<boolean> {
  const { spaceId: id, rev: stored } = spacePlainWords;
  const written =
    rev === 0
      ? await ctx.db.insert(spacePlainWords).values({ spaceId, lines, changedAt: ctx.now }).onConflictDoNothing().returning({ id })
      : await ctx.db.update(spacePlainWords).set({ lines, changedAt: ctx.now, rev: sql`${stored} + 1` }).where(and(eq(id, spaceId), eq(stored, rev))).returning({ id });
  return written.length > 0;
}
