import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { discussion, questionBundle, questionBundleItem } from "#db/schema/index";
import { groupStream } from "~/features/groups/index.server";
import { accessSpace, linkThings, spaceStream } from "~/features/spaces/index.server";
import { mayBundleQuestions } from "~/permissions/discussions";
import { actingRole, type SpaceRelation } from "~/permissions/relations";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perPerson } from "~/platform/limiter.server";
import { findThings } from "~/platform/things.server";
import type { FactWriter } from "~/platform/write-facts.server";
import { accessBundle, type BundleRow } from "./access-bundle.server";
import { bundleChanged, bundleLedTo, bundleMade, questionBundled, questionUnbundled } from "./facts";
import { ChangeBundleInput, LeadBundleInput, MakeBundleInput } from "../input";
import { discussionColumns, type DiscussionRow } from "../queries.server";
import { everyoneWhoAsked } from "./who-asked.server";

/** The relation of a link from a bundle to what was started from it. */
export const ledTo = "led-to";

/**
 * Takes similar learning questions together, over the groups of one leerplek. Sending it again with the same id gives the first.
 * @throws AppError `not_found` for a question that is not of this leerplek; `already_done` for one that is in a bundle, or
 * an id that was used for something else; `forbidden` … from the rule.
 */
export const makeBundle = defineAction({
  name: "question.make-bundle",
  input: MakeBundleInput,
  limit: perPerson(30, "minute"),
  load: async (ctx, input) => {
    const accessed = await accessSpace(ctx, { id: input.spaceId });
    const [earlier = null] = await ctx.db.select().from(questionBundle).where(eq(questionBundle.id, input.id));
    return { ...accessed, earlier };
  },
  allow: (actor, loaded, input) => {
    const verdict = mayBundleQuestions(actor, loaded.relation);
    if (verdict !== true || !loaded.earlier) return verdict;
    return loaded.earlier.createdByActor === actor.actorId && loaded.earlier.spaceId === input.spaceId && loaded.earlier.title === input.title ? true : "already_done";
  },
  run: async (ctx, { input, loaded, fact }) => {
    if (loaded.earlier) return { id: loaded.earlier.id };
    const questions = await holdQuestions(ctx, input.spaceId, input.questions);
    const [made] = await ctx.db
      .insert(questionBundle)
      .values({ id: input.id, spaceId: input.spaceId, title: input.title, createdByActor: ctx.actor.actorId!, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning();
    if (!made) throw new AppError("already_done");
    await putIn(ctx, made, loaded.relation, questions, fact);
    fact(bundleMade, { ...aboutBundle(made, loaded.relation), data: { questions: questions.length } });
    return { id: made.id };
  },
});

/**
 * Changes the title of a bundle and which questions are in it: the list is the whole of it.
 * @throws AppError `stale` when it changed since `rev`; `not_found` and `already_done` as `makeBundle`.
 */
export const changeBundle = defineAction({
  name: "question.change-bundle",
  input: ChangeBundleInput,
  limit: perPerson(30, "minute"),
  load: (ctx, input) => accessBundle(ctx, input.id),
  allow: (actor, loaded, input) => {
    const verdict = mayBundleQuestions(actor, loaded.relation);
    if (verdict !== true || isUnchanged(loaded, input)) return verdict;
    return loaded.bundle.rev === input.rev ? true : "stale";
  },
  run: async (ctx, { input, loaded, fact }) => {
    const { bundle, relation, questionIds } = loaded;
    if (isUnchanged(loaded, input)) return { id: bundle.id };
    const all = await holdQuestions(ctx, bundle.spaceId, [...new Set([...questionIds, ...input.questions])]);
    const added = all.filter((row) => !questionIds.includes(row.id));
    const taken = all.filter((row) => !input.questions.includes(row.id));
    await ctx.db.update(questionBundle).set({ title: input.title, rev: sql`${questionBundle.rev} + 1` }).where(eq(questionBundle.id, bundle.id));
    await takeOut(ctx, bundle, relation, taken, fact);
    await putIn(ctx, bundle, relation, added, fact);
    fact(bundleChanged, { ...aboutBundle(bundle, relation), data: { questions: input.questions.length } });
    return { id: bundle.id };
  },
});

/**
 * Notes that an activity, an experiment or a text was started from a bundle: everyone who asked hears. The same again
 * changes nothing. @throws AppError `not_found` when the thing is not there or not of this leerplek.
 */
export const leadBundle = defineAction({
  name: "question.lead-bundle",
  input: LeadBundleInput,
  limit: perPerson(30, "minute"),
  load: async (ctx, input) => {
    const accessed = await accessBundle(ctx, input.bundle);
    const [thing] = await findThings(ctx, [{ kind: input.toKind, id: input.toId }]);
    if (!thing || thing.spaceId !== accessed.space.id) throw new AppError("not_found");
    return accessed;
  },
  allow: (actor, loaded) => mayBundleQuestions(actor, loaded.relation),
  run: async (ctx, { input, loaded, fact }) => {
    const { bundle, relation, questionIds } = loaded;
    const to = { kind: input.toKind, id: input.toId };
    if (!(await linkThings(ctx, bundle.spaceId, { from: { kind: "bundle", id: bundle.id }, to, relation: ledTo }))) return { id: bundle.id };
    const people = (await everyoneWhoAsked(ctx, bundle.id)).length;
    fact(bundleLedTo, { ...aboutBundle(bundle, relation), data: { toKind: to.kind, toId: to.id, questions: questionIds.length, people } });
    return { id: bundle.id };
  },
});

function isUnchanged(loaded: { bundle: BundleRow; questionIds: string[] }, input: { title: string; questions: string[] }): boolean {
  return loaded.bundle.title === input.title && loaded.questionIds.join() === input.questions.join();
}

function aboutBundle(bundle: BundleRow, relation: SpaceRelation) {
  return { stream: spaceStream(bundle.spaceId), spaceId: bundle.spaceId, role: actingRole(relation), object: { kind: "bundle", id: bundle.id } };
}

/** The questions' rows, held until the commit, in one order for everybody. */
async function holdQuestions(ctx: Ctx, spaceId: string, ids: string[]): Promise<DiscussionRow[]> {
  const rows = await ctx.db
    .select(discussionColumns)
    .from(discussion)
    .where(and(inArray(discussion.id, ids), eq(discussion.spaceId, spaceId), eq(discussion.kind, "question")))
    .orderBy(asc(discussion.id))
    .for("no key update");
  if (rows.length < ids.length) throw new AppError("not_found");
  return rows;
}

async function putIn(ctx: Ctx, bundle: BundleRow, relation: SpaceRelation, rows: DiscussionRow[], fact: FactWriter): Promise<void> {
  if (rows.length === 0) return;
  if (rows.some((row) => row.moderation !== "visible")) throw new AppError("not_found");
  const put = await ctx.db
    .insert(questionBundleItem)
    .values(rows.map((row) => ({ bundleId: bundle.id, discussionId: row.id })))
    .onConflictDoNothing()
    .returning();
  if (put.length < rows.length) throw new AppError("already_done");
  await sayOfEach(ctx, bundle, relation, rows, fact, questionBundled);
}

async function takeOut(ctx: Ctx, bundle: BundleRow, relation: SpaceRelation, rows: DiscussionRow[], fact: FactWriter): Promise<void> {
  if (rows.length === 0) return;
  await ctx.db.delete(questionBundleItem).where(inArray(questionBundleItem.discussionId, rows.map((row) => row.id)));
  await sayOfEach(ctx, bundle, relation, rows, fact, questionUnbundled);
}

async function sayOfEach(ctx: Ctx, bundle: BundleRow, relation: SpaceRelation, rows: DiscussionRow[], fact: FactWriter, type: typeof questionBundled): Promise<void> {
  await ctx.db.update(discussion).set({ rev: sql`${discussion.rev} + 1` }).where(inArray(discussion.id, rows.map((row) => row.id)));
  for (const row of rows) {
    const { id, groupId, spaceId } = row;
    fact(type, { stream: groupStream(groupId), spaceId, groupId, role: actingRole(relation), object: { kind: "discussion", id }, data: { bundle: bundle.id } });
  }
}
