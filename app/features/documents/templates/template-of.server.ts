import { linksFrom, linkThings } from "~/features/spaces/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { findThings } from "~/platform/things.server";
import type { DocumentRow } from "../queries.server";

const beganWith = "began_with";

/** Keeps, inside the action that begins a text, of which text its template was made. */
export async function noteTemplate(ctx: Ctx, id: string, source: Pick<DocumentRow, "id" | "spaceId">): Promise<void> {
  await linkThings(ctx, source.spaceId, { from: { kind: "document", id }, to: { kind: "document", id: source.id }, relation: beganWith });
}

/** The text that its template was made of, by the title of now; null when it began otherwise, or the actor may not read that one. */
export async function templateOf(ctx: Ctx, id: string): Promise<{ title: string; href: string } | null> {
  const [source] = await findThings(ctx, (await linksFrom(ctx, [id], beganWith)).map(({ to }) => to));
  return source ? { title: source.title, href: source.href } : null;
}
