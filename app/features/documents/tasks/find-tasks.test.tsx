import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ContentNode } from "../content";
import { ContentView } from "../content-view";
import { seedDoc } from "../worker/project";
import { numberTasks, TaskNumbersProvider } from "./task-numbers";

const [ann, bob] = [crypto.randomUUID(), crypto.randomUUID()];
const paragraph = (...content: ContentNode[]): ContentNode => ({ type: "paragraph", content });
const words = (text: string): ContentNode => ({ type: "text", text });
const task = (person: string | null, ...content: ContentNode[]): ContentNode => ({ type: "taskItem", attrs: { checked: person === bob, person }, content });
const content: ContentNode = {
  type: "doc",
  content: [
    { type: "taskList", content: [task(null, paragraph(words("Voor niemand"))), task(ann, paragraph(words("Zaal "), { ...words("vragen"), marks: [{ type: "bold" }] }, { type: "hardBreak" }, words("nu")), paragraph(words("Voor drie uur")), { type: "taskList", content: [task(bob, paragraph(words("Sleutel halen")))] })] },
    { type: "callout", attrs: { kind: "tip" }, content: [{ type: "taskList", content: [task(ann, paragraph(words("é👋🏽".repeat(400)))), task(ann, paragraph())] }] },
  ],
};

test("finds tasks wherever they stand, each with its own words, cut short between signs", () => {
  const { tasks } = seedDoc(content);
  expect(tasks.map(({ membership, text, checked, position }) => [membership, text, checked, position])).toEqual([
    [ann, "Zaal vragen nu Voor drie uur", false, 2],
    [bob, "Sleutel halen", true, 3],
    [ann, expect.stringMatching(/^(é👋🏽){100}$/u), false, 4],
    [ann, "", false, 5],
  ]);
  expect(new Set(tasks.map(({ key }) => key)).size).toBe(4);
  expect(tasks.every(({ key }) => /^\d+:\d+$/.test(key))).toBe(true);
});

test("leads to the same tasks on the reading page, and makes no addresses where none lead", () => {
  const shown = <ContentView content={content} people={{ [ann]: "Ann" }} />;
  const html = renderToStaticMarkup(<TaskNumbersProvider value={numberTasks(content)}>{shown}</TaskNumbersProvider>);
  const at = (position: number) => html.slice(html.indexOf(`id="taak-${position}"`)).replace(/<[^>]*>/g, " ");
  for (const { position, text } of seedDoc(content).tasks) expect(at(position)).toContain(text.slice(0, 4));
  expect(html.match(/id="taak-\d+"/g)).toHaveLength(5);
  expect(html).toContain("Voor Ann");
  expect(html).toContain("Voor vroegere deelnemer");
  expect(renderToStaticMarkup(shown)).not.toContain("taak-");
});
