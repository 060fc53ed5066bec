import { shorten } from "~/platform/shorten";
import { Card, CardList } from "~/ui";
import { ExperimentBadges } from "./experiment-badges";
import type { ExperimentInShort } from "./list-experiments.server";
import { experimentWords } from "./words";

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
          {shorten(one.text, 220)}
        </Card>
      ))}
    </CardList>
  );
}
