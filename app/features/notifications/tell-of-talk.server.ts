import { accessDiscussions } from "~/features/discussions/index.server";
import { membersOf } from "~/features/groups/index.server";
import { defaultLevel } from "~/permissions/notifications";
import { anonymous } from "~/platform/actor";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { onFact, onFacts, type StoredFact } from "~/platform/fact-handlers.server";
import { parseStream } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { choicesAbout, levelsAmong } from "./levels/levels.server";
import { noteTalk, type TalkKind, type TalkNews } from "./note-talk.server";
import { peopleOf } from "./people.server";

/** Messages of one conversation that wait together to be told of. */
interface Posts {
  discussionId: string;
  groupId: string;
  spaceId: string;
  posts: { number: number; by: string | null }[];
}

/** Everything that is written, for those who chose to hear everything. Many messages at once are one line. */
onFacts("discussion.message-posted", async (ctx, facts, write) => {
  const talks = new Map<string, Posts>();
  for (const fact of facts) {
    const { discussion, number } = fact.data as { discussion: string; number: number };
    const talk = talks.get(discussion) ?? { discussionId: discussion, groupId: fact.groupId!, spaceId: fact.spaceId!, posts: [] };
    talk.posts.push({ number, by: fact.actorId });
    talks.set(discussion, talk);
  }
  const choices = await choicesAbout(ctx, [...talks.values()].flatMap(({ discussionId, groupId, spaceId }) => [discussionId, groupId, spaceId]));
  if (!choices.some((one) => one.level === "all")) return;
  const people = new Map((await peopleOf(ctx, { personIds: choices.map((one) => one.personId) })).map((one) => [one.personId, one]));
  const news: TalkNews[] = [];
  for (const { discussionId, groupId, spaceId, posts } of talks.values()) {
    for (const [personId, level] of levelsAmong(choices, { discussion: discussionId, group: groupId, space: spaceId })) {
      const to = people.get(personId);
      const others = posts.filter((post) => post.by !== to?.actorId).map((post) => post.number);
      if (level !== "all" || !to || others.length === 0) continue;
      news.push({ to, kind: "discussion.message-posted", spaceId, discussionId, since: Math.min(...others), upTo: Math.max(...others), href: `/gesprekken/${discussionId}` });
    }
  }
  await noteTalk(ctx, await readable(ctx, news), write);
});

/** An answer to somebody, or under their question; a message that names them. */
for (const kind of ["discussion.reply-for-you", "discussion.mention-for-you"] as const) {
  onFact(kind, (ctx, fact, write) => tell(ctx, fact, [parseStream(fact.stream!)!.id], { kind, ...messageOf(fact) }, write));
}

/** A message that calls everyone in the group. */
onFact("discussion.group-called", async (ctx, fact, write) => {
  const to = (await membersOf(ctx, fact.groupId!)).filter((actorId) => actorId !== fact.actorId);
  await tell(ctx, fact, to, { kind: "discussion.group-called", ...messageOf(fact) }, write);
});

function messageOf(fact: StoredFact): { discussionId: string; number: number; href: string } {
  const { discussion: discussionId, number } = fact.data as { discussion: string; number: number };
  return { discussionId, number, href: `/gesprekken/${discussionId}?vanaf=${number}#bericht-${number}` };
}

/** An announcement, for everyone in the group. */
onFact("discussion.announced", async (ctx, fact, write) => {
  const discussionId = fact.objectId!;
  const to = (await membersOf(ctx, fact.groupId!)).filter((actorId) => actorId !== fact.actorId);
  await tell(ctx, fact, to, { kind: "discussion.announced", discussionId, number: 1, href: `/gesprekken/${discussionId}` }, write);
});

/** Tells these actors of one message, but those who want to hear nothing of the place or may not read it any more. */
async function tell(ctx: Ctx, fact: StoredFact, to: string[], about: { kind: TalkKind; discussionId: string; number: number; href: string }, write: FactWriter): Promise<void> {
  const { discussionId, number, kind, href } = about;
  const around = { discussion: discussionId, group: fact.groupId, space: fact.spaceId };
  const levels = levelsAmong(await choicesAbout(ctx, [discussionId, fact.groupId!, fact.spaceId!]), around);
  const people = (await peopleOf(ctx, { actorIds: to })).filter((one) => (levels.get(one.personId) ?? defaultLevel) !== "none");
  const news = people.map((to) => ({ to, kind, spaceId: fact.spaceId!, discussionId, since: number, upTo: number, href }));
  await noteTalk(ctx, await readable(ctx, news), write);
}

/** Leaves out what is for people who may not read the conversation now: judged by the very rule of its page. */
async function readable(ctx: Ctx, news: TalkNews[]): Promise<TalkNews[]> {
  const reading = { ...ctx, writing: false };
  const accessed = await accessDiscussions(reading, news.map(({ to, discussionId }) => ({ actor: { ...anonymous, personId: to.personId, actorId: to.actorId }, id: discussionId })), false);
  return news.filter((_, index) => !(accessed[index] instanceof AppError));
}
