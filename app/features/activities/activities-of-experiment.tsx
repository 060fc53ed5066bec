import { Section } from "~/ui";
import { ActivityList } from "./activity-list";
import type { ActivityInShort } from "./list-activities.server";
import { activityWords } from "./words";

/** The activities of an experiment, on its page. They read the same before and after, so that the page may be kept. */
export function ActivitiesOfExperiment({ activities }: { activities: ActivityInShort[] }) {
  const t = activityWords.use();
  if (activities.length === 0) return null;
  return (
    <Section id="activiteiten" title={t("of_experiment")}>
      <ActivityList activities={activities} past />
    </Section>
  );
}
