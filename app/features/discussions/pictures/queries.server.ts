import { inArray, sql } from "drizzle-orm";
import { message, picture, type StoredPicture } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { messageColumns, type MessageRow } from "../queries.server";

export type PictureRow = typeof picture.$inferSelect;

export async function findPictures(ctx: Ctx, ids: readonly string[]): Promise<Map<string, PictureRow>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.select().from(picture).where(inArray(picture.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The messages that show a picture: one, or none any more. */
export async function findMessagesWithPicture(ctx: Ctx, id: string): Promise<MessageRow[]> {
  return ctx.db.select(messageColumns).from(message).where(sql`${message.picture}->>'id' = ${id} AND ${message.picture} IS NOT NULL`).limit(10);
}

/** What a message keeps of a picture. */
export function toStored({ id, width, height, bytes, sum }: PictureRow, alt: string): StoredPicture {
  return { id, width, height, bytes, sum, alt };
}
