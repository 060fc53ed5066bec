import type { Ctx } from "~/platform/ctx.server";
import { namesInText } from "../narrowing/names-in-text.server";
import type { DocumentRow } from "../queries.server";

/** Somebody whom a task can be given to. */
export interface PersonToAsk {
  /** The membership of the leerplek. */
  id: string;
  name: string;
}

/** Everyone of the group who reads a text, by name. */
export async function peopleToAsk(ctx: Ctx, document: DocumentRow): Promise<PersonToAsk[]> {
  const people = await namesInText(ctx, document);
  return people.map(({ membershipId, shownName }) => ({ id: membershipId, name: shownName })).sort((a, b) => a.name.localeCompare(b.name, "nl") || a.id.localeCompare(b.id));
}
