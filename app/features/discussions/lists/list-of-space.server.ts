import { accessSpace } from "~/features/spaces/index.server";
import { mayBundleQuestions } from "~/permissions/discussions";
import type { Ctx } from "~/platform/ctx.server";
import { listEverywhere, type DiscussionSummary, type Paged } from "./list-discussions.server";
import { listBundles, type BundleInShort } from "../questions/read-bundle.server";

export interface ListedQuestions {
  listed: Paged<DiscussionSummary>;
  answered: boolean;
  /** Null over everything that the reader may read. */
  space: { slug: string; name: string } | null;
  bundles: BundleInShort[];
  mayBundle: boolean;
}

/** Learning questions, open or answered, with the bundles of their leerplek. @throws AppError as `accessSpace`. */
export async function listQuestions(ctx: Ctx, params: { slug?: string | null; answered: boolean; page: number }): Promise<ListedQuestions> {
  const { answered, page } = params;
  const found = params.slug ? await accessSpace(ctx, { slug: params.slug }) : null;
  return {
    listed: await listEverywhere(ctx, { page, kind: "question", answered, spaceId: found?.space.id }),
    answered,
    space: found ? { slug: found.space.slug, name: found.space.name } : null,
    bundles: found ? await listBundles(ctx, found.space.id) : [],
    mayBundle: found !== null && mayBundleQuestions(ctx.actor, found.relation) === true,
  };
}

/** Everything that is talked about in one leerplek, as far as the reader may read it. @throws AppError as `accessSpace`. */
export async function listOfSpace(ctx: Ctx, params: { slug: string; page: number }) {
  const { space, relation } = await accessSpace(ctx, { slug: params.slug });
  return {
    space: { slug: space.slug, name: space.name },
    listed: await listEverywhere(ctx, { page: params.page, spaceId: space.id }),
    bundles: await listBundles(ctx, space.id),
    mayBundle: mayBundleQuestions(ctx.actor, relation) === true,
  };
}
