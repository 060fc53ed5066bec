import { isAmongReaders } from "~/permissions/document-access";
import { anonymous } from "~/platform/actor";
import type { Ctx } from "~/platform/ctx.server";
import { loadDocuments } from "../rights.server";
import { narrowingWords } from "./words";

/** Somebody whose data are put together. */
interface Person {
  personId: string;
  actorId: string;
}

/**
 * What somebody did with texts, for their download, without the titles that these have now where they are read by fewer
 * since, and not by them any more.
 */
export async function withOwnTitles<T extends { id: string; title: string }>(ctx: Ctx, { personId, actorId }: Person, rows: T[]): Promise<T[]> {
  const actor = { ...anonymous, personId, actorId };
  const ids = [...new Set(rows.map(({ id }) => id))];
  const loaded = await loadDocuments({ ...ctx, writing: false }, ids.map((id) => ({ actor, id })));
  const unread = new Set(ids.filter((_id, index) => !loaded[index] || isAmongReaders(actor, loaded[index].relation) !== true));
  return rows.map((row) => (unread.has(row.id) ? { ...row, title: narrowingWords.for(ctx.language)("download_for_fewer") } : row));
}
