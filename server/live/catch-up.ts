import type { Ctx } from "~/platform/ctx.server";
import { readHead, type Delivery } from "~/platform/publisher.server";
import { broughtWords } from "~/platform/stream-news.server";
import { accessStream } from "~/platform/stream-access.server";
import type { StreamId } from "~/platform/streams";
import { readMissed } from "./read-missed";

/** What somebody missed: facts above `since`, or the advice to load the page again. */
export type CatchUp = { head: number; facts: Delivery[]; reload?: undefined } | { head: number; reload: true; facts?: undefined };

/** @throws AppError `not_found` when the actor may not follow this stream. */
export async function catchUp(ctx: Ctx, stream: StreamId, since: number): Promise<CatchUp> {
  await accessStream(ctx, stream);
  return readMissed(ctx.house, stream, since);
}

/**
 * The newest number of a stream that the actor may follow and, for who says what they know of it, whether words to read
 * came since then; `about` keeps to those of one thing.
 */
export async function headOf(ctx: Ctx, stream: StreamId, known: { since?: number | undefined; about?: string | undefined } = {}): Promise<{ head: number; news?: boolean }> {
  await accessStream(ctx, stream);
  const head = await readHead(ctx, stream);
  return known.since === undefined ? { head } : { head, news: await broughtWords(ctx, stream, { since: known.since, upTo: head, about: known.about }) };
}
