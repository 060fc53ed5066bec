import { randomUUID } from "node:crypto";
import type { Db } from "../client.server";
import { consent, study, studyAnswer, studyResearcher, studySpace } from "../schema/index";

export type MadeStudy = typeof study.$inferSelect;

type StudyGiven = Partial<typeof study.$inferInsert> & {
  spaceIds: string[];
  /** Persons who do the research. */
  researchers?: string[];
  /** Organisations that said yes, and that said no. */
  agreed?: string[];
  refused?: string[];
};

/** A study of the fields that every row has, draft unless said otherwise; without a key, as from a seed. */
export async function makeStudy(db: Db, given: StudyGiven): Promise<MadeStudy> {
  const { spaceIds, researchers = [], agreed = [], refused = [], ...row } = given;
  const id = row.id ?? randomUUID();
  const [made] = await db
    .insert(study)
    .values({
      slug: `studie-${id.slice(0, 8)}`,
      title: "Wat helpt om mee te doen?",
      purpose: "We willen weten welke stappen mensen zetten.",
      investigator: "Lotte Voorbeeld",
      institution: "Hogeschool Voorbeeld",
      legalBasis: "Jouw toestemming",
      recipients: "Lotte Voorbeeld en niemand anders.",
      fields: ["type", "occurred_at", "role", "audience", "area"],
      periodFrom: new Date("2020-01-01T00:00:00Z"),
      periodTo: new Date("2040-01-01T00:00:00Z"),
      retentionEnd: new Date("2042-01-01T00:00:00Z"),
      sheet: "Dag. Ik ben Lotte. Ik vraag of ik mag zien dát je iets doet.",
      ...row,
      id,
    })
    .returning();
  await db.insert(studySpace).values(spaceIds.map((spaceId) => ({ studyId: id, spaceId })));
  const answers = [...agreed.map((organisationId) => ({ organisationId, agrees: true })), ...refused.map((organisationId) => ({ organisationId, agrees: false }))];
  if (answers.length > 0) await db.insert(studyAnswer).values(answers.map((answer) => ({ studyId: id, byActor: randomUUID(), ...answer })));
  if (researchers.length > 0) await db.insert(studyResearcher).values(researchers.map((personId) => ({ studyId: id, personId, institution: made!.institution })));
  return made!;
}

/** An answer of one person to a study; a yes that also covers what was before unless said otherwise. */
export async function makeConsent(db: Db, given: Partial<typeof consent.$inferInsert> & { studyId: string; actorId: string }): Promise<typeof consent.$inferSelect> {
  const [made] = await db
    .insert(consent)
    .values({ id: randomUUID(), sheetVersion: 1, answer: "given", coversBefore: true, receipt: "A1B2-C3D4", ...given })
    .returning();
  return made!;
}
