import { countMyCases, readDesk } from "~/features/moderation/index.server";
import { readStudyDesk } from "~/features/research/index.server";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";

export interface DeskLinks {
  /** Cases that wait; null for who does not moderate. */
  cases: number | null;
  /** Studies that wait for an answer; null for who has nothing to do with studies. */
  studies: number | null;
}

/** The desks beside the leerplekken that somebody has. */
export async function readDeskLinks(ctx: Ctx): Promise<DeskLinks> {
  const desk = await unlessUnknown(() => readDesk(ctx, { which: "waiting", page: 1 }));
  const studies = await unlessUnknown(() => readStudyDesk(ctx));
  return { cases: desk ? await countMyCases(ctx) : null, studies: studies ? studies.lines.filter((line) => line.waits).length : null };
}

/** What a read gives; null where it says that there is no such thing for this reader. */
async function unlessUnknown<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
