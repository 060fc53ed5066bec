import { eq } from "drizzle-orm";
import { theme } from "#db/schema/index";
import { loadRelations } from "~/features/groups/index.server";
import { mayReadDocument, mayWriteDocument, type DocumentRelation } from "~/permissions/documents";
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

/** Loads how several persons stand to several texts, in a handful of statements; null for a text that is absent. Inside an action, FOR SHARE. */
export async function loadDocuments(ctx: Ctx, wanted: { actor: Actor; id: string }[]): Promise<(LoadedDocument | null)[]> {
  const documents = await findDocuments(ctx, wanted.map(({ id }) => id));
  const relations = await loadRelations(ctx, wanted.map(({ actor }) => actor.personId), [...documents.values()].map((row) => row.groupId));
  return wanted.map(({ actor, id }) => {
    const document = documents.get(id);
    const found = document && relations(actor.personId, document.groupId);
    if (!found) return null;
    const { membership, space } = found;
    return { document, relation: relationToDocument(document, found.relation), shownName: membership?.shownName ?? "", membershipId: membership?.id ?? null, themeKey: space.themeKey };
  });
}

/** Rights as this process last saw them; what is volatile, and what is judged again at the commit, may rely on them. */
const keptMs = 1_000;
const seen = new WeakMap<House, Map<string, { rights: Rights; at: number }>>();

/** Rights that are at most a second old, or `atMost` milliseconds; read anew, all at once, for those that are not. What takes a right away forgets them. */
export async function recentRights(ctx: Ctx, wanted: { actor: Actor; id: string }[], atMost = keptMs): Promise<Rights[]> {
  const now = performance.now();
  let kept = seen.get(ctx.house);
  if (!kept) seen.set(ctx.house, (kept = new Map()));
  if (kept.size > 5_000) for (const [key, { at }] of kept) if (at + keptMs < now) kept.delete(key);
  const keyOf = ({ actor, id }: { actor: Actor; id: string }) => `${actor.personId} ${id}`;
  const old = wanted.filter((one) => (kept.get(keyOf(one))?.at ?? -Infinity) + atMost < now);
  if (old.length > 0) {
    const fresh = await readRights(ctx, old);
    old.forEach((one, index) => kept.set(keyOf(one), { rights: fresh[index]!, at: now }));
  }
  return wanted.map((one) => kept.get(keyOf(one))!.rights);
}

/** Rights as they are in the database now. */
export async function readRights(ctx: Ctx, wanted: { actor: Actor; id: string }[]): Promise<Rights[]> {
  const loaded = await loadDocuments(ctx, wanted);
  const sensitive = new Set((await ctx.db.select({ key: theme.key }).from(theme).where(eq(theme.sensitive, true))).map(({ key }) => key));
  return wanted.map(({ actor }, index) => {
    const one = loaded[index];
    if (!one) return { read: "not_found", write: "not_found", shownName: "", membershipId: null, sensitive: true };
    const { shownName, membershipId } = one;
    return { read: mayReadDocument(actor, one.relation), write: mayWriteDocument(actor, one.relation), shownName, membershipId, sensitive: sensitive.has(one.themeKey) };
  });
}

/** Forgets what was seen of rights, because some changed. */
export function forgetRights(house: House): void {
  seen.delete(house);
}
