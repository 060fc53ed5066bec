import { and, eq, sql } from "drizzle-orm";
import { message as messageTable, spaceMembership } from "#db/schema/index";
import type { DemoDiscussion, DemoMessage, DemoSpace } from "#db/seed/regions/demonstration";
import { addPicture, answerQuestion, closeDiscussion, pickUpQuestion, pinMessage, postMessage, reactToMessage, startDiscussion, supportQuestion, typeIn } from "~/features/discussions/index.server";
import { letType } from "~/features/groups/index.server";
import { drawPicture } from "./draw-picture";
import { firstJoined } from "./groups";
import { openHours, stewardOf } from "./spaces";
import { earliest, hours, latest, minutes, type Stage, type Step } from "./stage";

type Answer = NonNullable<NonNullable<DemoDiscussion["question"]>["answer"]>;

/**
 * Conversations, announcements and learning questions with everything that was written, supported, picked up and answered.
 * @param answersFrom when a text, activity or experiment could first be pointed at as an answer
 */
export function talkSteps(stage: Stage, space: DemoSpace, answersFrom: (answer: Answer) => Date): Step[] {
  return space.discussions.flatMap((discussion) => [...messageSteps(stage, space, discussion), ...reactionSteps(stage, space, discussion), ...questionSteps(stage, space, discussion, answersFrom)]);
}

function reactionSteps(stage: Stage, space: DemoSpace, discussion: DemoDiscussion): Step[] {
  const given = discussion.messages.flatMap((one, place) => Object.entries(one.reactions ?? {}).flatMap(([kind, people]) => people.map((person) => ({ one, place, kind, person }))));
  return given.map(({ one, place, kind, person }, index) => ({
    at: minutes(stage.at(one), 3 + index),
    what: `${space.key}: ${person} reacts in ${discussion.key}`,
    act: () => reactToMessage(stage.as(person), { id: stage.id("message", space.key, keyOf(discussion, place)), kind, on: true }),
  }));
}

function messageSteps(stage: Stage, space: DemoSpace, discussion: DemoDiscussion): Step[] {
  const id = stage.id("discussion", space.key, discussion.key);
  const [first, ...others] = discussion.messages;
  const steps: Step[] = [
    {
      at: stage.at(first!),
      what: `${space.key}: ${first!.by} starts ${discussion.key}`,
      act: async () => {
        const { kind, title } = discussion;
        await startDiscussion(stage.as(first!.by), { id, groupId: stage.id("group", space.key, discussion.group), kind, title, text: first!.text });
        const [opening] = await stage.db.select({ id: messageTable.id }).from(messageTable).where(and(eq(messageTable.discussionId, id), eq(messageTable.number, 1)));
        stage.noteId(opening!.id, "message", space.key, keyOf(discussion, 0));
      },
    },
    ...others.map((one, place): Step => ({
      at: stage.at(one),
      what: `${space.key}: ${one.by} writes in ${discussion.key}`,
      act: () => {
        const written = { id: stage.id("message", space.key, keyOf(discussion, place + 1)), discussion: id, text: one.text };
        if (one.typedBy) return typeFor(stage, { space, discussion, by: one.by, typedBy: one.typedBy }, written);
        return postFor(stage, one, { ...written, replyTo: one.replyTo ? stage.id("message", space.key, one.replyTo) : null });
      },
    })),
  ];
  discussion.messages.forEach((one, place) => {
    if (!one.pinned) return;
    const pin = () => pinMessage(stage.as(stewardOf(space)), { id: stage.id("message", space.key, keyOf(discussion, place)), on: true });
    steps.push({ at: minutes(stage.at(one), 30), what: `${space.key}: a message of ${discussion.key} is put at the top`, act: pin });
  });
  if (discussion.state === "closed") {
    const at = earliest(hours(stage.at(discussion.messages.at(-1)!), 20), openHours(stage, space).until);
    steps.push({ at, what: `${space.key}: ${discussion.key} is closed`, act: () => closeDiscussion(stage.as(stewardOf(space)), { discussion: id, open: false, summary: discussion.summary }) });
  }
  return steps;
}

async function postFor(stage: Stage, { by, picture }: DemoMessage, written: { id: string; discussion: string; text: string; replyTo: string | null }): Promise<void> {
  const brought = picture && (await addPicture(stage.as(by), { discussion: written.discussion, file: await drawPicture(picture.shows) }));
  await postMessage(stage.as(by), { ...written, ...(brought ? { picture: { id: brought.id, alt: picture.alt } } : {}) });
}

/** Somebody says that a facilitator may type for them, and hands in a slip. */
async function typeFor(stage: Stage, given: { space: DemoSpace; discussion: DemoDiscussion; by: string; typedBy: string }, written: { id: string; discussion: string; text: string }): Promise<void> {
  const { space, discussion, by, typedBy } = given;
  await letType(stage.as(by), { groupId: stage.id("group", space.key, discussion.group), allowed: "yes" });
  const [its] = await stage.db
    .select({ id: spaceMembership.id })
    .from(spaceMembership)
    .where(and(eq(spaceMembership.spaceId, stage.id("space", space.key)), eq(spaceMembership.personId, stage.player(by).personId)));
  await typeIn({ ...stage.as(typedBy), channel: "paper" }, { ...written, member: its!.id });
}

/** A message by the key that the demonstration gave it, else by its place. */
function keyOf(discussion: DemoDiscussion, place: number): string {
  return discussion.messages[place]!.key ?? `${discussion.key}#${place + 1}`;
}

function questionSteps(stage: Stage, space: DemoSpace, discussion: DemoDiscussion, answersFrom: (answer: Answer) => Date): Step[] {
  const { question, key } = discussion;
  if (!question) return [];
  const id = stage.id("discussion", space.key, key);
  const asked = stage.at(discussion.messages[0]!);
  const open = openHours(stage, space);
  const joined = firstJoined(stage, space);
  const steps = question.supporters.map((person, place): Step => {
    const there = joined.get(person) ?? open.from;
    return {
      at: earliest(latest(hours(asked, 2 + place * 5), minutes(there, 15)), open.until),
      what: `${space.key}: ${person} wants to learn ${key} too`,
      act: () => supportQuestion(stage.as(person), { discussion: id, want: true }),
    };
  });
  const { pickedUpBy } = question;
  if (!pickedUpBy) return steps;
  const words = discussion.messages.map((one, place) => ({ ...one, place })).filter(({ by }) => by === pickedUpBy);
  const picked = words.length > 0 ? minutes(stage.at(words[0]!), -1) : earliest(hours(asked, 40), open.until);
  steps.push({ at: picked, what: `${space.key}: ${pickedUpBy} picks up ${key}`, act: () => pickUpQuestion(stage.as(pickedUpBy), { discussion: id }) });
  if (question.state === "answered") {
    const last = words.at(-1) ?? { ...discussion.messages.at(-1)!, place: discussion.messages.length - 1 };
    const answer: Answer = question.answer ?? { kind: "message", key: keyOf(discussion, last.place) };
    steps.push({
      at: latest(minutes(stage.at(last), 1), ...(answer.kind === "message" ? [] : [answersFrom(answer)])),
      what: `${space.key}: ${key} is answered`,
      act: () => answerQuestion(stage.as(pickedUpBy), { discussion: id, toKind: answer.kind, toId: stage.id(answer.kind, space.key, answer.key) }),
    });
  }
  return steps;
}

/** Members read along: what is older than a few days is known to them, so that the start page shows what is new. */
export async function readAlong(stage: Stage, until: Date): Promise<void> {
  await stage.db.execute(sql`
    INSERT INTO reading_position (person_id, discussion_id, seen, at)
    SELECT gm.person_id, m.discussion_id, int4multirange(int4range(1, max(m.number), '[]')), max(m.created_at) + interval '5 hours'
    FROM group_membership gm JOIN message m ON m.group_id = gm.group_id
    WHERE m.created_at < ${until.toISOString()}::timestamptz AND gm.ended_at IS NULL
    GROUP BY gm.person_id, m.discussion_id
    ON CONFLICT (person_id, discussion_id) DO UPDATE SET seen = reading_position.seen + excluded.seen`);
}
