import { AppError } from "~/platform/codes";
import { theHouse, type Ctx } from "~/platform/ctx.server";
import type { FactWriter } from "~/platform/write-facts.server";
import type { SeenPicture } from "~/platform/pictures/see-picture.server";
import type { ReportKind } from "~/features/house-rules/report-path";
import type { ThingMeasure } from "./codes";

/** A thing as it stands now, as moderation needs to know it. */
export interface Reported {
  spaceId: string;
  groupId: string | null;
  /** Null where nobody in particular wrote it. */
  authorActor: string | null;
  title?: string;
  text: string;
  shownName: string;
  href: string;
  state: "visible" | "hidden" | "removed";
  /** A picture stands with it. */
  picture?: boolean;
}

/** Something that stands just before or after it. */
export interface Surrounding {
  id: string;
  shownName: string;
  text: string;
  at: Date;
  /** The reported thing itself. */
  it: boolean;
}

/** What a measure changed, kept with the decision so that undoing it restores everything. */
export type Before = Record<string, unknown>;

/** How moderation meets one kind of thing; registered once per kind. */
export interface Subject {
  kind: ReportKind;
  /** As the actor may see it. @throws AppError `not_found` and the refusals of the thing's own gate. */
  see: (ctx: Ctx, id: string) => Promise<Reported>;
  /** As it stands, whoever asks; null once it is no more. */
  find: (ctx: Ctx, id: string) => Promise<Reported | null>;
  /** What was written just before and after, in a conversation. */
  surroundings?: (ctx: Ctx, id: string) => Promise<Surrounding[]>;
  /** The picture that stands with it, whoever asks; null without one. */
  picture?: (ctx: Ctx, id: string, size: "large" | "small") => Promise<SeenPicture | null>;
  /** What can be done to the thing, and undone. */
  measures: Partial<Record<ThingMeasure, { apply: (ctx: Ctx, id: string, fact: FactWriter) => Promise<Before>; undo: (ctx: Ctx, id: string, before: Before, fact: FactWriter) => Promise<void> }>>;
}

const subjects = new Map<ReportKind, Subject>();

/** Registers how one kind of thing is seen, hidden and given back. */
export function defineSubject(subject: Subject): void {
  subjects.set(subject.kind, subject);
}

/** @throws Error for a kind that nobody registered: a defect, not a refusal. */
export function subjectOf(kind: ReportKind): Subject {
  const subject = subjects.get(kind);
  if (!subject) throw new Error(`nothing knows how to moderate a ${kind}`);
  return subject;
}

/**
 * A thing as the actor may see it. What is hidden or removed already shows nothing more, here neither.
 * @throws AppError `not_found`, or the refusal of the thing's own gate.
 */
export async function seeSubject(ctx: Ctx, kind: ReportKind, id: string): Promise<Reported> {
  const seen = await subjectOf(kind).see(ctx, id);
  if (seen.state !== "visible") throw new AppError("not_found");
  return seen;
}

/** Kinds that can be reported now. */
export function subjectKinds(): ReportKind[] {
  return [...subjects.keys()];
}

/** The same transaction in the house's own name: for what must be known whoever asks. */
export function asHouse(ctx: Ctx): Ctx {
  return { ...ctx, actor: theHouse };
}
