import { readPlace, type Place, type SomeReaders } from "~/features/groups/index.server";
import { mayComment, mayPropose, mayPublish, mayReadCommentHistory, mayWriteDocument } from "~/permissions/documents";
import { mayNarrowDocument } from "~/permissions/document-access";
import type { Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { readHead } from "~/platform/publisher.server";
import type { StreamId } from "~/platform/streams";
import { accessDocument, type AccessedDocument } from "./access-document.server";
import { streamOfText } from "./document-stream.server";
import { findMyNaming } from "./editions/answer-naming.server";
import { namePeople } from "./blocks/name-people.server";
import type { PeopleNames } from "./blocks/people-names";
import { findGone } from "./comments/threads";
import { isEmptyContent, type ContentNode } from "./content";
import { readTie } from "./easy/read-beside.server";
import type { EasyView } from "./easy/views";
import { findOrigin, type OriginView } from "./library/origin.server";
import { whoReadsText } from "./narrowing/who-reads-text.server";
import { noteOpened } from "./since/note-opened.server";
import type { ShownPictures } from "./pictures/shown-pictures";
import { showPictures } from "./pictures/shown-pictures.server";
import { projectDocument } from "./project-document.server";
import type { DocumentRow } from "./queries.server";
import { findEditions } from "./editions/publish-edition.server";
import { authorsIn, commentsOf, showComments, showDocument } from "./show-documents.server";
import { hasSession } from "./session/plan-session";
import { visitText, type SinceView } from "./since/note-visit.server";
import { peopleToAsk, type PersonToAsk } from "./tasks/people-to-ask.server";
import { nothingAround, readAround, type Around } from "./tree/read-around.server";
import { templateOf } from "./templates/template-of.server";
import { documentHref, editionHref, type Author, type CommentView, type DocumentView } from "./views";
import { findAnnounced, findWriters } from "./writing/writers.server";

export interface DocumentPage {
  document: DocumentView;
  place: Place;
  readers: SomeReaders;
  /** Whether there is nothing to read in it. */
  empty: boolean;
  /** Whether it describes a session, or a part of one. */
  session: boolean;
  /** Those whom the content names. */
  people: PeopleNames;
  /** Those to whom who writes here can give a task; nobody on a page to read. */
  peopleToAsk: PersonToAsk[];
  /** Everyone who wrote along, as shown here. */
  writers: Author[];
  comments: CommentView[];
  /** Of a page to read: the remarks whose passage is no longer there. */
  passagesGone: string[];
  /** An announcement that stands: from when it may be published. */
  announced: { publishFrom: string } | null;
  /** Asked whether my name may stand on it; null when I was not, or it was called off. */
  naming: { agreed: boolean | null } | null;
  /** Where it stands as learning material. */
  published: { href: string; number: number } | null;
  /** The learning material that it was made from. */
  origin: OriginView | null;
  /** The text whose template it began with; on the page to read, for who may read that one too. */
  template: { title: string; href: string } | null;
  /** What it stands beneath, and what stands beneath it. */
  around: Around;
  /** Where what others wrote since the reader's last visit stands; null when there is nothing, or they never came before. */
  news: SinceView | null;
  /** Its easy version, or the text that it is the easy version of. */
  easy: EasyView | null;
  /** The stream in which what happens with it is told, and up to where that is in it; null where the page does not follow it. */
  follows: { stream: StreamId; since: number } | null;
  newCommentId: string;
  /** The membership of who reads; null without one. */
  me: string | null;
  may: { write: Verdict; comment: Verdict; /** Earlier words of remarks. */ history: Verdict; propose: Verdict; publish: Verdict; /** Who reads it and who writes in it. */ narrow: Verdict };
}

/** With what the text is drawn from, which no page takes along as data: see `handText`. */
export interface ReadDocument extends DocumentPage {
  content: ContentNode;
  /** Those of its pictures that are there. */
  pictures: ShownPictures | null;
}

/**
 * A shared text as its reading page shows it: the whole of it, without JavaScript. It changes with every push, which is no
 * fact, so the page is never kept. @throws AppError as `accessDocument`.
 */
export async function readDocument(ctx: Ctx, id: string, { live = false } = {}): Promise<ReadDocument> {
  const accessed = await accessDocument(ctx, id);
  const { document, relation } = accessed;
  const stream = streamOfText(document);
  const follows = live ? { stream, since: await readHead(ctx, stream) } : null;
  const mayWrite = mayWriteDocument(ctx.actor, relation);
  noteOpened(ctx, accessed);
  const [place, readers, asked, writers, comments, around, announced, mine, editions, origin, template, news, easy, text] = await Promise.all([
    readPlace(ctx, accessed),
    whoReadsText(ctx, accessed),
    live && mayWrite === true ? peopleToAsk(ctx, document) : [],
    showWriters(ctx, accessed),
    commentsOf(ctx, id).then((rows) => showComments(ctx, document.spaceId, rows)),
    live ? nothingAround : readAround(ctx, accessed),
    findAnnounced(ctx, id),
    findMyNaming(ctx, id),
    findEditions(ctx, id),
    findOrigin(ctx, document.originEditionId),
    live ? null : templateOf(ctx, id),
    visitText(ctx, document),
    readTie(ctx, document),
    // Looks through the whole text, while the database answers the others.
    readText(ctx, document),
  ]);
  const { content } = text;
  const newest = editions.find((edition) => !edition.withdrawnAt);
  return {
    document: showDocument(document),
    place,
    readers,
    ...text,
    empty: isEmptyContent(content),
    session: hasSession(content),
    peopleToAsk: asked,
    writers,
    comments,
    passagesGone: live ? [] : findGone(comments, content),
    around,
    announced: announced ? { publishFrom: announced.publishFrom.toISOString() } : null,
    naming: mine && mine.publication.state !== "cancelled" ? { agreed: mine.naming.agreed } : null,
    published: newest ? { href: editionHref(newest.slug), number: newest.number } : null,
    origin,
    template,
    news,
    easy,
    follows,
    newCommentId: crypto.randomUUID(),
    me: accessed.membership?.id ?? null,
    may: { write: mayWrite, comment: mayComment(ctx.actor, relation), history: mayReadCommentHistory(ctx.actor, relation, { state: "visible" }), propose: mayPropose(ctx.actor, relation), publish: mayPublish(ctx.actor, relation), narrow: mayNarrowDocument(ctx.actor, relation, { began: document.authorActor === ctx.actor.actorId, isEasy: false, wanted: null }) },
  };
}

/** The content of a text, with the names and pictures that it is drawn with. */
async function readText(ctx: Ctx, document: DocumentRow): Promise<Pick<ReadDocument, "content" | "people" | "pictures">> {
  const { content } = await projectDocument(ctx, document);
  const [people, pictures] = await Promise.all([namePeople(ctx, document.spaceId, content), showPictures(ctx, document.id, content, documentHref(document.id))]);
  return { content, people, pictures };
}

async function showWriters(ctx: Ctx, { document }: AccessedDocument): Promise<Author[]> {
  const writers = await findWriters(ctx, document.id);
  const shown = await authorsIn(ctx, document.spaceId, writers.map(({ actorId }) => actorId));
  return writers.map(({ actorId }) => shown(actorId));
}

