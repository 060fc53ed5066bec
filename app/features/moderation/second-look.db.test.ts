import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { appeal, decision, installationRole, message as messageTable, standing } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { streamId } from "~/platform/streams";
import { askSecondLook, decideCase, decideSecondLook, readCase, readOwnDecision, readReceipt, takeBackDecision, tellReporters } from "./index.server";
import { makeDesk, refusal } from "./test/make-desk";

const home = useDatabase();
const question = (decided: string, text = "Het was een grapje onder vrienden.") => ({ id: randomUUID(), decision: decided, text });

async function decided(measure: Record<string, unknown> = { measure: "hide" }) {
  const scene = await makeDesk(home.database);
  const { sent, receipt } = await scene.reportBy(scene.jef);
  const made = await scene.decide(scene.mia, measure);
  const answer = async (outcome: "upheld" | "overturned", more: Record<string, unknown> = {}) => {
    const [asked] = await scene.db.select().from(appeal);
    return { appeal: asked!.id, version: (await scene.caseOf()).version, outcome, answer: "We lazen het opnieuw.", ...more };
  };
  return { ...scene, decisionId: made.decisionId, reported: { sent, receipt }, answer };
}

test("the author asks once; somebody else, of another organisation, owns it; the measure stays meanwhile", async () => {
  const { house, db, noor, dirk, as, decisionId, caseOf, message, space } = await decided();
  house.published.length = 0;
  const sent = question(decisionId);
  await askSecondLook(await as(noor), sent);
  expect(await caseOf()).toMatchObject({ state: "appealed", ownerPersonId: dirk.id, claimedByActor: null });
  expect(house.published.map((one) => [one.type, one.stream])).toEqual([
    ["moderation.second-look-asked", `desk:${space.id}`],
    ["moderation.owner-chosen", `desk:${space.id}`],
  ]);
  expect((await db.select().from(messageTable).where(eq(messageTable.id, message.id)))[0]).toMatchObject({ state: "hidden", text: "Jij bent een ezel" });
  house.published.length = 0;
  await askSecondLook(await as(noor), sent);
  expect(house.published).toEqual([]);
  expect(await refusal(askSecondLook(await as(noor), question(decisionId)))).toBe("already_done");
  expect(await db.select().from(appeal)).toHaveLength(1);
});

test("only whom it is about asks, within six months, and not about a decision that was taken back or did nothing", async () => {
  const { noor, jef, mia, as, decisionId, later, decide } = await decided();
  expect(await refusal(askSecondLook(await as(jef), question(decisionId)))).toBe("not_found");
  expect(await refusal(askSecondLook(await as(mia), question(decisionId)))).toBe("not_found");
  expect(await refusal(askSecondLook(await as(null), question(decisionId)))).toBe("sign_in");
  expect(await refusal(askSecondLook(await as(noor), question(randomUUID())))).toBe("not_found");
  expect(await refusal(askSecondLook(await as(noor), question(decisionId, " ")))).toBe("invalid_input");
  expect(await refusal(readOwnDecision(await as(jef), decisionId))).toBe("not_found");
  await takeBackDecision(await as(mia), { decision: decisionId });
  expect(await refusal(askSecondLook(await as(noor), question(decisionId)))).toBe("already_done");
  const nothing = await decide(mia, { measure: "none", found: "nothing", rule: "" });
  expect(await refusal(askSecondLook(await as(noor), question(nothing.decisionId)))).toBe("not_found");
  expect(await refusal(readOwnDecision(await as(noor), nothing.decisionId))).toBe("not_found");
  later(184 * 24 * 60);
  expect(await refusal(askSecondLook(await as(noor), question(decisionId)))).toBe("already_done");
});

test("after six months it is too late", async () => {
  const { noor, as, decisionId, later } = await decided();
  expect((await readOwnDecision(await as(noor), decisionId)).may.askSecondLook).toBe(true);
  later(184 * 24 * 60);
  expect((await readOwnDecision(await as(noor), decisionId)).may.askSecondLook).toBe("closed");
  expect(await refusal(askSecondLook(await as(noor), question(decisionId)))).toBe("closed");
});

test("another person answers in writing; upheld leaves the measure, and the author is told", async () => {
  const { house, db, noor, mia, dirk, jef, as, decisionId, answer, caseOf, message, decide } = await decided();
  await askSecondLook(await as(noor), question(decisionId));
  expect(await refusal(decideSecondLook(await as(mia), await answer("upheld")))).toBe("other_decider");
  expect((await readCase(await as(mia), (await caseOf()).id)).may).toMatchObject({ decideSecondLook: "other_decider", decide: "already_decided", claim: "other_decider" });
  expect(await refusal(decideSecondLook(await as(jef), await answer("upheld")))).toBe("not_found");
  expect(await refusal(decideSecondLook(await as(dirk), await answer("upheld", { answer: "" })))).toBe("invalid_input");
  expect(await refusal(decideSecondLook(await as(dirk), await answer("upheld", { version: 1 })))).toBe("stale");
  expect(await refusal(decideSecondLook(await as(dirk), await answer("upheld", { appeal: randomUUID() })))).toBe("not_found");
  expect(await refusal(decide(dirk, { measure: "remove" }))).toBe("already_decided");
  house.published.length = 0;
  const sent = await answer("upheld");
  await decideSecondLook(await as(dirk), sent);
  expect(house.published.map((one) => [one.type, one.stream])).toEqual([
    ["moderation.second-look-decided", `desk:${(await caseOf()).spaceId}`],
    ["moderation.second-look-answered", streamId("person", noor.actorId)],
  ]);
  expect(await caseOf()).toMatchObject({ state: "closed", closedAt: house.now() });
  expect((await db.select().from(messageTable).where(eq(messageTable.id, message.id)))[0]!.state).toBe("hidden");
  expect((await readOwnDecision(await as(noor), decisionId)).appeal).toMatchObject({ outcome: "upheld", answer: "We lazen het opnieuw." });
  house.published.length = 0;
  await decideSecondLook(await as(dirk), sent);
  expect(house.published).toEqual([]);
  expect(await refusal(decideSecondLook(await as(dirk), { ...sent, outcome: "overturned" }))).toBe("already_decided");
});

test("overturning gives back everything, and tells the author and who had heard the first outcome", async () => {
  const { house, db, noor, jef, dirk, as, decisionId, answer, message, later, reported } = await decided();
  later(11);
  expect(await tellReporters(house)).toBe(1);
  await askSecondLook(await as(noor), question(decisionId));
  house.published.length = 0;
  await decideSecondLook(await as(dirk), await answer("overturned"));
  expect(house.published.map((one) => [one.type, one.stream])).toEqual([
    ["discussion.message-moderated", expect.stringContaining("group:")],
    ["moderation.your-report-answered", streamId("person", jef.actorId)],
    ["moderation.second-look-decided", expect.stringContaining("desk:")],
    ["moderation.second-look-answered", streamId("person", noor.actorId)],
  ]);
  expect((await db.select().from(messageTable).where(eq(messageTable.id, message.id)))[0]).toMatchObject({ state: "visible", text: "Jij bent een ezel" });
  expect((await db.select().from(decision))[0]!.undoneAt).toEqual(house.now());
  expect((await readReceipt(await as(jef), reported.receipt.reference, null)).answer).toMatchObject({ outcome: "given-back" });
});

test("overturning lifts a suspension", async () => {
  const { db, noor, dirk, as, decisionId, answer } = await decided({ measure: "suspend", scope: "space", days: "0" });
  await askSecondLook(await as(noor), question(decisionId));
  await decideSecondLook(await as(dirk), await answer("overturned"));
  expect((await db.select().from(standing))[0]!.liftedAt).not.toBeNull();
});

test("what was reported while the question waited is looked at afterwards", async () => {
  const { noor, dirk, as, decisionId, answer, caseOf, reportBy, later } = await decided({ measure: "warn" });
  await askSecondLook(await as(noor), question(decisionId));
  later(5);
  await reportBy(null);
  expect((await caseOf()).state).toBe("appealed");
  await decideSecondLook(await as(dirk), await answer("upheld"));
  expect((await caseOf()).state).toBe("open");
});

test("without anybody else the question waits, without an owner", async () => {
  const { db, noor, as, decisionId, caseOf, dirk } = await decided();
  await db.delete(installationRole);
  await db.execute(`delete from space_role where person_id = '${dirk.id}'`);
  await askSecondLook(await as(noor), question(decisionId));
  expect((await caseOf()).ownerPersonId).toBeNull();
});

test("reporters are told once each, after the ten minutes; the status page knows it too, also without an account", async () => {
  const scene = await makeDesk(home.database);
  const { house, as, jef, mia, reportBy, decide, later } = scene;
  await reportBy(jef);
  const { sent, receipt } = await reportBy(null, { contact: "els@example.org" });
  await decide(mia, { measure: "hide" });
  later(9);
  expect(await tellReporters(house)).toBe(0);
  expect((await readReceipt(await as(null), receipt.reference, sent.secret)).answer).toBeNull();
  later(1);
  house.published.length = 0;
  expect(await tellReporters(house)).toBe(2);
  expect(house.published.map((one) => [one.type, one.stream]).sort()).toEqual([
    ["moderation.report-answered", null],
    ["moderation.your-report-answered", streamId("person", jef.actorId)],
  ]);
  expect(await tellReporters(house)).toBe(0);
  expect((await readReceipt(await as(null), receipt.reference, sent.secret)).answer).toEqual({ outcome: "hide", letter: null, at: expect.any(String) });
});

test("who reported what stays hears why, and can object", async () => {
  const { as, jef, mia, reportBy, decide, later } = await makeDesk(home.database);
  const { receipt } = await reportBy(jef);
  await decide(mia, { measure: "none", found: "nothing", rule: "", words: "Dit is een spreekwoord." });
  later(10);
  const { answer } = await readReceipt(await as(jef), receipt.reference, null);
  expect(answer).toMatchObject({ outcome: "nothing" });
  expect(answer!.letter).toContain("Dit is een spreekwoord.");
  expect(answer!.letter).toContain("Meld het dan opnieuw");
});

test("a decision that was taken back tells reporters nothing", async () => {
  const { house, as, jef, mia, reportBy, decide, later } = await makeDesk(home.database);
  await reportBy(jef);
  const { decisionId, sent } = await decide(mia, { measure: "hide" });
  await takeBackDecision(await as(mia), { decision: decisionId });
  expect(await decideCase(await as(mia), sent)).toEqual({ decisionId });
  later(20);
  expect(await tellReporters(house)).toBe(0);
});
