import { accessGroupMember, type AccessedGroupMember } from "~/features/groups/index.server";
import { mayPost, mayTypeIn, type TypedFor } from "~/permissions/discussions";
import { mayRunGroup } from "~/permissions/groups";
import { anonymous, type Actor } from "~/platform/actor";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import { aboutFact, accessDiscussion, accessDiscussions, type AccessedDiscussion } from "../access-discussion.server";
import { isSame, numberMessages, writeMessages } from "../writing/add-messages.server";
import { typedForYou } from "../facts";
import { TypeInInput } from "../input";
import { findMessages, type MessageRow } from "../queries.server";

interface Loaded {
  accessed: AccessedDiscussion;
  /** Null for somebody who is no member any more, and for an actor who may not run the group: they hear of no member. */
  member: { actor: Actor; accessed: AccessedDiscussion | null; asked: TypedFor } | null;
  /** The message that has this id already. */
  earlier: MessageRow | null;
}

/**
 * Types in what a member of the group wrote on paper: the message is theirs, and says who typed it. They hear of it, and
 * may change or remove it as their own. Sending it again, with the same id, gives the first result.
 * @throws AppError `not_agreed` for a member who did not agree; `not_yourself`; `not_found` for who is no member;
 * `already_done` when the id was used for something else; `closed`, `muted`, `forbidden` … from the rule.
 */
export const typeIn = defineAction({
  name: "discussion.type-in",
  input: TypeInInput,
  limit: perPerson(30, "minute"),
  load: async (ctx, input): Promise<Loaded> => {
    const seen = await accessDiscussion({ ...ctx, writing: false }, input.discussion);
    const found = mayRunGroup(ctx.actor, seen.relation.group) === true ? await accessGroupMember(ctx, seen.group.id, input.member) : null;
    const author = found?.member.takesPart ? actorOf(found) : null;
    // What grants the right to both is held until the commit, the conversation last.
    const [accessed, theirs] = await accessDiscussions(ctx, [ctx.actor, ...(author ? [author] : [])].map((actor) => ({ actor, id: input.discussion })));
    if (accessed instanceof AppError) throw accessed;
    const [earlier = null] = await findMessages(ctx, [input.id]);
    return { accessed: accessed!, member: found && author && theirs ? { actor: author, ...judge(ctx, found, author, theirs) } : null, earlier };
  },
  allow: (actor, { accessed, member, earlier }, input) => {
    const verdict = mayTypeIn(actor, accessed.relation, member?.asked ?? null);
    if (verdict !== true || !earlier) return verdict;
    return earlier.typedByActor === actor.actorId && isSame(earlier, member!.actor.actorId, input) ? true : "already_done";
  },
  run: async (ctx, { input, loaded: { accessed: typist, member, earlier }, fact }) => {
    if (earlier) return { row: earlier };
    const { actor, accessed } = member!;
    const numbered = numberMessages(ctx, [{ id: input.id, text: input.text, actor, typedBy: ctx.actor.actorId!, accessed: accessed!, target: null, mentions: null, fact }]);
    await writeMessages(ctx, numbered);
    const row = numbered.rows[0] as MessageRow;
    fact(typedForYou, { ...aboutFact(typist, { kind: "message", id: row.id }), stream: streamId("person", actor.actorId!), data: { discussion: row.discussionId, number: row.number } });
    return { row };
  },
});

function actorOf({ member }: AccessedGroupMember): Actor {
  return { ...anonymous, personId: member.personId, actorId: member.actorId };
}

/** How the member stands to it. */
function judge(ctx: Ctx, { member }: AccessedGroupMember, actor: Actor, theirs: AccessedDiscussion | AppError): Pick<NonNullable<Loaded["member"]>, "accessed" | "asked"> {
  const self = member.personId === ctx.actor.personId;
  const agreed = member.mayBeTypedFor;
  if (theirs instanceof AppError) return { accessed: null, asked: { self, agreed, mayPost: theirs.code } };
  return { accessed: theirs, asked: { self, agreed, mayPost: mayPost(actor, theirs.relation) } };
}
