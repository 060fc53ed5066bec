import { namePeople } from "../blocks/name-people.server";
import type { PeopleNames } from "../blocks/people-names";
import { accessDocument } from "../access-document.server";
import type { ContentNode } from "../content";
import { projectDocument } from "../project-document.server";
import type { ShownPictures } from "../pictures/shown-pictures";
import { showPictures } from "../pictures/shown-pictures.server";
import { readEdition } from "../editions/read-edition.server";
import { documentHref } from "../views";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { readClock } from "./plan-session";

export interface SessionPage {
  title: string;
  back: string;
  content: ContentNode;
  people: PeopleNames;
  pictures: ShownPictures | null;
  /** When it begins, in minutes since midnight; null where nobody chose. */
  begins: number | null;
}

/** The session plan of a text, for everyone who may read it. @throws AppError as `accessDocument`. */
export async function readSession(ctx: Ctx, { id, begins }: { id: string; begins: string | null }): Promise<SessionPage> {
  const { document } = await accessDocument(ctx, id);
  const { content } = await projectDocument(ctx, document);
  return { title: document.title, back: documentHref(id), content, people: await namePeople(ctx, document.spaceId, content), pictures: await showPictures(ctx, id, content, documentHref(id)), begins: readClock(begins) };
}

/** That of a published edition: the newest, or one by its number. @throws AppError as `readEdition`; `not_found` for one that was taken back. */
export async function readEditionSession(ctx: Ctx, { slug, number, begins }: { slug: string; number: string | null; begins: string | null }): Promise<SessionPage> {
  if (number !== null && !/^[1-9]\d{0,6}$/.test(number)) throw new AppError("not_found");
  const page = await readEdition(ctx, { slug, ...(number === null ? {} : { number: Number(number) }) });
  if ("withdrawn" in page) throw new AppError("not_found");
  const { edition, people, pictures } = page;
  return { title: edition.title, back: edition.href, content: edition.content, people, pictures, begins: readClock(begins) };
}
