import { eq, inArray } from "drizzle-orm";
import { space, study, studySpace } from "#db/schema/index";
import { speakersFor } from "~/features/spaces/index.server";
import { mayStartStudy } from "~/permissions/research";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { streamId } from "~/platform/streams";
import type { FactWriter } from "~/platform/write-facts.server";
import { runsSome } from "./access-study.server";
import { tickedFields } from "./catalogue";
import { answerAsked, studyMoved } from "./facts";
import { StartStudyInput, type StudySettings } from "./input";
import { namedSpaces } from "./queries.server";
import { newStudyKey } from "./study-key.server";

/**
 * A data steward starts a study: what for, by whom, on which ground, which fields, which spaces. Everyone who may speak for
 * an organisation that runs one of those hears of it and can say no.
 * @returns the study's address.
 * @throws AppError `not_yourself` for who runs a named space, `not_found` for everyone without the role, `sign_in`, `invalid_input`.
 */
export const startStudy = defineAction({
  name: "research.start",
  input: StartStudyInput,
  limit: perPerson(30, "hour"),
  load: async (ctx, input) => ({ runsNamedSpace: await runsSome(ctx, input.spaces) }),
  allow: mayStartStudy,
  run: async (ctx, { input, fact }): Promise<{ id: string; slug: string }> => {
    const { id, spaces, ...settings } = await checkSettings(ctx, input);
    const slug = await freeSlug(ctx, input.title, id);
    const made = await ctx.db
      .insert(study)
      .values({ ...settings, id, slug, wrappedKey: newStudyKey(ctx.house, id), stewardPersonId: ctx.actor.personId, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: study.id });
    if (made.length === 0) {
      const [same] = await ctx.db.select().from(study).where(eq(study.id, id));
      if (same?.stewardPersonId !== ctx.actor.personId) throw new AppError("already_done");
      return { id, slug: same.slug };
    }
    await ctx.db.insert(studySpace).values(spaces.map((spaceId) => ({ studyId: id, spaceId })));
    fact(studyMoved, { object: { kind: "study", id }, data: { to: "started", sheetVersion: 1 } });
    await askOrganisations(ctx, id, new Set(), fact);
    return { id, slug };
  },
});

/** Only fields of the catalogue, and spaces that people can come into. @throws AppError `invalid_input`. */
export async function checkSettings<S extends Pick<StudySettings, "fields" | "spaces">>(ctx: Ctx, given: S): Promise<S> {
  const fields = tickedFields(given.fields).map((field) => field.key);
  if (fields.length !== new Set(given.fields).size) throw new AppError("invalid_input", { fields: { fields: "not_valid" } });
  const spaces = [...new Set(given.spaces)].sort();
  const found = await ctx.db.select({ id: space.id, status: space.status }).from(space).where(inArray(space.id, spaces));
  if (found.filter((one) => one.status !== "draft").length !== spaces.length) throw new AppError("invalid_input", { fields: { spaces: "not_valid" } });
  return { ...given, fields, spaces };
}

/** Tells everyone who may speak for an organisation that runs a named space, once for each organisation that was not asked before. */
export async function askOrganisations(ctx: Ctx, studyId: string, asked: ReadonlySet<string>, fact: FactWriter): Promise<void> {
  const organisations = new Set((await namedSpaces(ctx, studyId)).flatMap((one) => one.organisations.map(({ id }) => id)));
  for (const organisationId of [...organisations].filter((id) => !asked.has(id)).sort()) {
    for (const actorId of await speakersFor(ctx, organisationId)) {
      fact(answerAsked, { stream: streamId("person", actorId), organisationId, data: { study: studyId, organisation: organisationId } });
    }
  }
}

async function freeSlug(ctx: Ctx, title: string, id: string): Promise<string> {
  const bare = title.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-+|-+$/g, "");
  const [other] = bare ? await ctx.db.select({ id: study.id }).from(study).where(eq(study.slug, bare)) : [{ id }];
  return other || bare === "uitnodiging" ? `${bare || "studie"}-${id.slice(0, 8)}` : bare;
}
