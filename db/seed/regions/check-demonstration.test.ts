import { describe, expect, it } from "vitest";
import { checkDemonstration } from "./check-demonstration";
import type { Demonstration } from "./demonstration";
import { region as proefstreek } from "./proefstreek/index";

const sound = await proefstreek.demonstration();

/** What the check says when one thing in a sound demonstration is broken. */
function breaking(change: (demo: Demonstration, space: Demonstration["spaces"][number]) => void): string[] {
  const demo = structuredClone(sound);
  change(demo, demo.spaces[0]!);
  return checkDemonstration(proefstreek, demo);
}

describe("checkDemonstration", () => {
  it("is silent about a sound demonstration", () => {
    expect(checkDemonstration(proefstreek, sound)).toEqual([]);
  });

  it.each<[string, Parameters<typeof breaking>[0], string]>([
    ["an author who does not exist", (_, space) => void (space.discussions[0]!.messages[0]!.by = "niemand"), "niemand is not in tuin"],
    ["an author from outside the group", (_, space) => void (space.discussions[0]!.group = "serre"), "sam is not in serre"],
    ["writing before joining", (_, space) => void (space.discussions[0]!.messages[1]!.day = -25), "ria wrote before joining tuin"],
    ["a conversation that runs backwards", (_, space) => space.discussions[0]!.messages.reverse(), "is not later than the one before"],
    ["a message in the future", (_, space) => void (space.discussions[0]!.messages[2]!.day = 1), "a message in the future"],
    ["an answer to nothing", (_, space) => void (space.discussions[0]!.messages[1]!.replyTo = "weg"), "answers an unknown message weg"],
    ["an unknown theme", (_, space) => void (space.theme = "ruimtevaart"), "unknown theme ruimtevaart"],
    ["no second decider from elsewhere", (_, space) => void (space.roles[3]!.organisation = "krekelgem"), "has no second decider from elsewhere"],
    ["no moderator", (_, space) => void space.roles.splice(2, 1), "has no moderator"],
    ["a role for an organisation that does not take part", (_, space) => void (space.roles[4]!.organisation = "de-gracht"), "hanne has a role for de-gracht, which does not take part"],
    ["a steward of nobody", (_, space) => void (space.roles[0]!.person = "mo"), "mo runs it but may not speak for krekelgem"],
    ["no administrator", (demo) => demo.people.forEach((one) => void (one.installationRoles = [])), "has no administrator"],
    [
      "an answer that is not there",
      (_, space) => void Object.assign(space.discussions[1]!.question!, { state: "answered", pickedUpBy: "fien", answer: { kind: "activity", key: "weg" } }),
      "is answered by an unknown activity weg",
    ],
    ["a bundle of nothing", (_, space) => void space.bundles.push({ key: "b", title: "b", by: "fien", made: { day: -1, at: "10:00" }, questions: ["slakken"], activity: null, experiment: null }), "no question slakken"],
    ["somebody waiting while there is room", (_, space) => void (space.activities[0]!.signUps[0]!.state = "waiting"), "somebody waits while there is room"],
    ["an edition that surprised its writers", (_, space) => void (space.documents[0]!.edition!.published = { day: -7, at: "11:00" }), "published within a day"],
    ["a key used twice", (demo) => void demo.people.push(demo.people[0]!), 'key "bert" is used twice'],
    [
      "a study that asks somebody under 16",
      (demo) => void demo.studies.push({
        slug: "s", title: "s", purpose: "", investigator: "", institution: "", legalBasis: "", ethicsReference: "", recipients: "", fields: [],
        periodFrom: { day: -1, at: "00:00" }, periodTo: { day: 9, at: "00:00" }, retentionEnd: { day: 99, at: "00:00" }, sheet: "", state: "open", steward: "gust",
        researchers: [], spaces: [], answers: [], consents: [{ person: "tuur", answer: "given", coversBefore: false, channel: "self", at: { day: -1, at: "10:00" } }],
      }),
      "tuur is unknown or too young",
    ],
  ])("finds %s", (_, change, sentence) => {
    expect(breaking(change).join("\n")).toContain(sentence);
  });
});
