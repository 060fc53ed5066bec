import type { ExperimentStage } from "~/permissions/experiments";
import type { Audience, Outcome } from "./codes";

/** An experiment as everyone in its group may see it; what travels to a browser. */
export interface ExperimentView {
  kind: "experiment";
  id: string;
  rev: number;
  group: string;
  title: string;
  wantToKnow: string;
  whatWeDo: string;
  whenWeStop: string;
  howWeMeasure: string;
  stage: ExperimentStage;
  outcome: Outcome | null;
  measured: string;
  lesson: string;
  objective: string | null;
  learningForm: string | null;
  audience: Audience | null;
  startedAt: string | null;
  finishedAt: string | null;
  gone?: "hidden" | "removed" | "moved";
}

export function experimentHref(id: string): string {
  return `/experimenten/${id}`;
}
