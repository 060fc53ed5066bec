import { eq } from "drizzle-orm";
import { experiment as experimentTable } from "#db/schema/index";
import type { DemoExperiment, DemoSpace } from "#db/seed/regions/demonstration";
import { moveExperiment, startExperiment, tellLesson } from "~/features/experiments/index.server";
import { bundleOf } from "./bundles";
import { openHours, stewardOf } from "./spaces";
import { days, hours, latest, minutes, type Stage, type Step } from "./stage";

/** When somebody first proposed an experiment: a few days before it ran, and not before the questions that led to it were taken together. */
export function proposedAt(stage: Stage, space: DemoSpace, one: DemoExperiment): Date {
  const idea = one.started ? days(stage.at(one.started), -2) : days(stage.today, -10);
  const bundle = bundleOf(space, "experiment", one.key);
  return latest(idea, hours(openHours(stage, space).from, 3), ...(bundle ? [minutes(stage.at(bundle.made), 10)] : []));
}

/** Experiments, from the idea through their stages as far as they came. */
export function trialSteps(stage: Stage, space: DemoSpace): Step[] {
  return space.experiments.flatMap((one) => {
    const id = stage.id("experiment", space.key, one.key);
    const runner = space.roles.some(({ person, role }) => person === one.by && (role === "facilitator" || role === "space_steward")) ? one.by : stewardOf(space);
    const proposed = proposedAt(stage, space, one);
    const steps: Step[] = [{ at: proposed, what: `${space.key}: ${one.key}`, act: () => startExperiment(stage.as(one.by), { id, groupId: stage.id("group", space.key, one.group), ...wordsOf(one) }) }];
    const move = (at: Date, to: "running" | "measuring", rev: number) =>
      void steps.push({ at, what: `${space.key}: ${one.key} is ${to}`, act: () => moveExperiment(stage.as(runner), { id, rev, to }) });
    if (one.stage === "idea") return steps;

    const started = latest(one.started ? stage.at(one.started) : proposed, hours(proposed, 1));
    move(started, "running", 1);
    if (one.stage === "running") return steps;

    const finished = one.finished ? stage.at(one.finished) : null;
    const measuring = latest(finished ? days(finished, -5) : days(openHours(stage, space).until, -12), hours(started, 1));
    move(measuring, "measuring", 2);
    if (one.stage === "measuring" && one.measured !== "") {
      // The product asks what was measured with the lesson; a first count stands with it already.
      steps.push({ at: hours(measuring, 1), what: `${space.key}: ${one.key} is counted`, act: () => stage.db.update(experimentTable).set({ measured: one.measured }).where(eq(experimentTable.id, id)) });
    }
    if (one.stage === "lesson") {
      const at = latest(finished ?? measuring, hours(measuring, 1));
      const { outcome, measured, lesson } = one;
      steps.push({ at, what: `${space.key}: the lesson of ${one.key}`, act: () => tellLesson(stage.as(runner), { id, rev: 3, outcome, measured, lesson }) });
    }
    return steps;
  });
}

function wordsOf({ title, wantToKnow, whatWeDo, whenWeStop, howWeMeasure, objective, learningForm, audience }: DemoExperiment) {
  return { title, wantToKnow, whatWeDo, whenWeStop, howWeMeasure, objective: objective === null ? "" : String(objective), learningForm: learningForm ?? "", audience: audience ?? "" };
}
