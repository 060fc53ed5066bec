import { addressOf, type ContentNode } from "../content";
import { isAllowedAddress } from "../content-rules";

/** More links to other texts than this are not followed. */
const most = 200;
const page = /^\/teksten\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/i;

/**
 * Ids of the texts to whose pages a text links, in running words or as a card; whatever name the site goes by, for an id is
 * nowhere else. Whether they are there is for the database to say.
 */
export function textsLinkedIn(content: ContentNode): string[] {
  const found = new Set<string>();
  const todo = [content];
  for (let next = todo.pop(); next && found.size < most; next = todo.pop()) {
    for (const mark of next.marks ?? []) if (mark.type === "link") note(found, addressOf(mark));
    const href = next.type === "embed" ? next.attrs?.["href"] : null;
    if (typeof href === "string" && isAllowedAddress(href)) note(found, href);
    todo.push(...(next.content ?? []));
  }
  return [...found];
}

function note(found: Set<string>, href: string | null): void {
  if (href === null || !/^https?:/i.test(href)) return;
  const id = page.exec(new URL(href).pathname)?.[1];
  if (id) found.add(id.toLowerCase());
}
