import { eq } from "drizzle-orm";
import { space } from "#db/schema/index";
import { accessSpace } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { defineSubject, type Reported } from "./subjects.server";

/** A leerplek as a whole: its name, its words, its picture. Decisions go to who runs it. */
defineSubject({
  kind: "space",
  see: async (ctx, id) => describe((await accessSpace({ ...ctx, writing: false }, { id })).space),
  find: async (ctx, id) => {
    const [row] = await ctx.db.select().from(space).where(eq(space.id, id));
    return row ? describe(row) : null;
  },
  measures: {},
});

function describe(row: typeof space.$inferSelect): Reported {
  return { spaceId: row.id, groupId: null, authorActor: null, title: row.name, text: `${row.name}\n\n${row.summary}`, shownName: row.name, href: `/leerplekken/${row.slug}`, state: "visible" };
}

/** Address of a space's front page. */
export async function spaceHref(ctx: Ctx, spaceId: string): Promise<string> {
  const [row] = await ctx.db.select({ slug: space.slug }).from(space).where(eq(space.id, spaceId));
  return `/leerplekken/${row?.slug ?? ""}`;
}
