import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { spaceMembership } from "#db/schema/index";
import { makeDiscussion } from "#db/factories/make-discussion";
import { useDatabase } from "#db/test/use-database";
import { defineAction } from "~/platform/define-action.server";
import {
  answerQuestion,
  changeBundle,
  closeDiscussion,
  discussionSubject,
  editMessage,
  makeBundle,
  messageSubject,
  pickUpQuestion,
  pinMessage,
  postMessage,
  putBackMessage,
  reactToMessage,
  removeMessage,
  supportQuestion,
} from "./index.server";
import { follow, openPage, shown } from "./test/live-page";
import { makeScene, newMessage, type Scene } from "./test/scene";

/** Every action: a page that was open and got its facts shows the same as a page that is loaded afterwards. */
const home = useDatabase();

/** Calls what moderation calls inside an action of its own. */
const moderate = defineAction({
  name: "test.moderate",
  input: z.strictObject({ what: z.enum(["hide", "remove", "label", "hide-discussion", "lock"]), id: z.string(), before: z.record(z.string(), z.unknown()).nullable() }),
  load: async () => null,
  allow: () => true,
  run: async (ctx, { input, fact }) => {
    const measure =
      input.what === "hide-discussion" ? discussionSubject.measures.hide
      : input.what === "lock" ? discussionSubject.measures.lock
      : messageSubject.measures[input.what];
    return input.before ? void (await measure.undo(ctx, input.id, input.before, fact)) : measure.apply(ctx, input.id, fact);
  },
});

interface Steps {
  scene: Scene;
  /** Ids of messages 1 and 2: by Jef, and Noor's answer to it. */
  first: string;
  second: string;
}

const actions: [name: string, act: (given: Steps) => Promise<unknown>][] = [
  ["a message is posted", async ({ scene }) => postMessage(await scene.as(scene.jef), newMessage(scene.discussion))],
  ["a message is answered", async ({ scene, second }) => postMessage(await scene.as(scene.jef), { ...newMessage(scene.discussion), replyTo: second })],
  ["a quoted message is edited", async ({ scene, first }) => editMessage(await scene.as(scene.jef), { id: first, text: "Toch anders", rev: 1 })],
  ["a quoted message is taken back", async ({ scene, first }) => removeMessage(await scene.as(scene.jef), { id: first })],
  [
    "a quoted message is taken back, and put back",
    async ({ scene, first }) => {
      const ctx = await scene.as(scene.jef);
      await removeMessage(ctx, { id: first });
      await putBackMessage(ctx, { id: first });
    },
  ],
  ["a quoted message is hidden", async ({ scene, first }) => moderate(await scene.as(scene.fatima), { what: "hide", id: first, before: null })],
  [
    "a message is hidden, and given back with what it was",
    async ({ scene, first }) => {
      const ctx = await scene.as(scene.fatima);
      const before = await moderate(ctx, { what: "hide", id: first, before: null });
      expect(before).toEqual({ state: "visible" });
      await moderate(ctx, { what: "hide", id: first, before });
    },
  ],
  ["somebody reacts to a message that is quoted", async ({ scene, first }) => reactToMessage(await scene.as(scene.noor), { id: first, kind: "thanks", on: true })],
  [
    "somebody takes a reaction back",
    async ({ scene, first }) => {
      const ctx = await scene.as(scene.noor);
      await reactToMessage(ctx, { id: first, kind: "clear", on: true });
      await reactToMessage(ctx, { id: first, kind: "clear", on: false });
    },
  ],
  ["a message gets a remark", async ({ scene, first }) => moderate(await scene.as(scene.fatima), { what: "label", id: first, before: null })],
  ["a message is put at the top", async ({ scene, first }) => pinMessage(await scene.as(scene.fatima), { id: first, on: true })],
  ["the conversation is closed with a summary", async ({ scene }) => closeDiscussion(await scene.as(scene.fatima), { discussion: scene.discussion.id, open: false, summary: "We rijden **samen**." })],
  ["the conversation is locked", async ({ scene }) => moderate(await scene.as(scene.fatima), { what: "lock", id: scene.discussion.id, before: null })],
  ["the conversation is closed", async ({ scene }) => closeDiscussion(await scene.as(scene.fatima), { discussion: scene.discussion.id, open: false })],
  [
    "the conversation is closed and opened again",
    async ({ scene }) => {
      const ctx = await scene.as(scene.fatima);
      await closeDiscussion(ctx, { discussion: scene.discussion.id, open: false });
      await closeDiscussion(ctx, { discussion: scene.discussion.id, open: true });
    },
  ],
  ["somebody wants to learn it too", async ({ scene }) => supportQuestion(await scene.as(scene.jef), { discussion: scene.discussion.id, want: true })],
  [
    "somebody no longer wants to learn it",
    async ({ scene }) => {
      const ctx = await scene.as(scene.jef);
      await supportQuestion(ctx, { discussion: scene.discussion.id, want: true });
      await supportQuestion(ctx, { discussion: scene.discussion.id, want: false });
    },
  ],
  ["the question is picked up", async ({ scene }) => pickUpQuestion(await scene.as(scene.fatima), { discussion: scene.discussion.id })],
  ["the question is answered", async ({ scene, first }) => answerQuestion(await scene.as(scene.fatima), { discussion: scene.discussion.id, toKind: "message", toId: first })],
  ["the question is bundled", bundle],
  [
    "the question is bundled and taken out again",
    async (given) => {
      const { scene } = given;
      const { id, other } = await bundle(given);
      await changeBundle(await scene.as(scene.fatima), { id, title: "Samen rijden", questions: [other], rev: 1 });
    },
  ],
];

async function bundle({ scene }: Steps) {
  const elsewhere = await makeSceneBeside(scene);
  const id = crypto.randomUUID();
  await makeBundle(await scene.as(scene.fatima), { id, spaceId: scene.space.id, title: "Samen rijden", questions: [scene.discussion.id, elsewhere.id] });
  return { id, other: elsewhere.id };
}

/** Another question in the same leerplek. */
async function makeSceneBeside(scene: Scene) {
  return makeDiscussion(home.database.db, { group: scene.group, authorActor: scene.jef.actorId, kind: "question", title: "Hoe boek ik een treinticket?" });
}

test.each(actions)("when %s, an open page ends as a freshly loaded one", async (_name, act) => {
  const scene = await makeScene(home.database, { kind: "question" });
  const first = await postMessage(await scene.as(scene.jef), newMessage(scene.discussion, "Het eerste bericht"));
  const second = await postMessage(await scene.as(scene.noor), { ...newMessage(scene.discussion, "Een antwoord"), replyTo: first.row.id });
  const reader = await scene.as(scene.noor);
  const open = await openPage(reader, scene.discussion.id);
  await act({ scene, first: first.row.id, second: second.row.id });
  const after = await follow(reader, scene.group.id, open);
  expect(shown(after)).toEqual(shown(await openPage(reader, scene.discussion.id)));
  expect(after.n).toBeGreaterThan(open.n);
});

test("a reader without an account who follows over plain http sees no name that a page would not show", async () => {
  const scene = await makeScene(home.database);
  const nobody = await scene.as(null);
  const open = await openPage(nobody, scene.discussion.id);
  await postMessage(await scene.as(scene.noor), newMessage(scene.discussion));
  await home.database.db.update(spaceMembership).set({ nameForEveryone: true }).where(eq(spaceMembership.personId, scene.jef.id));
  await postMessage(await scene.as(scene.jef), newMessage(scene.discussion));
  await postMessage(await scene.as(scene.fatima), newMessage(scene.discussion));
  const after = await follow(nobody, scene.group.id, open);
  expect(shown(after)).toEqual(shown(await openPage(nobody, scene.discussion.id)));
  expect(shown(after).messages.map((message) => [message.author.name, message.author.staff])).toEqual([
    [null, null],
    ["Jef", null],
    ["Fatima", "buurtwerker, Gemeente Proefdorp"],
  ]);
});

test("when the whole conversation is hidden, the open page learns that it is gone and nothing else of it travels", async () => {
  const scene = await makeScene(home.database);
  const posted = await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, "Een geheim"));
  const reader = await scene.as(scene.jef);
  const open = await openPage(reader, scene.discussion.id);
  await moderate(await scene.as(scene.fatima), { what: "hide-discussion", id: scene.discussion.id, before: null });
  const after = await follow(reader, scene.group.id, { n: open.n - 1, state: open.state });
  expect(after.state.discussion.gone).toBe("hidden");
  const late = await follow(reader, scene.group.id, { n: 0, state: { ...open.state, messages: new Map() } });
  expect(JSON.stringify([...late.state.messages.values()])).not.toContain("geheim");
  expect(posted.row.number).toBe(1);
});
