import type { Block } from "./block";
import type { Moment } from "./moment";

/**
 * An example of the whole product in use, as data. Everything refers to everything else by key; `check-demonstration.ts`
 * says which references are broken. Organisations and people are invented and say so in their name.
 */
export interface Demonstration {
  organisations: DemoOrganisation[];
  people: DemoPerson[];
  spaces: DemoSpace[];
  studies: DemoStudy[];
}

type Key = string;
export type DemoAudience = "burger" | "bedrijf" | "intermediair" | "lokaal_bestuur";

export interface DemoOrganisation {
  key: Key;
  name: string;
  kind: "municipality" | "ocmw" | "association" | "school" | "employer" | "province" | "other";
  /** Municipality where it is located; null when it lies outside the region. */
  nis: string | null;
  phone: string | null;
  email: string | null;
  /** People who may speak for it: accept, object, leave. */
  stewards: Key[];
}

export interface DemoPerson {
  key: Key;
  name: string;
  ageGroup: "16_plus" | "13_to_15";
  email: string | null;
  installationRoles: ("administrator" | "coordinator" | "data_steward" | "duty_desk")[];
  /** Set for the few people whose sign-in is printed at the start: what you see when you look through their eyes (Dutch). */
  tryOut: string | null;
}

export interface DemoSpace {
  key: Key;
  slug: string;
  name: string;
  summary: string;
  theme: Key;
  status: "open" | "paused" | "closed";
  visibility: "public" | "members";
  joining: "open" | "request" | "invitation";
  houseRules: string[];
  organisations: { organisation: Key; lead: boolean }[];
  /** NIS codes of the municipalities it is for. */
  area: string[];
  contact: { name: string; phone: string; email: string; dataProtection: string };
  opened: Moment;
  /** When it was paused or closed. */
  stopped: Moment | null;
  roles: DemoRole[];
  groups: DemoGroup[];
  discussions: DemoDiscussion[];
  bundles: DemoBundle[];
  documents: DemoDocument[];
  experiments: DemoExperiment[];
  activities: DemoActivity[];
  cases: DemoCase[];
}

export interface DemoRole {
  person: Key;
  role: "space_steward" | "facilitator" | "moderator" | "deputy_moderator" | "helper";
  organisation: Key;
  /** How the person signs, in Dutch: "buurtwerker". */
  function: string;
  /** Days from today until the role ends. */
  untilDay: number;
}

export interface DemoGroup {
  key: Key;
  name: string;
  description: string;
  visibility: "public" | "members";
  joining: "open" | "request" | "invitation";
  members: DemoMember[];
  /** Requests that still wait for an answer. */
  requests: { person: Key; text: string; asked: Moment }[];
}

export interface DemoMember {
  person: Key;
  how: "open" | "approved" | "invited" | "card" | "appointed";
  /** Who let them in; null when the group is open. */
  by: Key | null;
  joined: Moment;
  audience?: DemoAudience;
  /** Shown by name to readers without an account too. */
  nameForEveryone?: boolean;
}

export interface DemoDiscussion {
  key: Key;
  kind: "conversation" | "question" | "announcement";
  group: Key;
  title: string;
  state: "open" | "closed";
  /** What came of it, of one that is closed. */
  summary?: string;
  /** The first message opens it; its author is the author of the discussion. */
  messages: DemoMessage[];
  /** Of a learning question. */
  question?: {
    state: "asked" | "picked_up" | "answered";
    pickedUpBy: Key | null;
    /** "Dat wil ik ook leren". */
    supporters: Key[];
    /** What answers it, of the same leerplek; when nothing is named, the last words of who picked it up. */
    answer?: { kind: "message" | "document" | "activity" | "experiment"; key: Key };
  };
}

/** What can be drawn for a message. */
export type DrawnScene = "bus-stop" | "red-bike";

export interface DemoMessage extends Moment {
  /** Only where something points at it. */
  key?: Key;
  by: Key;
  /** Who typed it in, for somebody who wrote it on paper: a facilitator of the leerplek. Such a message answers no other. */
  typedBy?: Key;
  text: string;
  /** A picture with it, and what is to be seen; not with the first message of a discussion, nor with one that was typed in. */
  picture?: { shows: DrawnScene; alt: string };
  /** Key of an earlier message in the same discussion. */
  replyTo?: Key;
  /** Stands at the top of its conversation. */
  pinned?: true;
  /** Who reacted with which word; never who wrote it. */
  reactions?: Partial<Record<"thanks" | "me_too" | "can_help" | "clear", Key[]>>;
}

export interface DemoBundle {
  key: Key;
  title: string;
  by: Key;
  made: Moment;
  /** Keys of discussions of kind question. */
  questions: Key[];
  /** What it led to. */
  activity: Key | null;
  experiment: Key | null;
}

export interface DemoDocument {
  key: Key;
  group: Key;
  title: string;
  licence: "CC BY 4.0" | "CC BY-SA 4.0";
  /** The first one started it. */
  writers: Key[];
  started: Moment;
  changed: Moment;
  blocks: Block[];
  /** Tasks that the first writer puts under it once all of it is there. */
  tasks?: { text: string; person: Key; done?: true }[];
  comments: (Moment & { by: Key; text: string })[];
  /** Other words for the paragraph that begins with `piece`; declined with a reason, or waiting. */
  proposals?: (Moment & { by: Key; piece: string; text: string; note: string; declined?: Moment & { by: Key; reason: string } })[];
  edition: DemoEdition | null;
  /** The text of its group that it stands beneath. */
  beneath?: Key;
  /** Its version that is easy to read: one line for each part that is no heading. It goes along in the edition. */
  easy?: { by: Key; begun: Moment; lines: string[] };
}

/** A frozen edition of the text as it stands in `blocks`. */
export interface DemoEdition {
  number: number;
  slug: string;
  announced: Moment;
  published: Moment;
  by: Key;
  /** Writers who want to be named; empty means "de groep". */
  named: Key[];
}

export interface DemoExperiment {
  key: Key;
  group: Key;
  title: string;
  by: Key;
  wantToKnow: string;
  whatWeDo: string;
  whenWeStop: string;
  howWeMeasure: string;
  stage: "idea" | "running" | "measuring" | "lesson";
  outcome: "worked" | "partly" | "failed" | null;
  measured: string;
  lesson: string;
  /** Number of a strategic objective of the plan. */
  objective: number | null;
  /** "Innovatieve leervorm", in Dutch. */
  learningForm: string | null;
  audience: DemoAudience | null;
  started: Moment | null;
  finished: Moment | null;
}

export interface DemoActivity {
  key: Key;
  group: Key;
  /** Key of an experiment it belongs to. */
  experiment: Key | null;
  title: string;
  description: string;
  starts: Moment;
  /** Length in minutes. */
  minutes: number;
  place: string;
  nis: string;
  howToGetThere: string;
  /** Null: no limit. */
  places: number | null;
  /** Euro cents; 0 is "gratis". */
  priceCents: number;
  contact: { name: string; phone: string };
  by: Key;
  state: "planned" | "cancelled";
  /** How many people came, with or without an account; null while it is still to come. */
  headcount: number | null;
  signUps: DemoSignUp[];
}

export interface DemoSignUp {
  /** Somebody with an account, or … */
  person?: Key;
  /** … somebody without, written down by a facilitator. */
  guest?: { name: string; phone: string };
  state: "signed_up" | "waiting" | "cancelled";
  attended: boolean | null;
}

export interface DemoCase {
  key: Key;
  /** Key of the message it is about. */
  message: Key;
  reports: (Moment & { key: Key; by: Key | null; reason: DemoReportReason; explanation: string })[];
  decision: Moment & {
    by: Key;
    found: DemoReportReason | "nothing";
    /** Word for word one of the house rules of the space. */
    rule: string;
    measure: "none" | "label" | "hide" | "remove" | "lock" | "warn";
    /** What the moderator added to the letter, which the product writes from the rest. */
    words: string;
  };
  appeal: (Moment & { text: string; decided: Moment & { by: Key; outcome: "upheld" | "overturned"; answer: string } }) | null;
}

export type DemoReportReason = "insult" | "threat" | "privacy" | "advertising" | "untrue" | "other";

export interface DemoStudy {
  slug: string;
  title: string;
  purpose: string;
  investigator: string;
  institution: string;
  legalBasis: string;
  ethicsReference: string;
  recipients: string;
  /** Fields asked for, by their name in the codebook. */
  fields: string[];
  periodFrom: Moment;
  periodTo: Moment;
  retentionEnd: Moment;
  /** The information sheet in plain Dutch; paragraphs are separated by an empty line. */
  sheet: string;
  state: "draft" | "review" | "open" | "closed";
  steward: Key;
  researchers: { person: Key; institution: string; untilDay: number }[];
  spaces: Key[];
  answers: { organisation: Key; agrees: boolean; reason: string; by: Key; at: Moment }[];
  consents: { person: Key; answer: "given" | "refused" | "withdrawn"; coversBefore: boolean; channel: "self" | "assisted" | "paper"; at: Moment }[];
}

/** Members let in together: keeps the lists of a group short. */
export function letIn(how: DemoMember["how"], day: number, by: Key | null, ...people: Key[]): DemoMember[] {
  return people.map((person, index) => ({ person, how, by, joined: { day, at: `${9 + (index % 10)}:${index % 2 === 0 ? "10" : "40"}` as const } }));
}
