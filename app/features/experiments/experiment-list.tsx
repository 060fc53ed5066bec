import { Card, CardList, Pagination } from "~/ui";
import { uiWords } from "~/platform/ui-words";
import { ExperimentBadges } from "./experiment-badges";
import type { ExperimentInShort } from "./list-experiments.server";
import { experimentWords } from "./words";

/** The first words of a text, on one line; the page itself has it all. */
function begin(text: string): string {
  const line = text.replace(/\s+/g, " ");
  if (line.length <= 220) return line;
  return `${line.slice(0, line.lastIndexOf(" ", 220)).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** Experiments as cards, each with its stage and the first words of its question or lesson. */
export function ExperimentList({ experiments, across, heading }: { experiments: ExperimentInShort[]; across?: boolean; heading?: "h2" | "h3" }) {
  const t = experimentWords.use();
  return (
    <CardList>
      {experiments.map((one) => (
        <Card
          key={one.id}
          title={one.title}
          href={one.href}
          heading={heading}
          accent={across ? one.accent : undefined}
          above={<ExperimentBadges stage={one.stage} outcome={one.outcome} />}
          meta={<span>{across ? t("in_space", { space: one.space }) : t("in_group", { group: one.group })}</span>}
        >
          {begin(one.text)}
        </Card>
      ))}
    </CardList>
  );
}

/** To the pages before and after; `address` already carries what was filtered. */
export function ExperimentPages({ page, more, address }: { page: number; more: boolean; address: (page: number) => string }) {
  const ui = uiWords.use();
  return (
    <Pagination
      label={ui("page_label")}
      previous={page > 1 ? { href: address(page - 1), word: ui("page_previous") } : undefined}
      next={more ? { href: address(page + 1), word: ui("page_next") } : undefined}
    />
  );
}
