import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { installationRole, message as messageTable, moderationCase, report as reportTable, spaceRole } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { deskStream } from "~/features/spaces/index.server";
import { AppError } from "~/platform/codes";
import { loadEntities } from "~/platform/entities.server";
import { readReceipt, readReportForm, reportThing } from "./index.server";
import { makeDesk, refusal } from "./test/make-desk";

const home = useDatabase();

test("a report makes one case with an owner and the evidence; it tells the desk at once, without saying who reported", async () => {
  const { house, db, reportBy, caseOf, space, mia, jef, noor, message } = await makeDesk(home.database);
  const { receipt, sent } = await reportBy(jef, { explanation: "Dat is niet lief." });
  expect(receipt.reference).toMatch(/^M-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  const row = await caseOf();
  expect(row).toMatchObject({ subjectKind: "message", subjectId: message.id, spaceId: space.id, state: "open", authorActor: noor.actorId, ownerPersonId: mia.id, urgency: 1 });
  expect(row.evidence).toEqual({ title: "De bus", text: "Jij bent een ezel", shownName: "Noor" });
  expect(row.ownerTerm!.getTime() - row.ownerSince!.getTime()).toBe(24 * 3_600_000);
  const [kept] = await db.select().from(reportTable);
  expect(kept).toMatchObject({ id: sent.id, reporterPersonId: jef.id, reason: "insult", explanation: "Dat is niet lief.", danger: false, evidence: null });
  expect(JSON.stringify(kept)).not.toContain(sent.secret);
  expect(house.published.map((one) => [one.type, one.stream, one.objectId])).toEqual([
    ["moderation.thing-reported", deskStream(space.id), row.id],
    ["moderation.report-received", null, sent.id],
    ["moderation.owner-chosen", deskStream(space.id), row.id],
  ]);
  expect(house.published.map((one) => one.actorId)).toEqual([null, null, null]);
  expect(house.published[2]!.data).toEqual({ caseId: row.id, because: "opened", to: "moderator" });
});

test("the desk's line, sent with the facts, is what a fresh load shows, and says nothing of text or people", async () => {
  const { house, reportBy, caseOf, space, jef, mia, as } = await makeDesk(home.database);
  await reportBy(jef);
  await reportBy(null);
  const row = await caseOf();
  const [line] = await loadEntities(await as(mia), deskStream(space.id), [{ kind: "case", id: row.id }]);
  expect(line).toEqual({ kind: "case", id: row.id, rev: row.version, number: row.number, state: "open", about: "message", danger: false, reports: 2, claimed: false, at: house.now().toISOString() });
  const [elsewhere] = await loadEntities(await as(mia), "desk:00000000-0000-4000-8000-000000000000", [{ kind: "case", id: row.id }]);
  expect(elsewhere).toMatchObject({ gone: "moved" });
});

test("a second report joins the case, also without an account; sending one twice reports once", async () => {
  const { db, reportBy, caseOf, jef, as } = await makeDesk(home.database);
  await reportBy(jef);
  const { sent, receipt } = await reportBy(null, { contact: "Iemand@Example.org" });
  expect(await reportThing(await as(null), sent)).toEqual(receipt);
  expect(await db.select().from(moderationCase)).toHaveLength(1);
  expect(await db.select().from(reportTable)).toHaveLength(2);
  expect((await caseOf()).urgency).toBe(2);
  expect((await db.select().from(reportTable).where(eq(reportTable.id, sent.id)))[0]).toMatchObject({ reporterPersonId: null, contact: "iemand@example.org" });
  expect(await refusal(reportThing(await as(null), { ...sent, secret: "x".repeat(43) }))).toBe("already_done");
  expect(await refusal(reportThing(await as(null), { ...sent, subject: (await makeOther(db)).id }))).toBe("already_done");
});

async function makeOther(db: Awaited<ReturnType<typeof makeDesk>>["db"]) {
  const [other] = await db.select().from(messageTable).where(eq(messageTable.number, 1));
  return other!;
}

test("somebody with an account who reports the same again gets the number of the first", async () => {
  const { db, reportBy, jef } = await makeDesk(home.database);
  const first = await reportBy(jef);
  const again = await reportBy(jef);
  expect(again.receipt).toEqual({ reference: first.receipt.reference, known: true });
  expect(await db.select().from(reportTable)).toHaveLength(1);
});

test("evidence survives an edit and a removal; a later report keeps what it saw", async () => {
  const { db, reportBy, caseOf, jef, message, later } = await makeDesk(home.database);
  await reportBy(jef);
  await db.update(messageTable).set({ text: "Jij bent een lieve ezel" }).where(eq(messageTable.id, message.id));
  later(1);
  const { sent } = await reportBy(null);
  await db.update(messageTable).set({ text: "", state: "removed" }).where(eq(messageTable.id, message.id));
  expect((await caseOf()).evidence.text).toBe("Jij bent een ezel");
  expect((await db.select().from(reportTable).where(eq(reportTable.id, sent.id)))[0]!.evidence).toEqual({ title: "De bus", text: "Jij bent een lieve ezel", shownName: "Noor" });
});

test("danger comes before any number of reports; the law weighs as five", async () => {
  const { reportBy, caseOf, jef, wanda } = await makeDesk(home.database);
  await reportBy(jef, { illegal: true, law: "hate", goodFaith: "yes", explanation: "Haat." });
  expect((await caseOf()).urgency).toBe(5);
  await reportBy(wanda, { danger: "yes" });
  expect((await caseOf()).urgency).toBe(10_006);
});

test("what the law forbids asks for the law, why and good faith, and an address unless somebody is in danger", async () => {
  const { reportBy, jef } = await makeDesk(home.database);
  const fieldsOf = async (more: Record<string, unknown>, by: typeof jef | null = null) => {
    try {
      await reportBy(by, { illegal: "yes", ...more });
      return "done";
    } catch (error) {
      return error instanceof AppError ? error.detail.fields : error;
    }
  };
  expect(await fieldsOf({ law: "" })).toEqual({ law: "required", explanation: "required", goodFaith: "required", contact: "required" });
  const whole = { law: "threat", explanation: "Hij dreigt.", goodFaith: "yes" };
  expect(await fieldsOf(whole)).toEqual({ contact: "required" });
  expect(await fieldsOf({ ...whole, contact: "geen adres" })).toEqual({ contact: "not_valid" });
  expect(await fieldsOf({ ...whole, danger: "yes" })).toBe("done");
  expect(await fieldsOf({ ...whole, law: "child_abuse" })).toBe("done");
  expect(await fieldsOf(whole, jef)).toBe("done");
});

test("who cannot see it cannot report it, nor learn that it is there; nobody reports their own", async () => {
  const { reportBy, outsider, noor, as, message } = await makeDesk(home.database, { closed: true });
  expect(await refusal(reportBy(outsider))).toBe("join_group");
  expect(await refusal(reportBy(null))).toBe("sign_in");
  expect(await refusal(reportBy(noor))).toBe("not_yourself");
  expect(await refusal(readReportForm(await as(outsider), "bericht", message.id))).toBe("join_group");
  expect(await refusal(readReportForm(await as(noor), "onzin", message.id))).toBe("not_found");
  expect(await refusal(readReportForm(await as(noor), "bericht", "geen-id"))).toBe("not_found");
  expect(await refusal(readReportForm(await as(noor), "bericht", "00000000-0000-4000-8000-000000000000"))).toBe("not_found");
});

test("the owner is never the author nor a reporter, and comes after the moderator from the deputy and the duty desk", async () => {
  const { db, reportBy, caseOf, mia, dirk, wanda, jef, house } = await makeDesk(home.database);
  await reportBy(jef);
  expect((await caseOf()).ownerPersonId).toBe(mia.id);
  await reportBy(mia);
  expect((await caseOf()).ownerPersonId).toBe(dirk.id);
  expect(house.published.at(-1)).toMatchObject({ type: "moderation.owner-chosen", data: { because: "involved", to: "deputy_moderator" } });
  await db.update(spaceRole).set({ endedAt: house.now() }).where(eq(spaceRole.personId, dirk.id));
  await reportBy(null);
  expect((await caseOf()).ownerPersonId).toBe(wanda.id);
});

test("a case without anybody to ask is kept, and says that nobody has it", async () => {
  const { db, reportBy, caseOf, jef, house } = await makeDesk(home.database);
  await db.update(spaceRole).set({ until: new Date(house.now().getTime() - 1) });
  await db.delete(installationRole);
  await reportBy(jef);
  expect((await caseOf()).ownerPersonId).toBeNull();
  expect(house.published.at(-1)).toMatchObject({ type: "moderation.owner-chosen", data: { because: "opened", to: "nobody" } });
});

test("at most ten an hour from one account; another is not held up by it", async () => {
  const { reportBy, jef, noor } = await makeDesk(home.database);
  for (let n = 0; n < 10; n += 1) await reportBy(jef);
  expect(await refusal(reportBy(jef))).toBe("too_many");
  expect(await refusal(reportBy(noor))).toBe("not_yourself");
});

test("the status page opens with the secret or for the account that reported, and for nobody else", async () => {
  const { reportBy, as, jef, noor } = await makeDesk(home.database);
  const { sent, receipt } = await reportBy(null);
  const open = await readReceipt(await as(null), receipt.reference, sent.secret);
  expect(open).toMatchObject({ reference: receipt.reference, about: "message", looking: false, answer: null });
  expect(open.link).toBe(`http://127.0.0.1:3000/melding/${receipt.reference}?sleutel=${sent.secret}`);
  expect(await refusal(readReceipt(await as(null), receipt.reference, null))).toBe("not_found");
  expect(await refusal(readReceipt(await as(noor), receipt.reference, "y".repeat(43)))).toBe("not_found");
  expect(await refusal(readReceipt(await as(null), "M-XXXX-XXXX", sent.secret))).toBe("not_found");
  const own = await reportBy(jef);
  expect(await readReceipt(await as(jef), own.receipt.reference, null)).toMatchObject({ link: null });
  expect(await refusal(readReceipt(await as(noor), own.receipt.reference, null))).toBe("not_found");
});
