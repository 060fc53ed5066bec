import { Node } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import type { ContentNode } from "../content";
import { contentSchema } from "../schema";
import { withoutPeople } from "./without-people";

const id = "11111111-1111-4111-8111-111111111111";
const picture: ContentNode = { type: "image", attrs: { picture: id, alt: "Een bus" } };
const doc = (...content: ContentNode[]): ContentNode => ({ type: "doc", content });

it("keeps the blocks, and no people, no ticks and no pictures", () => {
  const text = { type: "text", text: "Bel ", marks: [{ type: "bold" }] };
  const heading = { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Taken" }] };
  const activity = { type: "learningBlock", attrs: { kind: "activity", minutes: 20 }, content: [{ type: "paragraph" }] };
  const task = { type: "taskItem", attrs: { checked: true, person: id }, content: [{ type: "paragraph", content: [text, { type: "mention", attrs: { person: id } }] }] };
  expect(withoutPeople(doc(heading, { type: "taskList", content: [task] }, picture, activity))).toEqual(
    doc(heading, { type: "taskList", content: [{ type: "taskItem", content: [{ type: "paragraph", content: [text, { type: "text", text: "@…" }] }] }] }, activity),
  );
});

it.each([
  ["a block that stands out", { type: "callout", attrs: { kind: "tip" }, content: [picture] }],
  ["an item of a list", { type: "bulletList", content: [{ type: "listItem", content: [picture] }] }],
  ["a cell", { type: "table", content: [{ type: "tableRow", content: [{ type: "tableHeader", content: [picture] }] }] }],
  ["a part that opens", { type: "details", content: [picture] }],
  ["a quote", { type: "blockquote", content: [picture] }],
])("still fits the schema where %s held a picture alone", (_where, block) => {
  const stripped = withoutPeople(doc(block));
  expect(JSON.stringify(stripped)).not.toContain("image");
  Node.fromJSON(contentSchema(), stripped).check();
});

it("is an empty text when nothing is left", () => {
  expect(withoutPeople(doc(picture))).toEqual(doc({ type: "paragraph" }));
  expect(withoutPeople({ type: "doc" })).toEqual(doc({ type: "paragraph" }));
});
