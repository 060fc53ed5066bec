import { and, inArray, isNull, lt } from "drizzle-orm";
import { mailOutbox, notice } from "#db/schema/index";
import { closeLanes } from "~/features/documents/index.server";
import "~/features/notifications/index.server";
import { activitySteps, plannedAt } from "./activities";
import { bundleSteps } from "./bundles";
import { caseSteps } from "./cases";
import { firstJoined, groupSteps } from "./groups";
import { peopleSteps } from "./people";
import { spaceSteps } from "./spaces";
import { days, earliest, hours, openStage, type StageGiven } from "./stage";
import { studySteps } from "./studies";
import { readAlong, talkSteps } from "./talk";
import { textSteps } from "./texts";
import { proposedAt, trialSteps } from "./trials";

/** How long ago something must be to be read already: younger is new on people's start page. */
const newForDays = 3;

/**
 * Acts the whole demonstration inside one transaction, everything at its own moment in the past.
 * @param passwordHash the one password of everybody in it
 * @throws Error naming the step that the product refused.
 */
export async function performDemonstration(given: StageGiven, passwordHash: string): Promise<void> {
  const stage = openStage(given);
  const { demo, db, today } = stage;
  const firstSeen = new Map<string, Date>();
  for (const space of demo.spaces) for (const [person, at] of firstJoined(stage, space)) firstSeen.set(person, earliest(at, hours(at, -4), firstSeen.get(person) ?? at));

  const steps = [
    ...peopleSteps(stage, passwordHash, firstSeen),
    ...demo.spaces.flatMap((space) => {
      const activity = (key: string) => space.activities.find((one) => one.key === key)!;
      const experiment = (key: string) => space.experiments.find((one) => one.key === key)!;
      const startedAt = (kind: "activity" | "experiment", key: string) => (kind === "activity" ? plannedAt(stage, space, activity(key)) : proposedAt(stage, space, experiment(key)));
      const answersFrom = ({ kind, key }: { kind: string; key: string }) => {
        if (kind === "activity") return earliest(hours(stage.at(activity(key).starts), 24), today);
        return kind === "experiment" ? startedAt(kind, key) : hours(stage.at(space.documents.find((one) => one.key === key)!.started), 1);
      };
      return [
        ...spaceSteps(stage, space),
        ...groupSteps(stage, space),
        ...talkSteps(stage, space, answersFrom),
        ...textSteps(stage, space),
        ...trialSteps(stage, space),
        ...activitySteps(stage, space),
        ...bundleSteps(stage, space, startedAt),
        ...caseSteps(stage, space),
      ];
    }),
    ...studySteps(stage),
  ];
  try {
    await stage.play(steps);
  } finally {
    await closeLanes(stage.asHouse().house);
  }

  const known = days(today, -newForDays);
  await readAlong(stage, known);
  const people = demo.people.map(({ key }) => stage.player(key).personId);
  await db.update(notice).set({ readAt: known }).where(and(inArray(notice.personId, people), isNull(notice.readAt), lt(notice.createdAt, known)));
  // Letters of a past that never was do not go out.
  await db.delete(mailOutbox).where(inArray(mailOutbox.personId, people));
  await db.update(notice).set({ mailDueAt: null }).where(inArray(notice.personId, people));
}
