import type { DemoBundle, DemoSpace } from "#db/seed/regions/demonstration";
import { leadBundle, makeBundle } from "~/features/discussions/index.server";
import { latest, minutes, type Stage, type Step } from "./stage";

/**
 * Takes similar questions together and says what came of it.
 * @param startedAt when the activity or experiment of a key was there to be named
 */
export function bundleSteps(stage: Stage, space: DemoSpace, startedAt: (kind: "activity" | "experiment", key: string) => Date): Step[] {
  return space.bundles.flatMap((bundle) => {
    const id = stage.id("bundle", space.key, bundle.key);
    const questions = bundle.questions.map((key) => stage.id("discussion", space.key, key));
    const made = stage.at(bundle.made);
    const lead = (kind: "activity" | "experiment", key: string): Step => ({
      at: latest(minutes(made, 30), minutes(startedAt(kind, key), 5)),
      what: `${space.key}: ${bundle.key} leads to ${key}`,
      act: () => leadBundle(stage.as(bundle.by), { bundle: id, toKind: kind, toId: stage.id(kind, space.key, key) }),
    });
    const make = { at: made, what: `${space.key}: ${bundle.key}`, act: () => makeBundle(stage.as(bundle.by), { id, spaceId: stage.id("space", space.key), title: bundle.title, questions }) };
    return [make, ...(bundle.experiment ? [lead("experiment", bundle.experiment)] : []), ...(bundle.activity ? [lead("activity", bundle.activity)] : [])];
  });
}

/** The bundle from which something was started. */
export function bundleOf(space: DemoSpace, kind: "activity" | "experiment", key: string): DemoBundle | undefined {
  return space.bundles.find((one) => one[kind] === key);
}
