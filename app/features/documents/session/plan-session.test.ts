import fc from "fast-check";
import { expect, it } from "vitest";
import type { ContentNode } from "../content";
import { clock, hasSession, planSession, readClock } from "./plan-session";

const paragraph = (words: string): ContentNode => ({ type: "paragraph", content: [{ type: "text", text: words }] });
const list = (...items: string[]): ContentNode => ({ type: "bulletList", content: items.map((item) => ({ type: "listItem", content: [paragraph(item)] })) });
const learning = (kind: string, attrs: object, ...content: ContentNode[]): ContentNode => ({ type: "learningBlock", attrs: { kind, minutes: null, groupSize: null, ...attrs }, content });
const doc = (...content: ContentNode[]): ContentNode => ({ type: "doc", content });

const session = doc(
  paragraph("Inleiding"),
  learning("goal", {}, paragraph("Je kunt een band plakken.")),
  learning("activity", { minutes: 20, groupSize: 4 }, paragraph("Kennismaken"), paragraph("In een kring."), learning("material", {}, list("stoelen", "Naamkaartjes"))),
  { type: "blockquote", content: [learning("activity", { minutes: 45 }, { type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: "Band plakken" }] }, learning("material", {}, list("naamkaartjes", "lijm")))] },
  learning("activity", {}, paragraph("Afronden")),
  learning("evidence", {}, paragraph("De band houdt lucht.")),
);

it("adds up the time, gathers what to bring, and says when each part begins", () => {
  const plan = planSession(session);
  expect(plan).toMatchObject({ minutes: 65, untimed: 1, goals: ["Je kunt een band plakken."], materials: ["stoelen", "Naamkaartjes", "lijm"], evidence: ["De band houdt lucht."] });
  expect(plan.parts.map(({ title, minutes, groupSize, from }) => [title, minutes, groupSize, from])).toEqual([["Kennismaken", 20, 4, 0], ["Band plakken", 45, null, 20], ["Afronden", null, null, 65]]);
  expect([hasSession(session), hasSession(doc(paragraph("Gewoon een tekst.")))]).toEqual([true, false]);
});

it("takes the time of the activities inside where an activity says none itself, and counts nothing twice", () => {
  const inner = [learning("activity", { minutes: 10 }, paragraph("a")), learning("activity", { minutes: 5 }, paragraph("b"))];
  expect(planSession(doc(learning("activity", {}, paragraph("Samen"), ...inner)))).toMatchObject({ minutes: 15, parts: [{ title: "Samen", minutes: 15 }] });
  expect(planSession(doc(learning("activity", { minutes: 30 }, paragraph("Samen"), ...inner)))).toMatchObject({ minutes: 30, parts: [{ minutes: 30 }] });
});

it("takes no value that the text may not have", () => {
  expect(planSession(doc(learning("activity", { minutes: "20", groupSize: -1 }, paragraph("x"))))).toMatchObject({ minutes: 0, untimed: 1, parts: [{ minutes: null, groupSize: null }] });
  expect(planSession(doc())).toEqual({ parts: [], minutes: 0, untimed: 0, goals: [], materials: [], evidence: [] });
});

it("reads a time of day and nothing else, and goes on past midnight", () => {
  expect(["14:05", "00:00", "24:00", "9:30", "14:60", "", null, "<b>"].map(readClock)).toEqual([845, 0, null, null, null, null, null, null]);
  expect([clock(845), clock(1439 + 2)]).toEqual(["14:05", "00:01"]);
  fc.assert(fc.property(fc.nat(1439), (minutes) => readClock(clock(minutes)) === minutes));
});

it("ends where the last part ends, for any session", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 1440 }), { nil: null }), { maxLength: 30 }), (times) => {
      const { parts, minutes } = planSession(doc(...times.map((each) => learning("activity", { minutes: each }, paragraph("x")))));
      expect(parts).toHaveLength(times.length);
      expect(minutes).toBe(parts.length === 0 ? 0 : parts.at(-1)!.from + (parts.at(-1)!.minutes ?? 0));
    }),
  );
});
