import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server";
import { makeDiscussion, makeMessages } from "#db/factories/make-discussion";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { makeOrganisation } from "#db/factories/make-organisation";
import { makePerson, type MadePerson } from "#db/factories/make-person";
import { makeSpace, makeSpaceRole } from "#db/factories/make-space";
import { moderationCase } from "#db/schema/index";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { ctxFor, testHouse } from "~/platform/test/test-house";
import { decideCase, previewDecision, reportThing } from "../index.server";

/**
 * A leerplek of two organisations with a moderator (Mia), a deputy of the other organisation (Dirk) and the shared duty
 * desk (Wanda); in it a group where Noor wrote messages that Jef reads.
 */
export async function makeDesk(database: Database, given: { closed?: boolean } = {}) {
  const house = testHouse(database);
  const { db } = database;
  const [here, there] = [await makeOrganisation(db, { name: "Gemeente Hier" }), await makeOrganisation(db, { name: "Gemeente Daar" })];
  const space = await makeSpace(db, { organisationIds: [here.id, there.id], houseRules: ["We blijven vriendelijk.", "Geen reclame."] });
  const group = await makeGroup(db, { spaceId: space.id, visibility: given.closed ? "members" : "public", joining: given.closed ? "request" : "open" });
  const official = (name: string) => makePerson(db, { name, email: `${name.toLowerCase()}-${randomUUID()}@example.org`, emailConfirmedAt: new Date() });
  const [mia, dirk] = [await official("Mia"), await official("Dirk")];
  await makeSpaceRole(db, { spaceId: space.id, personId: mia.id, organisationId: here.id, role: "moderator", function: "moderator", shownName: "Mia" });
  await makeSpaceRole(db, { spaceId: space.id, personId: dirk.id, organisationId: there.id, role: "deputy_moderator", function: "moderator", shownName: "Dirk" });
  const wanda = await makePerson(db, { name: "Wanda", roles: ["duty_desk"], email: `wanda-${randomUUID()}@example.org`, emailConfirmedAt: new Date() });
  const [noor, jef, outsider] = [await makePerson(db, { name: "Noor" }), await makePerson(db, { name: "Jef" }), await makePerson(db, { name: "Els" })];
  await makeGroupMembership(db, { group, personId: noor.id, shownName: "Noor" });
  await makeGroupMembership(db, { group, personId: jef.id, shownName: "Jef" });
  const discussion = await makeDiscussion(db, { group, authorActor: noor.actorId, title: "De bus" });
  const [first, message, last] = await makeMessages(db, { discussion, authorActor: noor.actorId, texts: ["Goeiemorgen", "Jij bent een ezel", "Tot morgen"] });
  const as = (person: MadePerson | null) => ctxFor(house, person?.id ?? null);
  const report = (subject: string, more: Record<string, unknown> = {}) => ({
    id: randomUUID(),
    secret: randomBytes(32).toString("base64url"),
    kind: "message",
    subject,
    reason: "insult",
    ...more,
  });
  const reportBy = async (person: MadePerson | null, more: Record<string, unknown> = {}) => {
    const sent = report(message!.id, more);
    return { sent, receipt: await reportThing(await as(person), sent) };
  };
  const caseOf = async (subject: string = message!.id) => (await db.select().from(moderationCase).where(eq(moderationCase.subjectId, subject)))[0]!;
  /** Goes through the preview, as the screen does. */
  const draft = async (ctx: Ctx, choice: Record<string, unknown>, subject?: string) => {
    const row = await caseOf(subject);
    const { hidden, letter } = await previewDecision(ctx, { case: row.id, version: row.version, found: "insult", rule: "house:0", words: "", ...choice });
    return { sent: { ...hidden, id: randomUUID() }, letter };
  };
  const decide = async (person: MadePerson, choice: Record<string, unknown>, subject?: string) => {
    const ctx = await as(person);
    const { sent, letter } = await draft(ctx, choice, subject);
    return { ...(await decideCase(ctx, sent)), sent, letter };
  };
  const later = (minutes: number) => house.setNow(new Date(house.now().getTime() + minutes * 60_000));
  return { house, db, here, there, space, group, discussion, first: first!, message: message!, last: last!, mia, dirk, wanda, noor, jef, outsider, as, report, reportBy, caseOf, draft, decide, later };
}

/** The code with which something was refused; "done" when it was not. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return "done";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
