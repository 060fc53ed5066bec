import { eq, sql } from "drizzle-orm";
import { document, theme } from "#db/schema/index";
import { isAnyOf } from "#db/statement";
import { loadRelations, relationsThrough, type Relations } from "~/features/groups/index.server";
import { mayReadDocument, mayWriteDocument, type DocumentRelation } from "~/permissions/documents";
import { anonymous } from "~/platform/actor";
import type { Verdict } from "~/platform/codes";
import type { Actor, Ctx, House } from "~/platform/ctx.server";
import { relationToDocument } from "./access-document.server";
import { findDocuments, type DocumentRow } from "./queries.server";

/** What somebody may do with a text, and as whom they are shown. */
export interface Rights {
  read: Verdict;
  write: Verdict;
  shownName: string;
  membershipId: string | null;
  /** The theme is sensitive: nobody sees who else is there. */
  sensitive: boolean;
}

export interface LoadedDocument {
  document: DocumentRow;
  relation: DocumentRelation;
  shownName: string;
  membershipId: string | null;
  themeKey: string;
}

/** A text stays in its group almost always, so what grants the right does not wait until it was found. */
const loadRelationsThroughDocuments = relationsThrough((ids) => sql`array(select ${document.groupId} from ${document} where ${isAnyOf(document.id, ids)})`);

/**
 * Loads how several persons stand to several texts, in a handful of statements; null for a text that is absent. Inside an
 * action what grants the right is held FOR SHARE, and then the texts themselves.
 */
export async function loadDocuments(ctx: Ctx, wanted: { actor: Actor; id: string }[]): Promise<(LoadedDocument | null)[]> {
  const ids = wanted.map(({ id }) => id);
  const [relations, documents] = await Promise.all([loadRelationsThroughDocuments(ctx, wanted.map(({ actor }) => actor.personId), ids), findDocuments(ctx, ids, ctx.writing)]);
  const there = await relationsWhereMoved(ctx, wanted, documents, relations);
  return wanted.map(({ actor, id }) => {
    const row = documents.get(id);
    const found = row && (relations(actor.personId, row.groupId) ?? there(actor.personId, row.groupId));
    if (!found) return null;
    const { membership, space } = found;
    return { document: row, relation: relationToDocument(row, found), shownName: membership?.shownName ?? "", membershipId: membership?.id ?? null, themeKey: space.themeKey };
  });
}

/** To the groups where texts came while their rights were being read; as good as never. */
async function relationsWhereMoved(ctx: Ctx, wanted: { actor: Actor; id: string }[], documents: Map<string, DocumentRow>, known: Relations): Promise<Relations> {
  const moved = wanted.filter(({ actor, id }) => documents.has(id) && !known(actor.personId, documents.get(id)!.groupId));
  if (moved.length === 0) return () => undefined;
  return loadRelations(ctx, moved.map(({ actor }) => actor.personId), moved.map(({ id }) => documents.get(id)!.groupId));
}

/** Rights as this process last saw them; what is volatile, and what is judged again at the commit, may rely on them. */
const keptMs = 1_000;
const seen = new WeakMap<House, Map<string, { rights: Rights; at: number }>>();

/** Rights that are at most a second old, or `atMost` milliseconds; read anew, all at once, for those that are not. What takes a right away forgets them. */
export async function recentRights(ctx: Ctx, wanted: { actor: Actor; id: string }[], atMost = keptMs): Promise<Rights[]> {
  const now = performance.now();
  const kept = seen.get(ctx.house);
  const known = wanted.map((one) => {
    const found = kept?.get(keyOf(one));
    return found && found.at + atMost >= now ? found.rights : null;
  });
  const old = wanted.filter((_one, index) => !known[index]);
  const fresh = old.length > 0 ? await judgeRights(ctx, old) : [];
  return known.map((rights) => rights ?? fresh.shift()!);
}

/** Rights as they are in the database now; kept for those who ask soon after. */
export async function judgeRights(ctx: Ctx, wanted: { actor: Actor; id: string }[]): Promise<Rights[]> {
  const at = performance.now();
  let kept = seen.get(ctx.house);
  if (!kept) seen.set(ctx.house, (kept = new Map()));
  if (kept.size > 5_000) for (const [key, before] of kept) if (before.at + keptMs < at) kept.delete(key);
  const rights = await readRights(ctx, wanted);
  wanted.forEach((one, index) => kept.set(keyOf(one), { rights: rights[index]!, at }));
  return rights;
}

const keyOf = ({ actor, id }: { actor: Actor; id: string }) => `${actor.personId} ${id}`;

async function readRights(ctx: Ctx, wanted: { actor: Actor; id: string }[]): Promise<Rights[]> {
  const loaded = await loadDocuments(ctx, wanted);
  const sensitive = new Set((await ctx.db.select({ key: theme.key }).from(theme).where(eq(theme.sensitive, true))).map(({ key }) => key));
  return wanted.map(({ actor }, index) => {
    const one = loaded[index];
    if (!one) return { read: "not_found", write: "not_found", shownName: "", membershipId: null, sensitive: true };
    const { shownName, membershipId } = one;
    return { read: mayReadDocument(actor, one.relation), write: mayWriteDocument(actor, one.relation), shownName, membershipId, sensitive: sensitive.has(one.themeKey) };
  });
}

/** Actor ids of those who may read a text now. */
export async function readersAmong(ctx: Ctx, documentId: string, people: readonly { personId: string; actorId: string }[]): Promise<string[]> {
  const actors = people.map(({ personId, actorId }) => ({ ...anonymous, personId, actorId }));
  const loaded = await loadDocuments({ ...ctx, writing: false }, actors.map((actor) => ({ actor, id: documentId })));
  return actors.flatMap((actor, index) => (loaded[index] && mayReadDocument(actor, loaded[index].relation) === true ? [actor.actorId] : []));
}

/** Forgets what was seen of rights, because some changed. */
export function forgetRights(house: House): void {
  seen.delete(house);
}
