import { Node } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import { judgeText } from "../gate/judge-text";
import { productWords } from "../gate/difficult-words";
import { templates } from "../input";
import { contentSchema } from "../schema";
import { planSession } from "../session/plan-session";
import { isShared, sharedTemplate } from "./shared-templates";

it.each(templates)("%s fits the schema, and a reader stumbles over nothing in it", (template) => {
  const content = sharedTemplate(template);
  Node.fromJSON(contentSchema(), content).check();
  expect(judgeText(content, productWords).hints).toEqual([]);
});

it("a first meeting is a session of an hour and a half, with what to bring", () => {
  const { minutes, untimed, parts, goals, materials, evidence } = planSession(sharedTemplate("meeting"));
  expect([minutes, untimed, goals.length, evidence.length]).toEqual([90, 0, 1, 1]);
  expect(parts.map(({ title, groupSize }) => [title, groupSize])).toEqual([["Welkom", null], ["Kennismaken per twee", 2], ["Wat wil je leren?", 4], ["Afspraken maken", null], ["En nu?", null]]);
  expect(materials).toEqual(["Naamkaartjes en stiften", "Koffie, thee en water", "Een groot blad en plakband"]);
});

it("knows its own by name, and nothing that every object has", () => {
  expect(templates.every(isShared)).toBe(true);
  expect(["constructor", "toString", "", "11111111-1111-4111-8111-111111111111"].some(isShared)).toBe(false);
});
