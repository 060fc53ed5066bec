import { and, eq, inArray, max } from "drizzle-orm";
import { fact as factTable, stream as streamTable } from "#db/schema/index";
import { accessSpace, spaceStream, type SpaceRow } from "~/features/spaces/index.server";
import { mayFollowSpace } from "~/permissions/spaces";
import { AppError } from "~/platform/codes";
import { anonymous, type Ctx } from "~/platform/ctx.server";
import { readHeads } from "~/platform/publisher.server";
import { groupStream } from "./group-stream.server";
import type { LoadedRelation } from "./load-relations.server";
import { readableGroups } from "./readable-groups.server";

/** A leerplek as programs follow it. */
export interface OpenedSpace {
  /** Reads as somebody without an account does, whoever asks: what is fetched by a program may go anywhere. */
  ctx: Ctx;
  space: SpaceRow;
  /** The groups that everyone reads, by id. */
  groups: Map<string, LoadedRelation>;
  /** Every stream that it depends on with its number, and the language. */
  version: string;
  /** When the newest of it was written down. */
  changedAt: Date | null;
}

/** @throws AppError `not_found` for a leerplek that is absent, not open yet, or not for everyone. */
export async function openSpaceToPrograms(given: Ctx, by: { slug: string }): Promise<OpenedSpace> {
  const ctx: Ctx = { ...given, actor: anonymous, dependsOn: new Map() };
  const { space, relation } = await accessSpace(ctx, by);
  const verdict = mayFollowSpace(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
  const groups = await readableGroups(ctx, { spaceId: space.id });
  const streams = [spaceStream(space.id), ...[...groups.keys()].sort().map(groupStream)];
  // The numbers before the rows: what comes in between makes it old, never wrong.
  const heads = await readHeads(ctx, streams);
  const [newest] = await ctx.db
    .select({ at: max(factTable.recordedAt) })
    .from(factTable)
    .innerJoin(streamTable, and(eq(streamTable.id, factTable.stream), eq(streamTable.head, factTable.n)))
    .where(inArray(streamTable.id, streams));
  const version = [ctx.language, ...streams.map((stream) => `${stream}=${heads.get(stream) ?? 0}`)].join(" ");
  return { ctx, space, groups, version, changedAt: newest?.at ?? null };
}
