import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { discussion as discussionTable, fact as factTable, group as groupTable, groupMembership, message, person, readingPosition, spaceMembership, standing } from "#db/schema/index";
import { makeGroupMembership } from "#db/factories/make-group";
import { makePerson, type MadePerson } from "#db/factories/make-person";
import { makeSpaceMembership } from "#db/factories/make-space";
import { useDatabase } from "#db/test/use-database";
import { collectDownload, eraseAccount, hashPassword } from "~/features/accounts/index.server";
import { goodPassword } from "~/features/accounts/test/act-as";
import { joinGroup, leaveGroup, letType, listTypedFor } from "~/features/groups/index.server";
import { parseStream } from "~/platform/streams";
import { readDiscussion, readMessageForm, readTypeInForm, removeMessage, editMessage, postMessage, typeIn, typeInByForm } from "../index.server";
import { follow, openPage, shown } from "../test/live-page";
import { makeScene, newMessage, refusal, type Scene } from "../test/scene";

const home = useDatabase();
let scene: Scene;
/** Noor wrote on paper; Fatima runs the group. */
let noor: string;
beforeEach(async () => {
  scene = await makeScene(home.database);
  noor = await membershipOf(scene.noor);
  await letType(await scene.as(scene.noor), { groupId: scene.group.id, allowed: "yes" });
});
const membershipOf = async ({ id }: MadePerson) => (await home.database.db.select().from(spaceMembership).where(and(eq(spaceMembership.personId, id), eq(spaceMembership.spaceId, scene.space.id))))[0]!.id;
const slip = (given: { id?: string; discussion?: string; member?: string; text?: string } = {}) => ({ id: randomUUID(), discussion: scene.discussion.id, member: noor, text: "Ik kan zaterdag.", ...given });
const asFatima = () => scene.as(scene.fatima);
const messages = () => home.database.db.select().from(message).where(eq(message.discussionId, scene.discussion.id)).orderBy(message.number);

describe("an answer on paper", () => {
  test("stands there as the member's own, with both names, for everyone who reads along", async () => {
    const before = await openPage(await scene.as(scene.jef), scene.discussion.id);
    await typeIn(await asFatima(), slip());
    expect(await messages()).toMatchObject([{ number: 1, authorActor: scene.noor.actorId, typedByActor: scene.fatima.actorId, text: "Ik kan zaterdag." }]);
    const page = await readDiscussion(await scene.as(scene.jef), { id: scene.discussion.id });
    expect(page.window.messages).toMatchObject([{ author: { name: "Noor", staff: null }, typedBy: { name: "Fatima", staff: expect.stringContaining("buurtwerker") } }]);
    // Without an account the member is nobody in particular; who types for the leerplek has a name.
    const anonymous = await readDiscussion(await scene.as(null), { id: scene.discussion.id });
    expect(anonymous.window.messages).toMatchObject([{ author: { name: null }, typedBy: { name: "Fatima" } }]);
    // Old state + facts = fresh load.
    expect(shown(await follow(await scene.as(scene.jef), scene.group.id, before))).toEqual(shown(await openPage(await scene.as(scene.jef), scene.discussion.id)));
  });

  test("is the member's doing in the log, through paper, and the member alone hears of it", async () => {
    const form = slip();
    await typeInByForm(await asFatima(), form);
    const [posted] = await home.database.db.select().from(factTable).where(eq(factTable.type, "discussion.message-posted"));
    expect(posted).toMatchObject({ actorId: scene.noor.actorId, role: "resident", channel: "paper", objectId: form.id });
    const told = scene.house.published.filter(({ type }) => type === "discussion.typed-for-you");
    expect(told.map(({ stream, actorId, data }) => [parseStream(stream!), actorId, data])).toEqual([[{ kind: "person", id: scene.noor.actorId }, scene.fatima.actorId, { discussion: scene.discussion.id, number: 1 }]]);
    // Nobody says that she has read it.
    expect(await home.database.db.select().from(readingPosition)).toEqual([]);
  });

  test("is hers to change and to remove, and the one who typed it may only take it back", async () => {
    const { row } = await typeIn(await asFatima(), slip());
    expect(await refusal(editMessage(await asFatima(), { id: row.id, text: "Iets anders", rev: 1 }))).toBe("forbidden");
    expect((await readMessageForm(await asFatima(), { id: row.id })).may.edit).toBe("forbidden");
    expect(await refusal(removeMessage(await scene.as(scene.jef), { id: row.id }))).toBe("forbidden");
    await editMessage(await scene.as(scene.noor), { id: row.id, text: "Ik kan zondag.", rev: 1 });
    await removeMessage(await scene.as(scene.noor), { id: row.id });
    expect((await messages())[0]).toMatchObject({ text: "", state: "removed" });
    const { row: second } = await typeIn(await asFatima(), slip({ text: "Bij de verkeerde" }));
    await removeMessage(await asFatima(), { id: second.id });
    const page = await readDiscussion(await scene.as(scene.jef), { id: scene.discussion.id });
    expect(page.window.messages).toMatchObject([{ gone: "removed", typedBy: null, text: "" }, { gone: "removed", typedBy: null, text: "" }]);
  });

  test("sent twice, at once too, is there once; the id of another message is refused", async () => {
    const form = slip();
    const both = await Promise.all([typeIn(await asFatima(), form), typeIn(await asFatima(), form)]);
    expect(both.map(({ row }) => row.id)).toEqual([form.id, form.id]);
    expect(await typeIn(await asFatima(), form)).toMatchObject({ row: { number: 1 } });
    expect(await messages()).toHaveLength(1);
    expect(scene.house.published.filter(({ type }) => type === "discussion.typed-for-you")).toHaveLength(1);
    expect(await refusal(typeIn(await asFatima(), { ...form, text: "Iets anders" }))).toBe("already_done");
    const own = newMessage(scene.discussion, "Ik kan zaterdag.");
    await postMessage(await scene.as(scene.noor), own);
    expect(await refusal(typeIn(await asFatima(), slip({ id: own.id })))).toBe("already_done");
    // From the form the next slip gets an id of its own, also on a page that the back button brought back.
    await typeInByForm(await asFatima(), { ...form, text: "Het volgende strookje" });
    expect((await messages()).map(({ text }) => text)).toEqual(["Ik kan zaterdag.", "Ik kan zaterdag.", "Het volgende strookje"]);
  });
});

describe("is refused", () => {
  test("for a member who did not agree, or who took it back, or who came in anew", async () => {
    const jef = await membershipOf(scene.jef);
    expect(await refusal(typeIn(await asFatima(), slip({ member: jef })))).toBe("not_agreed");
    await letType(await scene.as(scene.noor), { groupId: scene.group.id, allowed: "no" });
    expect(await refusal(typeIn(await asFatima(), slip()))).toBe("not_agreed");
    await letType(await scene.as(scene.noor), { groupId: scene.group.id, allowed: "yes" });
    await leaveGroup(await scene.as(scene.noor), { groupId: scene.group.id });
    expect(await refusal(typeIn(await asFatima(), slip()))).toBe("not_found");
    await joinGroup(await scene.as(scene.noor), { groupId: scene.group.id });
    expect(await refusal(typeIn(await asFatima(), slip()))).toBe("not_agreed");
    expect(await messages()).toEqual([]);
  });

  test("for who is no member of the group, with the same answer whether or not they exist", async () => {
    const neighbour = await makePerson(home.database.db);
    const { id } = await makeSpaceMembership(home.database.db, { spaceId: scene.space.id, personId: neighbour.id, shownName: "Buur" });
    expect(await refusal(typeIn(await asFatima(), slip({ member: id })))).toBe("not_found");
    expect(await refusal(typeIn(await asFatima(), slip({ member: randomUUID() })))).toBe("not_found");
    // Somebody in a group of another leerplek.
    const elsewhere = await makeScene(home.database, { house: scene.house });
    const [theirs] = await home.database.db.select().from(spaceMembership).where(eq(spaceMembership.personId, elsewhere.noor.id));
    expect(await refusal(typeIn(await asFatima(), slip({ member: theirs!.id })))).toBe("not_found");
  });

  test("for who does not run the group, who hears of no member", async () => {
    for (const member of [noor, randomUUID()]) {
      expect(await refusal(typeIn(await scene.as(null), slip({ member })))).toBe("sign_in");
      for (const who of [scene.jef, scene.noor, scene.stranger]) expect(await refusal(typeIn(await scene.as(who), slip({ member })))).toBe("forbidden");
    }
    expect(await refusal(readTypeInForm(await scene.as(scene.jef), { groupId: scene.group.id }))).toBe("forbidden");
    expect(await refusal(readTypeInForm(await scene.as(null), { groupId: scene.group.id }))).toBe("sign_in");
  });

  test("for oneself", async () => {
    await makeGroupMembership(home.database.db, { group: scene.group, personId: scene.fatima.id, mayBeTypedFor: true });
    expect(await refusal(typeIn(await asFatima(), slip({ member: await membershipOf(scene.fatima) })))).toBe("not_yourself");
    expect((await listTypedFor(await asFatima(), scene.group.id)).map(({ shownName }) => shownName)).toEqual(["Noor"]);
  });

  test.each([
    ["forbidden", async () => void (await home.database.db.update(groupMembership).set({ mayWrite: false }).where(eq(groupMembership.personId, scene.noor.id)))],
    ["muted", async () => void (await home.database.db.insert(standing).values({ personId: scene.noor.id, kind: "mute", scopeKind: "space", scopeId: scene.space.id }))],
    ["suspended", async () => void (await home.database.db.insert(standing).values({ personId: scene.noor.id, kind: "suspension", scopeKind: "space", scopeId: scene.space.id }))],
    ["muted", async () => void (await home.database.db.insert(standing).values({ personId: scene.fatima.id, kind: "mute", scopeKind: "space", scopeId: scene.space.id }))],
    ["closed", async () => void (await home.database.db.update(discussionTable).set({ state: "locked" }).where(eq(discussionTable.id, scene.discussion.id)))],
    ["not_found", async () => void (await home.database.db.update(discussionTable).set({ moderation: "hidden" }).where(eq(discussionTable.id, scene.discussion.id)))],
    ["closed", async () => void (await home.database.db.update(groupTable).set({ archivedAt: new Date() }).where(eq(groupTable.id, scene.group.id)))],
  ])("with %s where the member or the facilitator may not write: it lends nobody a voice", async (code, change) => {
    await change();
    expect(await refusal(typeIn(await asFatima(), slip()))).toBe(code);
    expect(await messages()).toEqual([]);
  });

  test("with nothing stored for what is no answer at all", async () => {
    for (const wrong of [{ text: "" }, { text: "x".repeat(10_001) }, { text: "a\ud800" }, { member: "noor" }, { discussion: "1" }, { id: "" }]) {
      expect(await refusal(typeIn(await asFatima(), slip(wrong)))).toBe("invalid_input");
    }
    expect(await refusal(typeIn(await asFatima(), { ...slip(), typedBy: scene.jef.actorId }))).toBe("invalid_input");
    expect(await refusal(letType(await scene.as(scene.noor), { groupId: scene.group.id, allowed: "maybe" }))).toBe("invalid_input");
    expect(await refusal(letType(await scene.as(scene.stranger), { groupId: scene.group.id, allowed: "yes" }))).toBe("join_group");
    expect(await refusal(letType(await scene.as(null), { groupId: scene.group.id, allowed: "yes" }))).toBe("sign_in");
  });
});

describe("when somebody goes", () => {
  const leave = async (who: MadePerson, words: "keep" | "remove") => {
    await home.database.db.update(person).set({ passwordHash: await hashPassword(goodPassword) }).where(eq(person.id, who.id));
    await eraseAccount(await scene.as(who), { currentPassword: goodPassword, words });
    return (await readDiscussion(await scene.as(scene.jef), { id: scene.discussion.id })).window.messages;
  };
  const toldGroup = () => scene.house.published.filter(({ type }) => type === "discussion.author-gone").map(({ stream }) => stream);

  test("the member, with their words: nothing of it stays, and the name of who typed it is not shown with the gap", async () => {
    await typeIn(await asFatima(), slip());
    expect(await leave(scene.noor, "remove")).toMatchObject([{ gone: "removed", text: "", author: { former: true }, typedBy: null }]);
    expect((await messages())[0]!.text).toBe("");
  });

  test("the member, who leaves their words: without a name, still with who typed them", async () => {
    await typeIn(await asFatima(), slip());
    expect(await leave(scene.noor, "keep")).toMatchObject([{ text: "Ik kan zaterdag.", author: { name: null, former: true }, typedBy: { name: "Fatima" } }]);
  });

  test.each(["keep", "remove"] as const)("who typed it, with words to %s: the words are the member's and stay, without the typist's name", async (words) => {
    await typeIn(await asFatima(), slip());
    expect(await leave(scene.fatima, words)).toMatchObject([{ text: "Ik kan zaterdag.", author: { name: "Noor" }, typedBy: { name: null, former: true } }]);
    expect(toldGroup()).toEqual([`group:${scene.group.id}`]);
  });

  test("each takes along what is theirs: the member the words, who typed them only that they did", async () => {
    await typeIn(await asFatima(), slip());
    const rowsOf = async (who: MadePerson, key: string) => (await collectDownload(await scene.as(who))).find((part) => part.key === key)?.rows;
    expect(await rowsOf(scene.noor, "messages")).toMatchObject([{ text: "Ik kan zaterdag.", typedIn: true }]);
    expect(await rowsOf(scene.fatima, "messages_typed_in")).toMatchObject([{ address: expect.stringContaining("#bericht-1") }]);
    expect(JSON.stringify(await rowsOf(scene.fatima, "messages_typed_in"))).not.toContain("zaterdag.");
    expect(await rowsOf(scene.noor, "groups")).toMatchObject([{ mayBeTypedFor: true }]);
  });
});
