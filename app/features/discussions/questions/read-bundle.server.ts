import { asc, count, desc, eq, inArray } from "drizzle-orm";
import { discussion, municipality, questionBundle, questionBundleItem, spaceArea } from "#db/schema/index";
import { readableGroups } from "~/features/groups/index.server";
import { accessSpace, linksFrom } from "~/features/spaces/index.server";
import { mayBundleQuestions, mayReadBundle } from "~/permissions/discussions";
import { addressId } from "~/platform/address-id";
import { AppError, type Verdict } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { findThings, type Thing } from "~/platform/things.server";
import { accessBundle, type AccessedBundle } from "./access-bundle.server";
import { ledTo } from "./bundle-questions.server";
import { listEverywhere, summarize, type DiscussionSummary } from "../lists/list-discussions.server";
import { discussionColumns } from "../queries.server";
import { similarQuestions } from "./similar-questions.server";
import { everyoneWhoAsked } from "./who-asked.server";

export interface BundlePage {
  id: string;
  rev: number;
  title: string;
  space: { id: string; slug: string; name: string };
  /** Everyone who asked or joined in, over all its questions. */
  people: number;
  /** The areas that the leerplek is for; empty below five people, so that few cannot be guessed at. */
  areas: string[];
  /** Its questions that this reader may read. */
  questions: DiscussionSummary[];
  /** How many more there are, in groups that this reader may not read. */
  elsewhere: number;
  /** What was started from it. */
  led: Thing[];
  may: { change: Verdict };
}

/** A bundle as its page shows it. @throws AppError as `accessBundle`. */
export async function readBundle(ctx: Ctx, params: { id: string }): Promise<BundlePage> {
  const id = addressId(params.id);
  const accessed = await accessBundle(ctx, id);
  const { bundle, space, questionIds } = accessed;
  const people = (await everyoneWhoAsked(ctx, id)).length;
  const questions = await readQuestions(ctx, accessed);
  return {
    id,
    rev: bundle.rev,
    title: bundle.title,
    space: { id: space.id, slug: space.slug, name: space.name },
    people,
    areas: people >= limits.smallCell ? await areasOf(ctx, space.id) : [],
    questions,
    elsewhere: questionIds.length - questions.length,
    led: await findThings(ctx, (await linksFrom(ctx, [id], ledTo)).map((link) => link.to)),
    may: { change: mayBundleQuestions(ctx.actor, accessed.relation) },
  };
}

/** What a page with a form for bundling needs: the open questions of a leerplek, with the bundle that each is in. */
export interface BundleChoice {
  space: { id: string; slug: string; name: string };
  questions: (DiscussionSummary & { bundled: boolean })[];
}

/** What looks like the question `like` comes first. @throws AppError as `accessSpace`, and the refusal of the rule. */
export async function readBundleChoice(ctx: Ctx, by: { slug: string } | { id: string }, like: string | null): Promise<BundleChoice> {
  const { space, relation } = await accessSpace(ctx, by);
  const verdict = mayBundleQuestions(ctx.actor, relation);
  if (verdict !== true) throw new AppError(verdict);
  const items: DiscussionSummary[] = [];
  for (let page = 1, pages = 1; page <= pages && items.length < 200; page += 1) {
    const listed = await listEverywhere(ctx, { page, spaceId: space.id, kind: "question" });
    items.push(...listed.items);
    pages = listed.pages;
  }
  const first = items.find((item) => item.discussion.id === like);
  const alike = first ? await similarQuestions(ctx, { title: first.discussion.title, spaceId: space.id, limit: 20 }) : [];
  const place = (item: DiscussionSummary) => (item === first ? -1 : alike.findIndex((one) => one.discussion.id === item.discussion.id) + 1 || Infinity);
  items.sort((a, b) => Math.sign(place(a) - place(b)) || 0);
  return { space: { id: space.id, slug: space.slug, name: space.name }, questions: items.map((item) => ({ ...item, bundled: item.discussion.bundle !== null })) };
}

export interface BundleInShort {
  id: string;
  title: string;
  questions: number;
}

/** The bundles of a leerplek, the newest first; none for who may not read them. */
export async function listBundles(ctx: Ctx, spaceId: string): Promise<BundleInShort[]> {
  const { relation } = await accessSpace(ctx, { id: spaceId });
  if (mayReadBundle(ctx.actor, relation) !== true) return [];
  return ctx.db
    .select({ id: questionBundle.id, title: questionBundle.title, questions: count(questionBundleItem.discussionId) })
    .from(questionBundle)
    .innerJoin(questionBundleItem, eq(questionBundleItem.bundleId, questionBundle.id))
    .where(eq(questionBundle.spaceId, spaceId))
    .groupBy(questionBundle.id)
    .orderBy(desc(questionBundle.createdAt), asc(questionBundle.id));
}

async function readQuestions(ctx: Ctx, { questionIds, space }: AccessedBundle): Promise<DiscussionSummary[]> {
  const groups = await readableGroups(ctx, { spaceId: space.id });
  const rows = questionIds.length === 0 ? [] : await ctx.db.select(discussionColumns).from(discussion).where(inArray(discussion.id, questionIds)).orderBy(desc(discussion.supporters), asc(discussion.createdAt));
  const readable = rows.filter((row) => groups.has(row.groupId) && row.moderation === "visible");
  return summarize(ctx, readable.map((row) => ({ row, reading: null })), groups);
}

/** Areas above the municipalities that a leerplek is for, each once. */
async function areasOf(ctx: Ctx, spaceId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ area: municipality.area })
    .from(spaceArea)
    .innerJoin(municipality, eq(municipality.nis, spaceArea.nis))
    .where(eq(spaceArea.spaceId, spaceId))
    .orderBy(municipality.area);
  return rows.map((row) => row.area);
}
