import { randomUUID } from "node:crypto";
import { readableGroups, whoReads, type Readers } from "~/features/groups/index.server";
import { mayCreateDocument } from "~/permissions/documents";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { readEdition } from "../editions/read-edition.server";
import { editionHref } from "../views";

export interface ReuseForm {
  newId: string;
  edition: { id: string; title: string; href: string; licence: string; /** Holds pictures; they do not come along. */ pictures: boolean };
  /** Groups in which the actor may begin a text, over all leerplekken. */
  groups: { id: string; name: string; space: string; readers: Readers }[];
}

/** What the form to begin a text with learning material needs. @throws AppError `sign_in`; `not_found` as `readEdition`, and for what was withdrawn. */
export async function readReuse(ctx: Ctx, { slug }: { slug: string }): Promise<ReuseForm> {
  if (ctx.actor.personId === null) throw new AppError("sign_in");
  const page = await readEdition(ctx, { slug });
  if ("withdrawn" in page) throw new AppError("not_found");
  const { id, title, licence } = page.edition;
  const groups = [];
  for (const { group, space, relation } of (await readableGroups(ctx, { mine: true })).values()) {
    if (mayCreateDocument(ctx.actor, relation) === true) groups.push({ id: group.id, name: group.name, space: space.name, readers: await whoReads(ctx, { group, space }) });
  }
  return { newId: randomUUID(), edition: { id, title, href: editionHref(slug), licence, pictures: page.pictures !== null }, groups };
}
