import { readPlace, type Place, type SomeReaders } from "~/features/groups/index.server";
import { mayKeepTemplate, mayTakeBackTemplate, mayTrashDocument, mayWriteDocument } from "~/permissions/documents";
import type { Verdict } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { accessDocument } from "../access-document.server";
import { namePeople } from "../blocks/name-people.server";
import type { PeopleNames } from "../blocks/people-names";
import type { ContentNode } from "../content";
import { licencesAfter } from "../library/choices";
import { findOrigin } from "../library/origin.server";
import { whoReadsText } from "../narrowing/who-reads-text.server";
import { lanesOf } from "../worker/lanes.server";
import type { ShownPictures } from "../pictures/shown-pictures";
import { showPictures } from "../pictures/shown-pictures.server";
import { findEditions } from "../editions/publish-edition.server";
import { findRevisions, stateOfRevision } from "./revisions.server";
import { authorsIn, showDocument } from "../show-documents.server";
import { templateSince } from "../templates/read-templates.server";
import { documentHref, type DocumentView, type RevisionView } from "../views";

export interface VersionsPage {
  document: DocumentView;
  place: Place;
  versions: RevisionView[];
  /** The one that was asked for, with what stood there. */
  shown: { version: RevisionView; content: ContentNode; people: PeopleNames; pictures: ShownPictures | null } | null;
  /** For bringing it back, so that a second tap does it once. */
  newPush: string;
  may: { write: Verdict; /** To see what changed since they were there. */ lookBack: boolean };
}

/** Versions of a text, and one of them to look at. @throws AppError as `accessDocument`, `not_found` for an absent version. */
export async function readVersions(ctx: Ctx, id: string, revisionId: string | null): Promise<VersionsPage> {
  const accessed = await accessDocument(ctx, id);
  const { document, relation } = accessed;
  const versions = await listRevisions(ctx, document);
  const version = versions.find((one) => one.id === revisionId);
  return {
    document: showDocument(document),
    place: await readPlace(ctx, accessed),
    versions,
    shown: revisionId && version ? { version, ...(await contentOf(ctx, document, revisionId)) } : null,
    newPush: crypto.randomUUID(),
    may: { write: mayWriteDocument(ctx.actor, relation), lookBack: signedIn(ctx.actor) },
  };
}

/** More names do not fit on a line. */
const namesAtMost = 2;

/** Versions of a text, the newest first, with who kept them and who wrote as this reader may see that. */
export async function listRevisions(ctx: Ctx, { id, spaceId }: { id: string; spaceId: string }): Promise<RevisionView[]> {
  const rows = await findRevisions(ctx, id);
  const author = await authorsIn(ctx, spaceId, [...new Set(rows.flatMap((row) => [...(row.byActor ? [row.byActor] : []), ...row.writers.slice(0, namesAtMost)]))]);
  return rows.map(({ id: revision, kind, name, byActor, writers, createdAt }) => {
    const names = writers.slice(0, namesAtMost).map((actorId) => author(actorId).name);
    return { id: revision, kind, name, by: byActor ? author(byActor) : null, writers: { names, more: writers.length - names.length }, at: createdAt.toISOString() };
  });
}

async function contentOf(ctx: Ctx, { id, spaceId }: { id: string; spaceId: string }, revisionId: string): Promise<Omit<NonNullable<VersionsPage["shown"]>, "version">> {
  const state = await stateOfRevision(ctx, id, revisionId);
  const { content } = await lanesOf(ctx.house).state.ask("projectState", { state }, 10_000);
  return { content, people: await namePeople(ctx, spaceId, content), pictures: await showPictures(ctx, id, content, documentHref(id)) };
}

export interface SettingsPage {
  document: DocumentView;
  place: Place;
  readers: SomeReaders;
  /** The licences that what it was made from allows; null when all may be chosen. */
  licences: { licences: string[]; because: string } | null;
  /** Whether an edition of it stands at a public address. */
  published: boolean;
  /** Since when it is a template of the leerplek; null when it is none. */
  template: string | null;
  may: { write: Verdict; trash: Verdict; keepTemplate: Verdict; takeBackTemplate: Verdict };
}

/** What the form for title and licence needs. @throws AppError as `accessDocument`. */
export async function readSettings(ctx: Ctx, id: string): Promise<SettingsPage> {
  const accessed = await accessDocument(ctx, id);
  const origin = await findOrigin(ctx, accessed.document.originEditionId);
  return {
    document: showDocument(accessed.document),
    place: await readPlace(ctx, accessed),
    readers: await whoReadsText(ctx, accessed),
    licences: origin && { licences: licencesAfter(origin.licence), because: origin.licence },
    published: (await findEditions(ctx, id)).some(({ withdrawnAt }) => !withdrawnAt),
    template: await templateSince(ctx, id),
    may: {
      write: mayWriteDocument(ctx.actor, accessed.relation),
      keepTemplate: mayKeepTemplate(ctx.actor, accessed.relation),
      takeBackTemplate: mayTakeBackTemplate(ctx.actor, accessed.relation),
      trash: mayTrashDocument(ctx.actor, accessed.relation, { began: accessed.document.authorActor === ctx.actor.actorId }),
    },
  };
}
