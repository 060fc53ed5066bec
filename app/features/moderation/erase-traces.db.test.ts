import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeCase, makeReport } from "#db/factories/make-report";
import { appeal, moderationCase, person, report } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { allErasures } from "~/features/accounts/erasure.server";
import { collectFacts } from "~/platform/write-facts.server";
import { askSecondLook, decideSecondLook, passOnOverdueCases, readCaseLog } from "./index.server";
import { makeDesk } from "./test/make-desk";

const home = useDatabase();
type Desk = Awaited<ReturnType<typeof makeDesk>>;

/** What erasing an account does here, and the person's row with everything that hangs on it. */
async function erase(scene: Desk, who: Desk["noor"], keepWords: boolean) {
  const ctx = await scene.as(who);
  const ours = allErasures().find((one) => one.feature === "moderation")!;
  await home.database.withTx(async (db) => {
    await ours.erase({ ...ctx, db, writing: true }, { personId: who.id, actorId: who.actorId, keepWords, fact: collectFacts(ctx).fact });
    await db.delete(person).where(eq(person.id, who.id));
    return { value: null };
  });
}

async function appealed() {
  const scene = await makeDesk(home.database);
  await scene.reportBy(scene.jef);
  const { decisionId } = await scene.decide(scene.mia, { measure: "hide" });
  const asked = { id: randomUUID(), decision: decisionId, text: "Ik, Noor, vind dat niet juist." };
  await askSecondLook(await scene.as(scene.noor), asked);
  const settle = async () => decideSecondLook(await scene.as(scene.dirk), { appeal: asked.id, version: (await scene.caseOf()).version, outcome: "upheld", answer: "Gelezen." });
  return { ...scene, settle };
}

test("of an erased author the name goes from the evidence; the words stay while the case waits", async () => {
  const scene = await appealed();
  await erase(scene, scene.noor, false);
  expect((await scene.caseOf()).evidence).toEqual({ title: "De bus", text: "Jij bent een ezel", shownName: "" });
  expect((await scene.db.select().from(appeal))[0]!.text).toContain("Noor");
});

test("after the case is settled the words go too, when the person chose so; the log stays, without a name", async () => {
  const scene = await appealed();
  await scene.settle();
  await erase(scene, scene.noor, false);
  expect((await scene.caseOf()).evidence).toEqual({ text: "", shownName: "" });
  expect((await scene.db.select().from(appeal))[0]!.text).toBe("");
  const log = await readCaseLog(await scene.as(scene.mia), (await scene.caseOf()).id);
  expect(log.lines.map((line) => line.type)).toContain("moderation.second-look-asked");
});

test("with the words kept, only the name goes", async () => {
  const scene = await appealed();
  await scene.settle();
  await erase(scene, scene.noor, true);
  expect((await scene.caseOf()).evidence).toEqual({ title: "De bus", text: "Jij bent een ezel", shownName: "" });
});

test("what a later report saw loses the name too", async () => {
  const scene = await makeDesk(home.database);
  const row = await makeCase(scene.db, { spaceId: scene.space.id, subjectId: scene.message.id, authorActor: scene.noor.actorId, ownerPersonId: scene.mia.id });
  const later = await makeReport(scene.db, { caseId: row.id, evidence: { text: "Intussen iets anders", shownName: "Noor" } });
  await erase(scene, scene.noor, true);
  expect((await scene.db.select().from(report).where(eq(report.id, later.id)))[0]!.evidence).toEqual({ text: "Intussen iets anders", shownName: "" });
});

test("of an erased reporter the report stays, without person and address", async () => {
  const scene = await makeDesk(home.database);
  const { sent } = await scene.reportBy(scene.jef);
  await scene.db.update(report).set({ contact: "jef@example.org" });
  await erase(scene, scene.jef, true);
  expect((await scene.db.select().from(report).where(eq(report.id, sent.id)))[0]).toMatchObject({ reporterPersonId: null, contact: null, reason: "insult" });
});

test("of an erased owner the case goes to the next", async () => {
  const scene = await makeDesk(home.database);
  await scene.reportBy(scene.jef);
  await erase(scene, scene.mia, true);
  expect((await scene.db.select().from(moderationCase))[0]!.ownerPersonId).toBeNull();
  await passOnOverdueCases(scene.house);
  expect((await scene.caseOf()).ownerPersonId).toBe(scene.dirk.id);
});
