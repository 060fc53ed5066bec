import { and, eq, sql } from "drizzle-orm";
import { study, studySpace } from "#db/schema/index";
import { mayChangeStudy, mayCloseStudy, mayDestroyKey, mayOpenStudy } from "~/permissions/research";
import { AppError } from "~/platform/codes";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { accessStudyToChange } from "./access-study.server";
import { studyMoved } from "./facts";
import { ChangeStudyInput, StudyInput } from "./input";
import { askOrganisations, checkSettings } from "./start-study.server";

/**
 * Changes what a study is. Once people were asked, a change of anything that they were told raises the version of the
 * sheet: every answer is unknown again. New spaces bring new organisations to ask.
 * @throws AppError `stale`, `closed`, `not_yourself`, `not_found`, `sign_in`, `invalid_input`.
 */
export const changeStudy = defineAction({
  name: "research.change",
  input: ChangeStudyInput,
  limit: perPerson(60, "hour"),
  load: (ctx, input) => accessStudyToChange(ctx, input.study),
  allow: (actor, { relation }) => mayChangeStudy(actor, relation),
  run: async (ctx, { input, loaded, fact }): Promise<{ slug: string; sheetVersion: number }> => {
    const { study: id, rev, spaces, ...settings } = await checkSettings(ctx, input);
    if (rev !== loaded.study.rev) throw new AppError("stale");
    const before = loaded.spaces.map((one) => one.id).sort();
    const told = Object.entries(settings).some(([key, value]) => JSON.stringify(value) !== JSON.stringify(loaded.study[key as keyof typeof settings])) || before.join() !== spaces.join();
    const sheetVersion = loaded.study.sheetVersion + (told && loaded.study.state === "open" ? 1 : 0);
    await ctx.db.update(study).set({ ...settings, sheetVersion, rev: sql`${study.rev} + 1` }).where(eq(study.id, id));
    await ctx.db.delete(studySpace).where(eq(studySpace.studyId, id));
    await ctx.db.insert(studySpace).values(spaces.map((spaceId) => ({ studyId: id, spaceId })));
    fact(studyMoved, { object: { kind: "study", id }, data: { to: "changed", sheetVersion } });
    await askOrganisations(ctx, id, new Set(loaded.spaces.flatMap((one) => one.organisations.map((each) => each.id))), fact);
    return { slug: loaded.study.slug, sheetVersion };
  },
});

/**
 * Opens a study: people in the spaces that take part are asked from now on.
 * @throws AppError `too_soon` while no space has every answer, `organisation_said_no` when each is kept out, `already_done`,
 *   `closed`, `not_yourself`, `not_found`, `sign_in`.
 */
export const openStudy = defineAction({
  name: "research.open",
  input: StudyInput,
  limit: perPerson(30, "hour"),
  load: (ctx, input) => accessStudyToChange(ctx, input.study),
  allow: (actor, { relation, spaces }) => mayOpenStudy(actor, relation, spaces.map((one) => one.standing)),
  run: async (ctx, { input: { study: id }, loaded, fact }): Promise<void> => {
    await ctx.db.update(study).set({ state: "open", openedAt: ctx.now, rev: sql`${study.rev} + 1` }).where(eq(study.id, id));
    fact(studyMoved, { object: { kind: "study", id }, data: { to: "opened", sheetVersion: loaded.study.sheetVersion } });
  },
});

/**
 * Closes a study: nobody is asked any more; who said yes can still take it back, releases can be asked for until the
 * retention ends.
 * @throws AppError `not_open_yet`, `already_done`, `not_yourself`, `not_found`, `sign_in`.
 */
export const closeStudy = defineAction({
  name: "research.close",
  input: StudyInput,
  limit: perPerson(30, "hour"),
  load: (ctx, input) => accessStudyToChange(ctx, input.study),
  allow: (actor, { relation }) => mayCloseStudy(actor, relation),
  run: async (ctx, { input: { study: id }, loaded, fact }): Promise<void> => {
    await ctx.db.update(study).set({ state: "closed", closedAt: ctx.now, rev: sql`${study.rev} + 1` }).where(eq(study.id, id));
    fact(studyMoved, { object: { kind: "study", id }, data: { to: "closed", sheetVersion: loaded.study.sheetVersion } });
  },
});

/**
 * Destroys the key of a closed study, for good: no pseudonym can be tied to anybody again.
 * @throws AppError `too_soon` before it is closed, `already_done`, `not_yourself`, `not_found`, `sign_in`.
 */
export const destroyStudyKey = defineAction({
  name: "research.destroy-key",
  input: StudyInput,
  limit: perPerson(30, "hour"),
  load: (ctx, input) => accessStudyToChange(ctx, input.study),
  allow: (actor, { relation }) => mayDestroyKey(actor, relation),
  run: async (ctx, { input: { study: id }, loaded, fact }): Promise<void> => {
    await ctx.db.update(study).set({ state: "key_destroyed", wrappedKey: null, rev: sql`${study.rev} + 1` }).where(and(eq(study.id, id), eq(study.state, "closed")));
    fact(studyMoved, { object: { kind: "study", id }, data: { to: "key-destroyed", sheetVersion: loaded.study.sheetVersion } });
  },
});
