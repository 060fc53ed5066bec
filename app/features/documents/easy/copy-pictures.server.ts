import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { documentPicture } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import { keepFiles, readFileOf } from "~/platform/pictures/picture-files.server";
import { picturesIn, type ContentNode } from "../content";

/** Pictures that go along in one go; of others only the words do. */
const most = 100;

/** Content for another text, whose pictures are that text's own, and what must be written for them with it. */
export interface WithPictures {
  content: ContentNode;
  pictures: (typeof documentPicture.$inferInsert)[];
}

/**
 * Copies the pictures of one text that stand in some content for another text, which never shows those of the first. They
 * stay with who brought them: with whom they go. The files are there before the rows; without rows they are strays.
 */
export async function copyPictures(ctx: Ctx, from: string, into: string, content: ContentNode): Promise<WithPictures> {
  const wanted = picturesIn(content).slice(0, most);
  if (wanted.length === 0) return { content, pictures: [] };
  const rows = await ctx.db.select().from(documentPicture).where(and(eq(documentPicture.documentId, from), inArray(documentPicture.id, wanted)));
  const there = new Map((await ctx.db.select().from(documentPicture).where(eq(documentPicture.documentId, into))).map((row) => [`${row.actorId} ${row.sum}`, row.id]));
  const names = new Map<string, string>();
  const pictures: WithPictures["pictures"] = [];
  for (const { id, actorId, width, height, bytes, sum } of rows) {
    const known = there.get(`${actorId} ${sum}`);
    if (known) {
      names.set(id, known);
      continue;
    }
    const [large, small] = [await readFileOf(ctx.house, id, "large"), await readFileOf(ctx.house, id, "small")];
    if (!large || !small) continue;
    const copy = randomUUID();
    await keepFiles(ctx.house, copy, { large, small, width, height, sum });
    names.set(id, copy);
    pictures.push({ id: copy, documentId: into, actorId, width, height, bytes, sum, createdAt: ctx.now });
  }
  return { content: renamed(content, names), pictures };
}

function renamed(node: ContentNode, names: ReadonlyMap<string, string>): ContentNode {
  const name = node.type === "image" ? names.get(String(node.attrs?.["picture"])) : undefined;
  return { ...node, ...(name ? { attrs: { ...node.attrs, picture: name } } : {}), ...(node.content ? { content: node.content.map((child) => renamed(child, names)) } : {}) };
}
