import type { Block, TextPage } from "../block";

export const standingPageKeys = ["privacy", "accessibility", "house-rules", "help", "what-is-a-space", "moderation", "children"] as const;
export type StandingPageKey = (typeof standingPageKeys)[number];

/**
 * The general pages of an installation, in one language. They know no region: names and addresses are placeholders such as
 * `{{contactPhone}}`. The pages "privacy", "accessibility" and "moderation" speak of addresses "at the bottom of this page":
 * whoever shows them lists the region's `authorities` of that kind there.
 */
export type StandingTexts = Record<StandingPageKey, TextPage>;

export const placeholders = ["installation", "contactName", "contactPhone", "contactEmail", "dpoContact"] as const;
export type StandingValues = Record<(typeof placeholders)[number], string>;

/** The page with every placeholder filled in; one that is not known stays visible, so that a test can find it. */
export function fillPage(page: TextPage, values: StandingValues): TextPage {
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name as keyof StandingValues] ?? whole);
  return { title: fill(page.title), summary: fill(page.summary), blocks: page.blocks.map((block) => fillBlock(block, fill)) };
}

function fillBlock(block: Block, fill: (text: string) => string): Block {
  if ("items" in block) return { ...block, items: block.items.map(fill) };
  if (block.kind === "link") return { ...block, text: fill(block.text), href: fill(block.href) };
  return { ...block, text: fill(block.text) };
}
