import { eq } from "drizzle-orm";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { person, spaceMembership } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { eraseAccount } from "~/features/accounts/index.server";
import { goodPassword } from "~/features/accounts/test/act-as";
import { tablesWith } from "~/features/accounts/test/tables-with";
import { foldDocuments } from "~/features/documents/index.server";
import "~/features/notifications/index.server";
import "~/features/partnership/index.server";
import "~/features/search/index.server";
import "~/features/shell/index.server";
import { allActions } from "~/platform/define-action.server";
import { handleFacts } from "~/platform/fact-handlers.server";
import { makeWorld } from "./access/make-world";
import { rows } from "./access/rows";
import { ctxFor, testHouse } from "./test-house";

const home = useDatabase();

/** What the author does, in this order, so that every feature keeps something of them. */
const deeds = [
  "accounts.set-email", "accounts.keep-draft", "accounts.request-email-reset", "space.change-shown-name", "group.join", "group.let-type", "discussion.add-picture", "discussion.post", "discussion.start", "discussion.mark-read", "question.support", "document.create", "document.comment", "document.add-picture", "document.push", "document.answer-naming", "document.change-proposal", "document.send-proposal",
  "document.name-revision", "experiment.start", "activity.sign-up", "moderation.ask-second-look", "notifications.choose-level", "notifications.choose-mail", "research.answer", "space.join",
];
/** Words of a name that nobody else has, also as search keeps them. */
const name = "Zoë Wissenaerts";
const trace = "wissenaer";
const email = "zoe.w@post.example";

/** Every file under a folder that holds one of the words. */
function filesWith(folder: string, words: string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => words.some((word) => `${file}\n${readFileSync(file, "latin1")}`.toLowerCase().includes(word.toLowerCase())));
}

test.each(["remove", "keep"] as const)("somebody who was in every room of the house goes, with words to %s: no table, no file and no search row knows them", { timeout: 120_000 }, async (words) => {
  const house = testHouse(home.database);
  const { db } = home.database;
  const world = await makeWorld(house);
  const { author } = world.people;
  await db.update(person).set({ name, email, emailConfirmedAt: house.now() }).where(eq(person.id, author.id));
  await db.update(spaceMembership).set({ shownName: name }).where(eq(spaceMembership.personId, author.id));
  const signed = words === "remove" ? ` Groeten, ${name}.` : "";
  const said: Record<string, Record<string, unknown>> = {
    "accounts.set-email": { email: "zoe.w2@post.example" },
    "accounts.keep-draft": { text: `Half${signed}` },
    "accounts.request-email-reset": { name: author.signInName },
    "space.change-shown-name": { shownName: name },
    "group.join": { shownName: "" },
    "space.join": { shownName: name },
    "discussion.post": { text: `Ik ook.${signed}` },
    "discussion.start": { text: `Wie kan er?${signed}`, title: `Zondag?${signed}` },
    "document.comment": { text: `Mooi.${signed}` },
    "document.change-proposal": { text: `Zo begint het anders.${signed}` },
    "document.send-proposal": { note: `Dit leest vlotter.${signed}` },
    // In a case that still waits their words stay as evidence, whatever they choose.
    "moderation.ask-second-look": { text: "Kijk nog eens." },
  };
  for (const deed of deeds) {
    const input = { ...rows[deed]!.input(world), ...said[deed] };
    await allActions().get(deed)!(await ctxFor(house, author.id), input).catch((cause: unknown) => {
      throw new Error(`${deed} was refused`, { cause });
    });
  }
  await foldDocuments(house);
  while ((await handleFacts(house)) > 0);
  const known = [trace, "zoe.w", author.signInName, author.id];
  const kept = await tablesWith(house, known);
  expect(kept).toEqual(expect.arrayContaining(["activity_sign_up", "draft", "group_membership", "mail_choice", "mail_outbox", "notice", "notice_level", "person", "reading_position", "session", "space_membership"]));

  await eraseAccount(await ctxFor(house, author.id), { currentPassword: goodPassword, words });
  while ((await handleFacts(house)) > 0);
  await foldDocuments(house);
  expect(await tablesWith(house, known)).toEqual([]);
  expect(filesWith(house.dataDir, known)).toEqual([]);
});
