import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { decision, discussion as discussionTable, message as messageTable, standing } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { postMessage, readDiscussion } from "~/features/discussions/index.server";
import { groupStream } from "~/features/groups/index.server";
import { AppError } from "~/platform/codes";
import { loadEntities } from "~/platform/entities.server";
import { streamId } from "~/platform/streams";
import { claimCase, decideCase, previewDecision, readCase, readDesk, takeBackDecision } from "./index.server";
import { makeDesk, refusal } from "./test/make-desk";

const home = useDatabase();

test("a decision hides the message everywhere at once and tells its author in one transaction", async () => {
  const scene = await makeDesk(home.database);
  const { house, db, reportBy, decide, caseOf, jef, mia, noor, message, group, discussion, as, space, here } = scene;
  await reportBy(jef);
  house.published.length = 0;
  const { decisionId, letter } = await decide(mia, { measure: "hide", words: "Zeg het liever vriendelijk." });
  const row = await caseOf();
  expect(row).toMatchObject({ state: "decided", closedAt: house.now() });
  const [kept] = await db.select().from(decision);
  expect(kept).toMatchObject({ id: decisionId, decidedByActor: mia.actorId, organisationId: here.id, seat: "moderator", measure: "hide", rule: "We blijven vriendelijk.", happened: "Iemand wordt beledigd of gekleineerd.", reasons: letter, before: { state: "visible" } });
  expect(letter).toContain("We verbergen het.");
  expect(letter).toContain("“We blijven vriendelijk.”");
  expect(letter).toContain("Zeg het liever vriendelijk.");
  expect(letter).toContain("een moderator van Gemeente Hier");
  expect(letter).toContain("binnen zes maanden");
  expect((await db.select().from(messageTable).where(eq(messageTable.id, message.id)))[0]!.state).toBe("hidden");
  const [entity] = await loadEntities(await as(jef), groupStream(group.id), [{ kind: "message", id: message.id }]);
  expect(entity).toMatchObject({ gone: "hidden" });
  expect(JSON.stringify(await readDiscussion(await as(jef), { id: discussion.id }))).not.toContain("ezel");
  expect(house.published.map((one) => [one.type, one.stream])).toEqual([
    ["discussion.message-moderated", groupStream(group.id)],
    ["moderation.case-decided", `desk:${space.id}`],
    ["moderation.decided-about-you", streamId("person", noor.actorId)],
  ]);
  expect(house.published[1]).toMatchObject({ actorId: mia.actorId, data: { measure: "hide", found: "insult" } });
});

test("sending a decision twice decides once", async () => {
  const { db, reportBy, decide, jef, mia, as, house } = await makeDesk(home.database);
  await reportBy(jef);
  const { sent, decisionId } = await decide(mia, { measure: "hide" });
  house.published.length = 0;
  expect(await decideCase(await as(mia), sent)).toEqual({ decisionId });
  expect(house.published).toEqual([]);
  expect(await db.select().from(decision)).toHaveLength(1);
});

test("somebody else's decision is not overwritten; a case that changed since the preview is not decided", async () => {
  const { reportBy, decide, draft, caseOf, jef, mia, dirk, as } = await makeDesk(home.database);
  await reportBy(jef);
  const { sent } = await draft(await as(dirk), { measure: "remove" });
  await reportBy(null);
  expect(await refusal(decideCase(await as(dirk), sent))).toBe("stale");
  await decide(mia, { measure: "hide" });
  const row = await caseOf();
  expect(await refusal(decideCase(await as(dirk), { ...sent, version: String(row.version) }))).toBe("already_decided");
  expect(await refusal(previewDecision(await as(dirk), { case: row.id, version: row.version, found: "insult", rule: "house:0", measure: "hide" }))).toBe("already_decided");
});

test("the author gets exactly the letter that was shown", async () => {
  const { db, reportBy, draft, jef, mia, as, space } = await makeDesk(home.database);
  await reportBy(jef);
  const { sent } = await draft(await as(mia), { measure: "hide" });
  await db.execute(`update space set house_rules = '["Een andere afspraak."]' where id = '${space.id}'`);
  expect(await refusal(decideCase(await as(mia), sent))).toBe("stale");
  expect(await refusal(decideCase(await as(mia), { ...sent, words: "Iets erbij" }))).toBe("stale");
});

test("choices that do not fit together are refused with a code per field", async () => {
  const { reportBy, draft, jef, mia, as } = await makeDesk(home.database);
  await reportBy(jef);
  const fieldsOf = async (choice: Record<string, unknown>) => {
    try {
      await draft(await as(mia), choice);
      return "done";
    } catch (error) {
      return error instanceof AppError ? error.detail.fields : error;
    }
  };
  expect(await fieldsOf({ measure: "hide", rule: "" })).toEqual({ rule: "required" });
  expect(await fieldsOf({ measure: "hide", rule: "house:7" })).toEqual({ rule: "required" });
  expect(await fieldsOf({ measure: "hide", found: "nothing" })).toEqual({ found: "not_valid" });
  expect(await fieldsOf({ measure: "hide", found: "other" })).toEqual({ words: "required" });
  expect(await fieldsOf({ measure: "hide", rule: "law:other" })).toEqual({ words: "required" });
  expect(await fieldsOf({ measure: "lock" })).toEqual({ measure: "not_valid" });
  expect(await fieldsOf({ measure: "mute" })).toEqual({ scope: "required" });
  expect(await fieldsOf({ measure: "bestaat-niet" })).toEqual({ measure: "required" });
  expect(await fieldsOf({ measure: "none", found: "nothing", rule: "" })).toBe("done");
  expect(await fieldsOf({ measure: "suspend", scope: "space", days: "0" })).toBe("done");
});

test("nothing found: the author hears nothing, the letter is for who reported", async () => {
  const { house, reportBy, decide, jef, mia, message, db } = await makeDesk(home.database);
  await reportBy(jef);
  house.published.length = 0;
  const { letter } = await decide(mia, { measure: "none", found: "nothing", rule: "" });
  expect(house.published.map((one) => one.type)).toEqual(["moderation.case-decided"]);
  expect(letter).toContain("Je meldde een bericht");
  expect(letter).toContain("We laten het staan.");
  expect((await db.select().from(messageTable).where(eq(messageTable.id, message.id)))[0]!.state).toBe("visible");
});

test("a mute stops writing in the group at once, and only there; reading goes on", async () => {
  const { house, reportBy, decide, jef, mia, noor, group, discussion, as } = await makeDesk(home.database);
  await reportBy(jef);
  house.published.length = 0;
  const { letter } = await decide(mia, { measure: "mute", scope: "group", days: "7" });
  expect(letter).toContain("Je kunt in de groep “Buurtbus” niet schrijven tot donderdag 27 november 2025 om 11 uur. Lezen kan wel.");
  const post = async () => postMessage(await as(noor), { id: randomUUID(), discussion: discussion.id, text: "Toch nog iets" });
  expect(await refusal(post())).toBe("muted");
  expect(JSON.stringify(await readDiscussion(await as(noor), { id: discussion.id }))).toContain("ezel");
  expect(house.published.map((one) => [one.type, one.stream])).toContainEqual(["house-rules.standing-changed-in-group", groupStream(group.id)]);
  expect(house.published.map((one) => [one.type, one.stream])).toContainEqual(["house-rules.your-standing-changed", streamId("person", noor.actorId)]);
  house.setNow(new Date("2025-11-28T10:00:00Z"));
  expect(await refusal(post())).toBe("done");
});

test("a suspension from the space closes its closed groups", async () => {
  const { db, reportBy, decide, jef, mia, noor, discussion, as, caseOf } = await makeDesk(home.database, { closed: true });
  await reportBy(jef);
  await decide(mia, { measure: "suspend", scope: "space", days: "30" });
  expect(await refusal(readDiscussion(await as(noor), { id: discussion.id }))).toBe("not_found");
  expect((await db.select().from(standing))[0]).toMatchObject({ personId: noor.id, kind: "suspension", scopeKind: "space", caseId: (await caseOf()).id });
});

test("label, remove and lock do what they say, and taking back restores it", async () => {
  const { house, db, reportBy, decide, jef, mia, message, discussion, as, noor, caseOf, later } = await makeDesk(home.database);
  const messageNow = async () => (await db.select().from(messageTable).where(eq(messageTable.id, message.id)))[0]!;
  for (const measure of ["label", "hide", "remove"] as const) {
    await reportBy(jef);
    const { decisionId } = await decide(mia, { measure });
    expect([(await messageNow()).labelled, (await messageNow()).state]).toEqual([measure === "label", { label: "visible", hide: "hidden", remove: "removed" }[measure]]);
    house.published.length = 0;
    await takeBackDecision(await as(mia), { decision: decisionId });
    expect(house.published.map((one) => one.type)).toEqual(["discussion.message-moderated", "moderation.decision-taken-back", "moderation.decision-about-you-taken-back"]);
    expect(await messageNow()).toMatchObject({ state: "visible", labelled: false, text: "Jij bent een ezel" });
    expect((await caseOf()).state).toBe("open");
    later(1);
  }
  await reportBy(jef, { kind: "discussion", subject: discussion.id });
  const { decisionId } = await decide(mia, { measure: "lock" }, discussion.id);
  expect(await refusal(postMessage(await as(noor), { id: randomUUID(), discussion: discussion.id, text: "Nog iets" }))).toBe("closed");
  await takeBackDecision(await as(mia), { decision: decisionId });
  expect((await db.select().from(discussionTable))[0]!.state).toBe("open");
});

test("taking back lifts a mute; only who decided may, for ten minutes, once", async () => {
  const { db, reportBy, decide, jef, mia, dirk, noor, discussion, as, later } = await makeDesk(home.database);
  await reportBy(jef);
  const first = await decide(mia, { measure: "mute", scope: "space", days: "7" });
  expect(await refusal(takeBackDecision(await as(dirk), { decision: first.decisionId }))).toBe("forbidden");
  expect(await refusal(takeBackDecision(await as(jef), { decision: first.decisionId }))).toBe("not_found");
  expect(await refusal(takeBackDecision(await as(mia), { decision: randomUUID() }))).toBe("not_found");
  await takeBackDecision(await as(mia), { decision: first.decisionId });
  expect(await refusal(takeBackDecision(await as(mia), { decision: first.decisionId }))).toBe("already_done");
  expect((await db.select().from(standing))[0]!.liftedAt).not.toBeNull();
  expect(await refusal(postMessage(await as(noor), { id: randomUUID(), discussion: discussion.id, text: "Dank je" }))).toBe("done");
  const second = await decide(mia, { measure: "hide" });
  later(11);
  expect(await refusal(takeBackDecision(await as(mia), { decision: second.decisionId }))).toBe("closed");
});

test("nobody decides about themselves or about what they reported; outsiders find no case", async () => {
  const { db, reportBy, caseOf, draft, mia, dirk, jef, as, outsider, message } = await makeDesk(home.database);
  await reportBy(mia);
  const row = await caseOf();
  const { sent } = await draft(await as(dirk), { measure: "hide" });
  for (const act of [async () => claimCase(await as(mia), { case: row.id }), async () => decideCase(await as(mia), sent), async () => readCase(await as(mia), row.id)]) {
    expect(await refusal(act())).toBe("not_own_case");
  }
  await db.update(messageTable).set({ authorActor: dirk.actorId }).where(eq(messageTable.id, message.id));
  await db.execute(`update moderation_case set author_actor = '${dirk.actorId}'`);
  expect(await refusal(decideCase(await as(dirk), sent))).toBe("not_own_case");
  expect((await readDesk(await as(mia), { which: "waiting", page: 1 })).lines).toEqual([]);
  expect((await readDesk(await as(dirk), { which: "waiting", page: 1 })).lines).toEqual([]);
  for (const person of [jef, outsider]) {
    expect(await refusal(readCase(await as(person), row.id))).toBe("not_found");
    expect(await refusal(decideCase(await as(person), sent))).toBe("not_found");
    expect(await refusal(readDesk(await as(person), { which: "waiting", page: 1 }))).toBe("not_found");
  }
  expect(await refusal(readCase(await as(null), row.id))).toBe("sign_in");
  expect(await refusal(claimCase(await as(null), { case: row.id }))).toBe("sign_in");
});

test("claiming shows that somebody is at it and starts the clock again; it takes no right from others", async () => {
  const { house, reportBy, caseOf, decide, jef, mia, dirk, as, later } = await makeDesk(home.database);
  await reportBy(jef);
  later(60);
  await claimCase(await as(dirk), { case: (await caseOf()).id });
  const claimed = await caseOf();
  expect(claimed).toMatchObject({ ownerPersonId: dirk.id, claimedByActor: dirk.actorId, ownerSince: house.now() });
  house.published.length = 0;
  await claimCase(await as(dirk), { case: claimed.id });
  expect(house.published).toEqual([]);
  await decide(mia, { measure: "hide" });
  expect(await refusal(claimCase(await as(dirk), { case: claimed.id }))).toBe("already_decided");
});

test("a report after a decision opens the case again", async () => {
  const { house, db, reportBy, decide, caseOf, jef, mia, later } = await makeDesk(home.database);
  await reportBy(jef);
  await decide(mia, { measure: "none", found: "nothing", rule: "" });
  later(30);
  const { receipt } = await reportBy(jef);
  expect(receipt.known).toBe(false);
  expect(await caseOf()).toMatchObject({ state: "open", urgency: 1, claimedByActor: null, closedAt: null, openedAt: house.now(), ownerPersonId: mia.id });
  expect(house.published.at(-1)).toMatchObject({ type: "moderation.owner-chosen", data: { because: "reopened" } });
  await decide(mia, { measure: "warn" });
  expect(await db.select().from(decision)).toHaveLength(2);
});
