import type { ExperimentStage } from "~/permissions/experiments";
import { Badge } from "~/ui";
import type { Outcome } from "./codes";
import { experimentWords } from "./words";

const kinds = { worked: "good", partly: "wait", failed: "wait" } as const;

/** How far an experiment is, and how it turned out; what failed carries no red mark: it taught something. */
export function ExperimentBadges({ stage, outcome }: { stage: ExperimentStage; outcome: Outcome | null }) {
  const t = experimentWords.use();
  if (stage !== "lesson" || !outcome) return <Badge icon={stage === "idea" ? "lightbulb" : "sprout"}>{t(`stage_${stage}`)}</Badge>;
  return (
    <>
      <Badge icon="book-open">{t("stage_lesson")}</Badge>
      <Badge kind={kinds[outcome]} icon={outcome === "worked" ? "circle-check" : "lightbulb"}>
        {t(`outcome_short_${outcome}`)}
      </Badge>
    </>
  );
}
