import type { Block } from "./block";

/** The partnership's plan: what officials wrote, word for word where it says so, and what the platform counts towards. */
export interface Plan {
  title: string;
  publisher: string;
  hashtag: string;
  website: string;
  versions: PlanVersion[];
  /** Why the plan exists, shortened from the text. */
  why: Block[];
  mission: string;
  missionExplained: string;
  objectives: PlanObjective[];
  actions: PlanAction[];
  /** How people and organisations can take part. */
  engagement: PlanEngagement;
  /** What the partnership does together with the wider (here Flemish) one. */
  widerPartnership: { name: string; promises: string[] };
  indicators: PlanIndicator[];
  figures: PlanFigure[];
  /** Shown on the plan's pages only: they are not partners of the demonstration. */
  founders: Founder[];
  quotes: { text: string; by: string; as: string }[];
  /** Where the source texts differ or are silent, and what was followed. */
  sourceNotes: string[];
}

export interface PlanVersion {
  number: number;
  title: string;
  /** ISO date; when the text bears none, the date that stands closest to it, explained in `note`. */
  validFrom: string;
  note: string;
}

export interface PlanObjective {
  number: number;
  title: string;
  /** One plain sentence for everyone. */
  plain: string;
  points: string[];
}

export interface PlanAction {
  number: number;
  title: string;
  /** One plain sentence for everyone. */
  plain: string;
  /** The three paragraphs of the text. */
  what: string;
  why: string;
  forWhom: string[];
}

export interface PlanEngagement {
  join: { title: string; text: string; who: string[] };
  /** "Koppel je acties": all three must hold. */
  linkAction: { title: string; conditions: { key: string; question: string }[] };
  idea: { title: string; text: string };
}

export interface PlanIndicator {
  key: string;
  title: string;
  /** What is counted and how; `survey` comes from outside, `platform` is counted here and is never presented as the survey's. */
  kind: "survey" | "platform" | "partnership";
  explanation: string;
  source: string;
}

export interface PlanFigure {
  indicator: string;
  area: string;
  year: number;
  /** Measured by the survey, or a goal. */
  kind: "measured" | "target";
  /** Share of people aged 25 to 64, in percent. */
  percent: number;
  /** The same as a number of people, where the text says it. */
  people: number | null;
  source: string;
}

export interface Founder {
  name: string;
  explanation: string;
}
