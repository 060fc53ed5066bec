import { desc, sql } from "drizzle-orm";
import { document } from "#db/schema/index";
import { accessGroup, readableGroups, whoReads, type Readers } from "~/features/groups/index.server";
import { accessSpace } from "~/features/spaces/index.server";
import { mayCarrySpace, mayCreateDocument } from "~/permissions/documents";
import type { TextReaders } from "~/permissions/document-access";
import { maySeeFacilitating } from "~/permissions/spaces";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { accessDocument } from "./access-document.server";
import { listMaterial, type ListedMaterial } from "./editions/read-edition.server";
import { listTemplates, type TemplateInShort } from "./templates/read-templates.server";
import { textsToRead } from "./texts-to-read.server";
import { documentHref } from "./views";

/** A shared text in a list. */
export interface DocumentInShort {
  id: string;
  title: string;
  href: string;
  /** The beginning of what it says, as far as it was folded. */
  text: string;
  changedAt: string;
  group: { id: string; name: string };
}

const columns = { id: document.id, title: document.title, groupId: document.groupId, changedAt: document.changedAt, text: sql<string>`left(${document.plainText}, 200)` };

/** The texts of one group, the one written in last first, for the group's own page. @throws AppError as `accessGroup`. */
export async function listGroupDocuments(ctx: Ctx, groupId: string, most = 20): Promise<{ documents: DocumentInShort[]; mayCreate: boolean }> {
  const accessed = await accessGroup(ctx, groupId);
  const { group, relation } = accessed;
  const rows = await ctx.db
    .select(columns)
    .from(document)
    .where(textsToRead(ctx, new Map([[groupId, accessed]])))
    .orderBy(desc(document.changedAt), document.id)
    .limit(most);
  return { documents: rows.map((row) => inShort(row, group)), mayCreate: mayCreateDocument(ctx.actor, relation) === true };
}

export interface SpaceTexts {
  space: { slug: string; name: string };
  documents: DocumentInShort[];
  material: ListedMaterial;
  mayCreate: boolean;
  /** Whether somebody signed in may take texts along in one file. */
  mayCarry: boolean;
  /** Whether the actor may change the leerplek's own list of difficult words. */
  maySeeWords: boolean;
  page: number;
  more: boolean;
}

/** Texts and learning material of a leerplek, as its page shows them. @throws AppError as `accessSpace`. */
export async function listSpaceTexts(ctx: Ctx, { slug, page }: { slug: string; page: number }): Promise<SpaceTexts> {
  const { space, relation } = await accessSpace(ctx, { slug });
  const groups = await readableGroups(ctx, { spaceId: space.id });
  const size = limits.pageSize;
  const rows =
    groups.size === 0
      ? []
      : await ctx.db
          .select(columns)
          .from(document)
          .where(textsToRead(ctx, groups))
          .orderBy(desc(document.changedAt), document.id)
          .limit(size + 1)
          .offset((page - 1) * size);
  return {
    space: { slug: space.slug, name: space.name },
    documents: rows.slice(0, size).map((row) => inShort(row, groups.get(row.groupId)!.group)),
    material: await listMaterial(ctx, { space: space.slug, page: 1 }),
    mayCreate: [...groups.values()].some(({ relation }) => mayCreateDocument(ctx.actor, relation) === true),
    mayCarry: mayCarrySpace(ctx.actor, relation, { mine: true }) === true,
    maySeeWords: maySeeFacilitating(ctx.actor, relation) === true,
    page,
    more: rows.length > size,
  };
}

function inShort(row: { id: string; title: string; changedAt: Date; text: string }, group: { id: string; name: string }): DocumentInShort {
  return { id: row.id, title: row.title, href: documentHref(row.id), text: row.text, changedAt: row.changedAt.toISOString(), group: { id: group.id, name: group.name } };
}

/** Texts of the actor's own groups, over all leerplekken, newest first. */
export async function listMyDocuments(ctx: Ctx, most = 20): Promise<DocumentInShort[]> {
  const groups = await readableGroups(ctx, { mine: true });
  if (groups.size === 0) return [];
  const rows = await ctx.db
    .select(columns)
    .from(document)
    .where(textsToRead(ctx, groups))
    .orderBy(desc(document.changedAt), document.id)
    .limit(most);
  return rows.map((row) => inShort(row, groups.get(row.groupId)!.group));
}

export interface CreateForm {
  newId: string;
  space: { slug: string; name: string };
  groups: { id: string; name: string; readers: Readers }[];
  /** The text that it comes beneath; null at the top. */
  under: { id: string; title: string } | null;
  /** Who reads it: like the text that it comes beneath. */
  readBy: TextReaders;
  /** Templates of the leerplek itself. */
  templates: TemplateInShort[];
  /** What is chosen: the template of the leerplek that was asked for, where it may be used. */
  template: string;
}

/** What the form to begin a text needs: the groups in which the actor may. @throws AppError `not_found`, `sign_in`, `forbidden` … */
export async function readCreateForm(ctx: Ctx, within: { groupId: string } | { under: string } | { slug: string } | { spaceId: string }, asked: string | null = null): Promise<CreateForm> {
  if ("under" in within || "groupId" in within) {
    const above = "under" in within ? (await accessDocument(ctx, within.under)).document : null;
    const accessed = await accessGroup(ctx, "under" in within ? above!.groupId : within.groupId);
    const verdict = mayCreateDocument(ctx.actor, accessed.relation);
    if (verdict !== true) throw new AppError(verdict);
    const { group, space } = accessed;
    const form = await createForm(ctx, space, [{ id: group.id, name: group.name, readers: await whoReads(ctx, accessed) }], asked);
    return { ...form, under: above && { id: above.id, title: above.title }, readBy: above?.readBy ?? "group" };
  }
  const { space } = await accessSpace(ctx, "slug" in within ? { slug: within.slug } : { id: within.spaceId });
  const open = [...(await readableGroups(ctx, { spaceId: space.id })).values()].filter(({ relation }) => mayCreateDocument(ctx.actor, relation) === true);
  if (open.length === 0) throw new AppError(ctx.actor.personId ? "join_group" : "sign_in");
  const groups = [];
  for (const { group } of open) groups.push({ id: group.id, name: group.name, readers: await whoReads(ctx, { group, space }) });
  return createForm(ctx, space, groups, asked);
}

async function createForm(ctx: Ctx, { id, slug, name }: { id: string; slug: string; name: string }, groups: CreateForm["groups"], asked: string | null): Promise<CreateForm> {
  const templates = await listTemplates(ctx, id, groups.map((group) => group.id));
  return { newId: crypto.randomUUID(), space: { slug, name }, groups, under: null, readBy: "group", templates, template: templates.some((one) => one.id === asked) ? asked! : "empty" };
}
