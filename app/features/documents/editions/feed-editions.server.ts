import type { OpenedSpace } from "~/features/groups/index.server";
import type { FeedEntry } from "~/platform/atom-feed";
import { listMaterial } from "./read-edition.server";
import { documentWords } from "../words";

/** The newest learning material, of all groups: an edition is for everyone. Named are those who agreed to it. */
export async function feedEditions({ ctx, space }: Pick<OpenedSpace, "ctx" | "space">): Promise<FeedEntry[]> {
  const t = documentWords.for(ctx.language);
  const { material } = await listMaterial(ctx, { space: space.slug, page: 1 });
  return material.map(({ id, title, href, text, authors, publishedAt }) => ({
    id,
    title,
    href,
    published: new Date(publishedAt),
    updated: new Date(publishedAt),
    author: authors.length > 0 ? authors.join(", ") : t("feed_author"),
    summary: text.replace(/\s+/g, " ").trim(),
    kind: { term: "learning-material", label: t("material") },
  }));
}
