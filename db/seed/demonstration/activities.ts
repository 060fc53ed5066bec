import type { DemoActivity, DemoSpace } from "#db/seed/regions/demonstration";
import { cancelActivity, noteAttendance, noteHeadcount, planActivity, signOff, signUp, writeDownGuest } from "~/features/activities/index.server";
import { wallClockOf } from "~/platform/wall-clock";
import { bundleOf } from "./bundles";
import { firstJoined } from "./groups";
import { openHours } from "./spaces";
import { days, earliest, hours, latest, minutes, type Stage, type Step } from "./stage";
import { proposedAt } from "./trials";

/** When an activity was put on the calendar: two weeks ahead, or right after the questions that it answers were taken together. */
export function plannedAt(stage: Stage, space: DemoSpace, one: DemoActivity): Date {
  const bundle = bundleOf(space, "activity", one.key);
  const told = bundle ? minutes(stage.at(bundle.made), 20) : earliest(days(stage.at(one.starts), -14), days(stage.today, -3));
  const experiment = space.experiments.find(({ key }) => key === one.experiment);
  return latest(told, hours(openHours(stage, space).from, 4), ...(experiment ? [minutes(proposedAt(stage, space, experiment), 5)] : []));
}

/** Activities with who signed up, waited and signed off, and of those that are over who came. */
export function activitySteps(stage: Stage, space: DemoSpace): Step[] {
  return space.activities.flatMap((one) => {
    const id = stage.id("activity", space.key, one.key);
    const planned = plannedAt(stage, space, one);
    const open = openHours(stage, space).until;
    const starts = stage.at(one.starts);
    const ends = minutes(starts, one.minutes);
    const steps: Step[] = [{ at: planned, what: `${space.key}: ${one.key} is planned`, act: () => planActivity(stage.as(one.by), { id, ...detailsOf(stage, space, one) }) }];
    steps.push(...signUpSteps(stage, space, one, planned, earliest(hours(starts, -2), open)));
    if (one.state === "cancelled") steps.push({ at: earliest(hours(starts, -1), open), what: `${space.key}: ${one.key} is cancelled`, act: () => cancelActivity(stage.as(one.by), { id }) });
    if (one.headcount !== null) {
      const listed = (attended: boolean) => one.signUps.flatMap((each, place) => (each.attended === attended ? [stage.id("sign-up", space.key, one.key, String(place))] : []));
      const came = listed(true);
      steps.push({ at: hours(ends, 1), what: `${space.key}: who came to ${one.key}`, act: () => noteAttendance(stage.as(one.by), { activityId: id, shown: [...came, ...listed(false)], came }) });
      steps.push({ at: hours(ends, 1.1), what: `${space.key}: how many came to ${one.key}`, act: () => noteHeadcount(stage.as(one.by), { activityId: id, headcount: one.headcount }) });
    }
    return steps;
  });
}

function signUpSteps(stage: Stage, space: DemoSpace, one: DemoActivity, from: Date, until: Date): Step[] {
  const activityId = stage.id("activity", space.key, one.key);
  const joined = firstJoined(stage, space);
  const apart = (until.getTime() - from.getTime()) / (one.signUps.length + 2);
  let before = from;
  return one.signUps.flatMap((each, place): Step[] => {
    const id = stage.id("sign-up", space.key, one.key, String(place));
    const { person, guest } = each;
    const there = person ? (joined.get(person) ?? from) : from;
    // Who came first stands first: the order of the list decides who waits.
    const at = latest(new Date(from.getTime() + apart * (place + 1)), minutes(there, 15), minutes(before, 1));
    before = at;
    if (!person) {
      return [{ at, what: `${space.key}: ${guest?.name} is written down for ${one.key}`, act: () => writeDownGuest(stage.as(one.by), { id, activityId, name: guest!.name, phone: guest!.phone }) }];
    }
    const comes: Step = { at, what: `${space.key}: ${person} comes to ${one.key}`, act: () => signUp(stage.as(person), { id, activityId }) };
    if (each.state !== "cancelled") return [comes];
    return [comes, { at: new Date((at.getTime() + until.getTime()) / 2), what: `${space.key}: ${person} cannot come to ${one.key}`, act: () => signOff(stage.as(person), { activityId }) }];
  });
}

function detailsOf(stage: Stage, space: DemoSpace, one: DemoActivity) {
  const { title, description, place, nis, howToGetThere, places, priceCents, contact } = one;
  const start = wallClockOf(stage.at(one.starts), stage.timeZone);
  const end = wallClockOf(minutes(stage.at(one.starts), one.minutes), stage.timeZone);
  return {
    groupId: stage.id("group", space.key, one.group),
    experimentId: one.experiment ? stage.id("experiment", space.key, one.experiment) : "",
    title,
    description,
    date: start.date,
    from: start.time,
    until: end.time,
    place,
    nis,
    howToGetThere,
    places: places ?? "",
    price: (priceCents / 100).toFixed(2),
    contactName: contact.name,
    contactPhone: contact.phone,
  };
}
