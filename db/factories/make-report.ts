import { randomUUID } from "node:crypto";
import type { Db } from "../client.server";
import { moderationCase, report } from "../schema/index";

type CaseGiven = Partial<typeof moderationCase.$inferInsert> & { spaceId: string; subjectId: string };

/** A case about something, a message unless said otherwise, without reports. */
export async function makeCase(db: Db, given: CaseGiven): Promise<typeof moderationCase.$inferSelect> {
  const [made] = await db
    .insert(moderationCase)
    .values({ subjectKind: "message", urgency: 1, evidence: { title: "Wie rijdt er op zaterdag?", text: "Jij bent een ezel", shownName: "Noor" }, ...given })
    .returning();
  return made!;
}

/** One report on a case, without an account and without a word of explanation unless said otherwise. Its secret opens nothing. */
export async function makeReport(db: Db, given: Partial<typeof report.$inferInsert> & { caseId: string }): Promise<typeof report.$inferSelect> {
  const id = given.id ?? randomUUID();
  const [made] = await db
    .insert(report)
    .values({ reference: `M-${id.slice(0, 8).toUpperCase()}`, secretHash: "no-secret", reason: "insult", ...given, id })
    .returning();
  return made!;
}
