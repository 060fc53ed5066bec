import { accessGroup, readPlace, type Place as GroupPlace } from "~/features/groups/index.server";
import { mayCreateDocument, maySeeTrash, mayWriteDocument } from "~/permissions/documents";
import { mayRunGroup } from "~/permissions/groups";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { documentHref } from "../views";
import { readTreeRows, type TreeDocument } from "./hold-tree.server";
import { accessTree } from "./place-document.server";
import { buildTree, mayStandBeneath, stepsFrom, type Place, type TreeNode } from "./shape";

/** A text in the tree, as its page shows it. */
export interface TreeText {
  id: string;
  title: string;
  href: string;
  changedAt: string;
  children: TreeText[];
}

export interface TreePage {
  place: GroupPlace;
  texts: TreeText[];
  /** There are more texts than a tree can hold: no order is kept of those. */
  tooMany: boolean;
  may: { create: boolean; arrange: boolean; trash: boolean };
}

/** All texts of a group in their tree. @throws AppError as `accessGroup`. */
export async function readTree(ctx: Ctx, groupId: string): Promise<TreePage> {
  const accessed = await accessGroup(ctx, groupId);
  const rows = await readTreeRows(ctx, [accessed]);
  const create = mayCreateDocument(ctx.actor, accessed.relation) === true;
  return {
    place: await readPlace(ctx, accessed),
    texts: buildTree(rows.slice(0, limits.documentsInTree)).map(toText),
    tooMany: rows.length > limits.documentsInTree,
    may: { create, arrange: create && rows.length <= limits.documentsInTree, trash: maySeeTrash(ctx.actor, accessed.relation) === true },
  };
}

function toText({ row, children }: TreeNode<TreeDocument>): TreeText {
  return { id: row.id, title: row.title, href: documentHref(row.id), changedAt: row.changedAt.toISOString(), children: children.map(toText) };
}

export interface PlacePage {
  document: { id: string; title: string };
  place: GroupPlace;
  texts: TreeText[];
  /** Places one tap away. */
  steps: Record<"up" | "down" | "out", Place | null>;
  /** Texts beneath which it may come, from top to bottom, with how deep each stands. */
  under: { id: string; title: string; level: number }[];
  /** Beneath which text it stands now; null at the top. */
  parent: string | null;
  may: { move: boolean };
}

/** What the page for placing a text needs. @throws AppError as `accessDocument`, or what the rule of writing says. */
export async function readPlaceForm(ctx: Ctx, id: string): Promise<PlacePage> {
  const accessed = await accessTree(ctx, id);
  const may = mayWriteDocument(ctx.actor, accessed.relation);
  if (may !== true) throw new AppError(may);
  const { tree, document: row } = accessed;
  const nodes = buildTree(tree);
  return {
    document: { id, title: row.title },
    place: await readPlace(ctx, accessed),
    texts: nodes.map(toText),
    steps: stepsFrom(tree, id),
    under: mayStandBeneath(tree, id).map(({ row: one, level }) => ({ id: one.id, title: one.title, level })),
    parent: row.parentId,
    may: { move: mayRunGroup(ctx.actor, accessed.relation.group) === true },
  };
}

