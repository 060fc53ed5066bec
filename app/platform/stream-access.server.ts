import { AppError } from "./codes";
import type { Ctx } from "./ctx.server";
import type { StreamId, StreamKind } from "./streams";
import { parseStream } from "./streams";

/** Throws a refusal when the actor may not follow this stream. */
export type StreamAccess = (ctx: Ctx, id: string) => Promise<void>;

const judges = new Map<StreamKind, StreamAccess>();

/** Registers, once per kind, the one place that decides who may follow a stream. */
export function defineStreamAccess(kind: StreamKind, judge: StreamAccess): void {
  judges.set(kind, judge);
}

/** @throws AppError `not_found` for a stream that is absent or that the actor may not know of. */
export async function accessStream(ctx: Ctx, stream: StreamId): Promise<void> {
  const parsed = parseStream(stream);
  const judge = parsed && judges.get(parsed.kind);
  if (!judge) throw new AppError("not_found");
  await judge(ctx, parsed.id);
}

/** A person's own stream is theirs alone; it carries the actor id, so it needs no feature. */
defineStreamAccess("person", async (ctx, id) => {
  if (ctx.actor.actorId !== id) throw new AppError("not_found");
});
