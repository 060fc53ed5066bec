import type { StoredMention } from "#db/schema/index";
import { namesInGroups } from "~/features/groups/index.server";
import { findMentions, mayNameSomebody } from "~/features/groups/mentions/find-mentions";
import { mayCallGroup, type DiscussionRelation } from "~/permissions/discussions";
import type { Actor, Ctx } from "~/platform/ctx.server";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { aboutFact, type AccessedDiscussion } from "../access-discussion.server";
import { groupCalled, mentionForYou } from "../facts";
import type { MessageRow } from "../queries.server";

/** Who is named in each text, among the members of its group; null for nobody. Who is outside the group cannot be named. */
export async function resolveMentions(
  ctx: Ctx,
  given: readonly { text: string; actor: Actor; accessed: { discussion: { groupId: string }; relation: DiscussionRelation } }[],
): Promise<(StoredMention[] | null)[]> {
  const naming = given.filter(({ text }) => mayNameSomebody(text));
  if (naming.length === 0) return given.map(() => null);
  const people = await namesInGroups(ctx, [...new Set(naming.map(({ accessed }) => accessed.discussion.groupId))]);
  return given.map(({ text, actor, accessed: { discussion, relation } }) => {
    const found = mayNameSomebody(text) ? findMentions(text, people.get(discussion.groupId) ?? [], mayCallGroup(actor, relation) === true) : [];
    return found.length > 0 ? found : null;
  });
}

/** Tells who is named now and was not before, in person, but nobody whom `told` names; a call to the whole group is told to the group. */
export function tellMentioned(
  row: Pick<MessageRow, "id" | "number" | "mentions">,
  { accessed, actor, before, told, fact }: { accessed: Pick<AccessedDiscussion, "discussion" | "relation">; actor: Actor; before: StoredMention[] | null; told: ReadonlySet<string>; fact: FactWriter },
): void {
  const about = aboutFact(accessed, { kind: "message", id: row.id });
  const data = { discussion: accessed.discussion.id, number: row.number };
  const known = new Set((before ?? []).map((one) => one.actor));
  const named = new Set((row.mentions ?? []).map((one) => one.actor).filter((one) => !known.has(one)));
  if (named.has(null)) return fact(groupCalled, { ...about, data });
  for (const one of named) if (one !== null && one !== actor.actorId && !told.has(one)) fact(mentionForYou, { ...about, stream: streamId("person", one), data });
}
