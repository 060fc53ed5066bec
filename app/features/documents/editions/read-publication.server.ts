import { readPlace, type Place } from "~/features/groups/index.server";
import { mayPublish, mayWithdrawEdition } from "~/permissions/documents";
import { mayFacilitate } from "~/permissions/spaces";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { accessDocument } from "../access-document.server";
import { isEmptyContent } from "../content";
import { accessOther, findTie } from "../easy/find-easy.server";
import { countBehind } from "../easy/read-beside.server";
import type { Judgement } from "../gate/judge-text";
import { askState } from "../writing/join-document.server";
import { plainWordsOf } from "../plain-words/read-plain-words.server";
import { projectDocument } from "../project-document.server";
import { findEditions } from "./publish-edition.server";
import { authorsIn, showDocument } from "../show-documents.server";
import { documentHref, editionHref, type Author, type DocumentView } from "../views";
import { findAnnounced, findNamings, findWritersOfBoth } from "../writing/writers.server";

export interface PublicationPage {
  document: DocumentView;
  place: Place;
  announced: { publishFrom: string; /** The term is over. */ ready: boolean } | null;
  /** Who wrote along: whether they were told, and whether they agreed to be named. */
  writers: { author: Author; told: boolean; agreed: boolean | null }[];
  editions: { id: string; number: number; href: string; publishedAt: string; withdrawnAt: string | null }[];
  /** The easy version, which may be made public along with it: how many of its parts are behind; null without one that says something. */
  easy: { href: string; behind: number } | null;
  /** What a reader may stumble over in the text as it is now. */
  judgement: Judgement;
  may: { publish: Verdict; withdraw: Verdict; /** Changing the list that the difficult words come from. */ setWords: Verdict };
}

/** What the page for making a text public shows; of one in the trash, its editions. @throws AppError as `accessDocument`, `forbidden` for who does not run the group. */
export async function readPublication(ctx: Ctx, id: string): Promise<PublicationPage> {
  const accessed = await accessDocument(ctx, id, { inTrash: true });
  const { document, relation } = accessed;
  const withdraw = mayWithdrawEdition(ctx.actor, relation.group);
  if (withdraw !== true) throw new AppError(withdraw);
  const announced = await findAnnounced(ctx, id);
  const namings = new Map(announced ? (await findNamings(ctx, announced.id)).map((naming) => [naming.personId, naming]) : []);
  const writers = await findWritersOfBoth(ctx, id);
  const author = await authorsIn(ctx, document.spaceId, writers.map(({ actorId }) => actorId));
  return {
    document: showDocument(document),
    place: await readPlace(ctx, accessed),
    announced: announced ? { publishFrom: announced.publishFrom.toISOString(), ready: announced.publishFrom <= ctx.now } : null,
    writers: writers.map(({ actorId, personId }) => ({ author: author(actorId), told: namings.has(personId), agreed: namings.get(personId)?.agreed ?? null })),
    editions: (await findEditions(ctx, id)).map((edition) => ({
      id: edition.id,
      number: edition.number,
      href: editionHref(edition.slug, edition.number),
      publishedAt: edition.publishedAt.toISOString(),
      withdrawnAt: edition.withdrawnAt?.toISOString() ?? null,
    })),
    easy: await easyToPublish(ctx, id),
    judgement: (await askState(ctx, id, "judge", { document: id, words: await plainWordsOf(ctx, document.spaceId), language: document.language })).answer,
    may: { publish: mayPublish(ctx.actor, relation), withdraw, setWords: mayFacilitate(ctx.actor, relation.group.space) },
  };
}

async function easyToPublish(ctx: Ctx, sourceId: string): Promise<PublicationPage["easy"]> {
  const tie = await findTie(ctx, sourceId);
  const easy = tie?.sourceId === sourceId ? await accessOther(ctx, tie.easyId) : null;
  if (!easy || isEmptyContent((await projectDocument(ctx, easy.document)).content)) return null;
  return { href: documentHref(easy.document.id), behind: await countBehind(ctx, easy.document.id) };
}
