import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { appeal, decision, fact, moderationCase, report } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { postMessage } from "~/features/discussions/index.server";
import { askSecondLook, decideCase, decideSecondLook, reportThing } from "./index.server";
import { makeDesk, refusal } from "./test/make-desk";

const home = useDatabase();

test("of two moderators who decide at once exactly one does; the other is told so", async () => {
  for (let round = 0; round < 10; round += 1) {
    const { db, reportBy, draft, jef, mia, dirk, as } = await makeDesk(home.database);
    await reportBy(jef);
    const [one, two] = [await as(mia), await as(dirk)];
    const [first, second] = [await draft(one, { measure: "hide" }), await draft(two, { measure: "remove" })];
    const outcomes = await Promise.all([refusal(decideCase(one, first.sent)), refusal(decideCase(two, second.sent))]);
    expect(outcomes.sort()).toEqual(["already_decided", "done"]);
    const decisions = await db.select().from(decision);
    expect(decisions).toHaveLength(round + 1);
  }
});

test("reports of one thing that come at once make one case, each with its row; nobody waits for ever", async () => {
  const { db, as, jef, mia, dirk, noor, report: make, message, caseOf } = await makeDesk(home.database);
  const by = [await as(jef), await as(mia), await as(dirk), await as(null), await as(null), await as(null)];
  const outcomes = await Promise.all(by.map((ctx) => refusal(reportThing(ctx, make(message.id)))));
  expect(outcomes).toEqual(by.map(() => "done"));
  expect(await db.select().from(moderationCase)).toHaveLength(1);
  expect(await db.select().from(report)).toHaveLength(6);
  expect(await caseOf()).toMatchObject({ urgency: 6, authorActor: noor.actorId });
  // Moderator and deputy reported it, so the duty desk has it, whatever the order was.
  expect([mia.id, dirk.id]).not.toContain((await caseOf()).ownerPersonId);
});

test("a report and a decision at once: either the decision is refused as stale, or the case is open again", async () => {
  for (let round = 0; round < 10; round += 1) {
    const { as, reportBy, draft, jef, mia, report: make, message, caseOf } = await makeDesk(home.database);
    await reportBy(jef);
    const ctx = await as(mia);
    const { sent } = await draft(ctx, { measure: "hide" });
    const nobody = await as(null);
    const [decided] = await Promise.all([refusal(decideCase(ctx, sent)), reportThing(nobody, make(message.id)).catch((error: { code?: string }) => error.code)]);
    const row = await caseOf();
    if (decided === "stale") expect(row).toMatchObject({ state: "open", urgency: 2 });
    else if (row.state === "open") expect(row).toMatchObject({ state: "open", urgency: 1 });
    else expect(row.state).toBe("decided");
  }
});

test("a second look is answered once, also when two answer at once", async () => {
  const { db, as, reportBy, decide, jef, mia, dirk, wanda, noor, caseOf } = await makeDesk(home.database);
  await reportBy(jef);
  const { decisionId } = await decide(mia, { measure: "hide" });
  const asked = { id: randomUUID(), decision: decisionId, text: "Kijk nog eens." };
  await askSecondLook(await as(noor), asked);
  await db.update(moderationCase).set({ ownerPersonId: wanda.id });
  const sent = { appeal: asked.id, version: (await caseOf()).version, answer: "Gelezen." };
  const [one, two] = [await as(dirk), await as(wanda)];
  const outcomes = await Promise.all([refusal(decideSecondLook(one, { ...sent, outcome: "upheld" })), refusal(decideSecondLook(two, { ...sent, outcome: "overturned" }))]);
  expect(outcomes.sort()).toEqual(["already_decided", "done"]);
  expect((await db.select().from(appeal))[0]!.outcome).not.toBeNull();
});

test("a message and a suspension at once: the message commits first, or is refused; never after", async () => {
  for (let round = 0; round < 10; round += 1) {
    const { db, as, reportBy, draft, jef, mia, noor, discussion, space } = await makeDesk(home.database);
    await reportBy(jef);
    const ctx = await as(mia);
    const { sent } = await draft(ctx, { measure: "suspend", scope: "space", days: "7" });
    const writer = await as(noor);
    const post = () => refusal(postMessage(writer, { id: randomUUID(), discussion: discussion.id, text: "Nog snel iets" }));
    const [posted, decided] = await Promise.all([post(), refusal(decideCase(ctx, sent))]);
    expect(decided).toBe("done");
    expect(await post()).toBe("suspended");
    const facts = (await db.select().from(fact)).filter((one) => one.spaceId === space.id);
    const suspended = facts.find((one) => one.type === "house-rules.your-standing-changed")!;
    const message = facts.find((one) => one.type === "discussion.message-posted");
    expect(message !== undefined).toBe(posted === "done");
    if (message) expect(message.id).toBeLessThan(suspended.id);
  }
});
