import { readFileSync } from "node:fs";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { discussion as discussionTable, groupMembership, mailOutbox, message, person, replyAddress, standing, theme } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { editMessage } from "~/features/discussions/index.server";
import { AppError } from "~/platform/codes";
import { limits } from "~/platform/limits";
import { ctxOfHouse, testHouse } from "~/platform/test/test-house";
import { deliverMail, forgetReplyAddresses } from "../index.server";
import { makeAnswers, mailOf } from "./test/answers";
import { takeAnswer } from "./take-answer.server";

const home = useDatabase();
const written = () => home.database.db.select().from(message).orderBy(asc(message.number));
const told = async () => (await home.database.db.select().from(mailOutbox)).filter((one) => one.kind === "notifications.about-answer");

test("an answer to a letter comes into the conversation, under the name of who answers, once however often the mail comes", async () => {
  const { house, jef, letter, discussion } = await makeAnswers(home.database);
  expect(letter.replyTo).toMatchObject({ address: expect.stringMatching(/^antwoord\+[a-z2-7]{40}@antwoord\.example$/) });
  expect(String(letter.text)).toMatch(/^## Schrijf je antwoord boven deze lijn ##\n\nDag\n/);
  const raw = mailOf({ to: letter.replyTo.address, text: "Ik rijd mee.\n\nVerstuurd vanaf mijn iPhone" });
  expect(await Promise.all([takeAnswer(house, { raw }), takeAnswer(house, { raw })])).toEqual(["posted", "posted"]);
  expect(await takeAnswer(house, { raw })).toBe("posted");
  expect((await written()).filter((one) => one.authorActor === jef.actorId)).toMatchObject([{ discussionId: discussion.id, text: "Ik rijd mee.", typedByActor: null }]);
  expect(await told()).toEqual([]);
});

test("the secret of an address is kept as a hash, and the letter forgets it when it is sent", async () => {
  const { letter } = await makeAnswers(home.database);
  const token = /\+([a-z2-7]{40})@/.exec(letter.replyTo.address)![1]!;
  const [rows, letters] = [await home.database.db.select().from(replyAddress), await home.database.db.select().from(mailOutbox)];
  expect(rows).toHaveLength(1);
  expect(JSON.stringify([rows, letters])).not.toContain(token);
});

test("each mail has an address of its own", async () => {
  const { letter, nextLetter } = await makeAnswers(home.database);
  expect((await nextLetter()).replyTo.address).not.toBe(letter.replyTo.address);
});

test("a changed message stays as it was changed when the mail comes once more", async () => {
  const { house, jef, as, letter } = await makeAnswers(home.database);
  const raw = mailOf({ to: letter.replyTo.address, text: "Ik rijd mee." });
  await takeAnswer(house, { raw });
  const [mine] = (await written()).filter((one) => one.authorActor === jef.actorId);
  await editMessage(await as(jef), { id: mine!.id, text: "Toch niet.", rev: mine!.rev });
  expect(await takeAnswer(house, { raw })).toBe("posted");
  expect((await written()).filter((one) => one.authorActor === jef.actorId).map((one) => one.text)).toEqual(["Toch niet."]);
  expect(await told()).toEqual([]);
});

test.each(["gmail-web-nl", "outlook-desktop-nl", "apple-iphone-nl", "thunderbird-below-nl"])("%s, as it comes in, is a message", async (name) => {
  const { house, jef, letter } = await makeAnswers(home.database);
  const raw = readFileSync(join(import.meta.dirname, "test", "mails", `${name}.eml`), "latin1").replaceAll(`antwoord+${"k".repeat(20)}${"7".repeat(20)}@antwoord.example`, letter.replyTo.address);
  expect(await takeAnswer(house, { raw: Buffer.from(raw, "latin1") })).toBe("posted");
  const [mine] = (await written()).filter((one) => one.authorActor === jef.actorId);
  expect(mine!.text).not.toMatch(/Leerhoek|antwoord\+|iPhone|057 12/);
});

test("the right address from another sender is not posted, and the sender hears what to do, without a word of the conversation", async () => {
  const { house, letter, jef } = await makeAnswers(home.database);
  expect(await takeAnswer(house, { raw: mailOf({ to: letter.replyTo.address, from: "ander@post.example", text: "Ik ook." }) })).toBe("told");
  expect((await written()).filter((one) => one.authorActor === jef.actorId)).toEqual([]);
  const [letterBack, ...more] = await told();
  expect(more).toEqual([]);
  expect(letterBack).toMatchObject({ address: "ander@post.example", personId: jef.id, subject: "Leerhoek: over je antwoord per mail" });
  expect(letterBack!.body).toContain("vanaf een ander e-mailadres");
  for (const word of ["buurtbus", "zaterdag", "jef@post.example", "gesprekken/"]) expect(letterBack!.body).not.toContain(word);
});

test("the right sender without the secret posts nothing, and hears that the address does not work; a stranger hears nothing", async () => {
  const { house, jef } = await makeAnswers(home.database);
  const guessed = `antwoord+${"a".repeat(40)}@antwoord.example`;
  expect(await takeAnswer(house, { raw: mailOf({ to: guessed, text: "Ik ook." }) })).toBe("told");
  expect(await takeAnswer(house, { raw: mailOf({ to: "antwoord@antwoord.example", text: "Ik ook.", id: "2" }) })).toBe("told");
  expect(await takeAnswer(house, { raw: mailOf({ to: guessed, from: "wie@post.example", text: "Ik ook.", id: "3" }) })).toBe("ignored");
  expect((await told()).map((one) => [one.address, /werkt niet meer/.test(one.body)])).toEqual([["jef@post.example", true], ["jef@post.example", true]]);
  expect((await written()).filter((one) => one.authorActor === jef.actorId)).toEqual([]);
});

const late = new Date(Date.parse("2025-11-21T07:00:00Z") + limits.replyAddressKept * 1_000 + 1);
type Scene = Awaited<ReturnType<typeof makeAnswers>>;
test.each<[string, (scene: Scene) => Promise<unknown>, string]>([
  ["the address is past its time", async ({ house }) => house.setNow(late), "werkt niet meer"],
  ["the person left the group", ({ jef }) => home.database.db.update(groupMembership).set({ endedAt: new Date(), endedBecause: "left" }).where(eq(groupMembership.personId, jef.id)), "Word eerst lid van deze groep"],
  ["the person left and came back", ({ jef }) => home.database.db.update(groupMembership).set({ joinedAt: new Date("2025-11-22T00:00:00Z") }).where(eq(groupMembership.personId, jef.id)), "werkt niet meer"],
  ["the person only reads along now", ({ jef }) => home.database.db.update(groupMembership).set({ mayWrite: false }).where(eq(groupMembership.personId, jef.id)), "begeleider"],
  ["the person is muted", ({ jef, space }) => home.database.db.insert(standing).values({ personId: jef.id, kind: "mute", scopeKind: "space", scopeId: space.id }), "even niet schrijven"],
  ["the conversation is closed", ({ discussion }) => home.database.db.update(discussionTable).set({ state: "closed" }).where(eq(discussionTable.id, discussion.id)), "Dit is afgesloten"],
  ["the conversation was hidden", ({ discussion }) => home.database.db.update(discussionTable).set({ moderation: "hidden" }).where(eq(discussionTable.id, discussion.id)), "Dit gesprek is er niet meer"],
])("when %s, nothing is posted and the writer hears why", async (_when, happen, why) => {
  const scene = await makeAnswers(home.database);
  await happen(scene);
  expect(await takeAnswer(scene.house, { raw: mailOf({ to: scene.letter.replyTo.address, text: "Ik ook." }) })).toBe("told");
  expect((await written()).filter((one) => one.authorActor === scene.jef.actorId)).toEqual([]);
  const letters = await told();
  expect(letters.map((one) => one.body)).toEqual([expect.stringContaining(why)]);
});

test("after a change of e-mail address the old letters answer nothing, from neither address; nor does an account that is gone or put out of use", async () => {
  const { house, jef, letter } = await makeAnswers(home.database);
  const answer = (from: string, id: string) => takeAnswer(house, { raw: mailOf({ to: letter.replyTo.address, from, text: "Ik ook.", id }) });
  await home.database.db.update(person).set({ disabledAt: new Date() }).where(eq(person.id, jef.id));
  expect(await answer("jef@post.example", "1")).toBe("ignored");
  await home.database.db.update(person).set({ disabledAt: null, email: "nieuw@post.example" }).where(eq(person.id, jef.id));
  expect([await answer("jef@post.example", "2"), await answer("nieuw@post.example", "3")]).toEqual(["ignored", "told"]);
  await home.database.db.delete(person).where(eq(person.id, jef.id));
  expect(await answer("jef@post.example", "4")).toBe("ignored");
  expect([await written(), await home.database.db.select().from(replyAddress)]).toEqual([expect.not.arrayContaining([expect.objectContaining({ authorActor: jef.actorId })]), []]);
});

test("an empty and an endless answer are told back with what to do; a file that hangs on is left out with a word about it", async () => {
  const { house, letter } = await makeAnswers(home.database);
  const to = letter.replyTo.address;
  expect(await takeAnswer(house, { raw: mailOf({ to, text: "> ## Schrijf je antwoord boven deze lijn ##\n> Dag", id: "1" }) })).toBe("told");
  expect(await takeAnswer(house, { raw: mailOf({ to, text: "a ".repeat(limits.messageCharacters), id: "2" }) })).toBe("told");
  expect(await takeAnswer(house, { raw: mailOf({ to, text: "Kijk", id: "3", attachment: true }) })).toBe("posted");
  expect((await told()).map((one) => one.body.split("\n")[2])).toEqual([expect.stringContaining("geen tekst van jou"), expect.stringContaining("10000 letters"), expect.stringContaining("niet meegekomen")]);
  expect((await written()).at(-1)).toMatchObject({ text: "Kijk" });
});

test("programs are not answered and do not post, and nobody gets more than a few such letters in a day, which say that a program wrote them", async () => {
  const { house, letter, letters, post } = await makeAnswers(home.database);
  const to = letter.replyTo.address;
  for (const head of ["Auto-Submitted: auto-replied", "Precedence: bulk", "Return-Path: <>"]) expect(await takeAnswer(house, { raw: mailOf({ to, head, text: "Ik ben weg." }) })).toBe("ignored");
  expect(await takeAnswer(house, { raw: mailOf({ to, text: "Ik ben weg." }), envelope: { from: "", to: [to] } })).toBe("ignored");
  const outcomes: string[] = [];
  for (let n = 0; n < limits.replyLettersPerDay + 3; n += 1) outcomes.push(await takeAnswer(house, { raw: mailOf({ to, text: "", id: `empty-${n}` }) }));
  expect(outcomes.filter((one) => one === "told")).toHaveLength(limits.replyLettersPerDay);
  expect(await told()).toHaveLength(limits.replyLettersPerDay);
  const before = letters.length;
  await deliverMail(house, post);
  expect(letters.slice(before).map((one) => (one.headers as Record<string, string>)["Auto-Submitted"])).toEqual(Array(limits.replyLettersPerDay).fill("auto-replied"));
});

test("a letter about several conversations gives each its own address; answering the letter itself is told back", async () => {
  const { house, jef, letterAboutTwo, discussion } = await makeAnswers(home.database);
  const { letter, other } = await letterAboutTwo();
  const addresses = [...String(letter.text).matchAll(/Antwoorden per mail kan naar: (\S+)/g)].map((found) => found[1]!);
  expect(new Set([...addresses, letter.replyTo.address]).size).toBe(3);
  expect(await takeAnswer(house, { raw: mailOf({ to: letter.replyTo.address, text: "Ja" }) })).toBe("told");
  expect((await told())[0]!.body).toContain("We weten dus niet waar je antwoord moet komen");
  expect(await takeAnswer(house, { raw: mailOf({ to: addresses.join(", "), text: "Ja, op beide", id: "2" }) })).toBe("posted");
  const mine = (await written()).filter((one) => one.authorActor === jef.actorId);
  expect(mine.map((one) => one.discussionId).sort()).toEqual([discussion.id, other.id].sort());
});

test("of a sensitive theme no letter says where an answer would go, so none is posted; subjects never name anything", async () => {
  const { house, jef, nextLetter } = await makeAnswers(home.database);
  await home.database.db.update(theme).set({ sensitive: true });
  const letter = await nextLetter();
  expect(`${letter.subject} ${letter.text}`).not.toMatch(/buurtbus|zaterdag|Antwoorden/);
  expect(await takeAnswer(house, { raw: mailOf({ to: letter.replyTo.address, text: "Ja" }) })).toBe("told");
  expect((await written()).filter((one) => one.authorActor === jef.actorId)).toEqual([]);
  const [back] = await told();
  expect(`${back!.subject} ${back!.body}`).not.toMatch(/buurtbus|zaterdag|gesprekken\//);
});

test("who may not write gets letters without an address for the conversation", async () => {
  const { jef, nextLetter } = await makeAnswers(home.database);
  await home.database.db.update(groupMembership).set({ mayWrite: false }).where(eq(groupMembership.personId, jef.id));
  expect(String((await nextLetter()).text)).not.toContain("Antwoorden");
});

test("where answering is not set up, letters name no address and mails are not ours", async () => {
  const { nextLetter } = await makeAnswers(home.database, { house: testHouse(home.database) });
  const letter = await nextLetter();
  expect(letter.replyTo).toBeUndefined();
  expect(String(letter.text)).toMatch(/^Dag\n/);
  expect(await takeAnswer(testHouse(home.database), { raw: mailOf({ to: `antwoord+${"a".repeat(40)}@antwoord.example`, text: "Ja" }) })).toBe("not_ours");
});

test("what passes by itself is thrown, so that the mail stays: too much at once, and a database that is away", async () => {
  const { house, letter, jef } = await makeAnswers(home.database);
  const raw = mailOf({ to: letter.replyTo.address, text: "Ja" });
  house.limiter.consume = async () => Promise.reject(new AppError("too_many"));
  await expect(takeAnswer(house, { raw })).rejects.toThrow("too_many");
  expect([await told(), (await written()).filter((one) => one.authorActor === jef.actorId)]).toEqual([[], []]);
});

test("addresses past their time go", async () => {
  const { house } = await makeAnswers(home.database);
  expect(await forgetReplyAddresses(ctxOfHouse(house))).toBe(0);
  house.setNow(late);
  expect(await forgetReplyAddresses(ctxOfHouse(house))).toBe(1);
  expect(await home.database.db.select().from(replyAddress)).toEqual([]);
});
