import { randomUUID } from "node:crypto";
import { accessGroup, readableGroups, whoReads, type Readers } from "~/features/groups/index.server";
import { accessSpace } from "~/features/spaces/index.server";
import { mayStartDiscussion, type DiscussionKind } from "~/permissions/discussions";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import type { DiscussionSummary } from "./lists/list-discussions.server";
import { similarQuestions } from "./questions/similar-questions.server";

/** What the page needs on which something is started. */
export interface StartForm {
  /** For the new conversation, so that sending twice starts one. */
  id: string;
  kind: DiscussionKind;
  /** Where the actor may do it, with who reads there; empty when nowhere yet. */
  groups: { id: string; name: string; readers: Readers }[];
  chosen: string | null;
  title: string;
  /** Learning questions that look like the title. */
  similar: DiscussionSummary[];
}

/**
 * The form to start a conversation, ask a learning question or announce something: in one group, in one of a leerplek, or in one of the actor's.
 * @throws AppError `sign_in`; for a group that was named, what stands in the way there.
 */
export async function readStartForm(ctx: Ctx, params: { kind: DiscussionKind; groupId?: string | null; slug?: string | null; title?: string | null }): Promise<StartForm> {
  if (!signedIn(ctx.actor)) throw new AppError("sign_in");
  const { kind } = params;
  const title = (params.title ?? "").slice(0, 200);
  const spaceId = params.slug ? (await accessSpace(ctx, { slug: params.slug })).space.id : undefined;
  const places = params.groupId ? [await accessGroup(ctx, addressId(params.groupId))] : [...(await readableGroups(ctx, spaceId ? { spaceId } : { mine: true })).values()];
  const verdicts = places.map((place) => mayStartDiscussion(ctx.actor, place.relation, kind));
  if (params.groupId && verdicts[0] !== true) throw new AppError(verdicts[0]!);
  const groups = [];
  for (const place of places.filter((_, index) => verdicts[index] === true)) {
    const name = params.groupId || places.every((one) => one.space.id === place.space.id) ? place.group.name : `${place.group.name} (${place.space.name})`;
    groups.push({ id: place.group.id, name, readers: await whoReads(ctx, place) });
  }
  groups.sort((a, b) => a.name.localeCompare(b.name, "nl"));
  return {
    id: randomUUID(),
    kind,
    groups,
    chosen: params.groupId ?? groups[0]?.id ?? null,
    title,
    similar: kind === "question" && title !== "" ? await similarQuestions(ctx, { title }) : [],
  };
}
