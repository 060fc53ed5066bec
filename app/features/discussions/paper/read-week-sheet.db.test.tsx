import { eq } from "drizzle-orm";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test } from "vitest";
import { discussion as discussionTable, message as messageTable } from "#db/schema/index";
import { makeDiscussion, makeMessages } from "#db/factories/make-discussion";
import { useDatabase } from "#db/test/use-database";
import { WordsProvider } from "~/platform/define-words";
import { closeDiscussion, readTypeInForm, readWeekSheet } from "../index.server";
import type { WeekSheet } from "./read-week-sheet.server";
import { makeScene, refusal, type Scene } from "../test/scene";
import { WeekSheetScreen } from "./week-sheet-screen";

const home = useDatabase();
let scene: Scene;
beforeEach(async () => void (scene = await makeScene(home.database)));

// It is Thursday 20 November 2025: week 47.
const read = async (who: Parameters<Scene["as"]>[0], week: string | null = null) => readWeekSheet(await scene.as(who), { groupId: scene.group.id, week });
const htmlOf = (sheet: WeekSheet) => renderToStaticMarkup(<WordsProvider language="nl"><WeekSheetScreen sheet={sheet} activities={null} /></WordsProvider>);
const start = (title: string, day: string) => makeDiscussion(home.database.db, { group: scene.group, authorActor: scene.noor.actorId, title, createdAt: new Date(day), lastMessageAt: new Date(day) });
const write = (discussion: Awaited<ReturnType<typeof start>>, day: string, ...texts: string[]) => makeMessages(home.database.db, { discussion, authorActor: scene.noor.actorId, texts, createdAt: new Date(day) });
const numbers = (sheet: WeekSheet) => sheet.talks.map(({ number, discussion }) => [number, discussion.title]);

test("holds the conversations of a week with its newest messages, and no other week's", async () => {
  const old = await start("Vorige maand", "2025-10-20T10:00:00Z");
  await write(old, "2025-10-21T10:00:00Z", "Lang geleden");
  const again = await start("Weer opgepikt", "2025-10-20T11:00:00Z");
  await write(again, "2025-10-21T10:00:00Z", "Toen");
  await write(again, "2025-11-18T10:00:00Z", "een", "twee", "drie", "vier", "vijf", "zes");
  const sheet = await read(scene.jef);
  expect(sheet.week).toMatchObject({ key: "2025-W47", before: "2025-W46", after: "2025-W48" });
  // The conversation of the scene began this week, without a message.
  expect(numbers(sheet)).toEqual([[2, "Weer opgepikt"], [3, scene.discussion.title]]);
  expect(sheet.talks[0]!.messages.map(({ text }) => text)).toEqual(["twee", "drie", "vier", "vijf", "zes"]);
  expect(sheet.talks.map(({ more }) => more)).toEqual([true, false]);
  expect(numbers(await read(scene.jef, "2025-W43"))).toEqual([[1, "Vorige maand"], [2, "Weer opgepikt"]]);
  expect((await read(scene.jef, "2025-W43")).talks[1]!.messages.map(({ text }) => text)).toEqual(["Toen"]);
  expect(numbers(await read(scene.jef, "2025-W30"))).toEqual([]);
});

test("a conversation keeps its number whatever happens to the others, and the form to type in knows the same", async () => {
  const first = await start("Eerst", "2025-11-17T08:00:00Z");
  const second = await start("Dan", "2025-11-17T09:00:00Z");
  await write(second, "2025-11-18T10:00:00Z", "Ja");
  expect(numbers(await read(scene.jef))).toEqual([[1, "Eerst"], [2, "Dan"], [3, scene.discussion.title]]);
  await home.database.db.update(discussionTable).set({ moderation: "hidden" }).where(eq(discussionTable.id, first.id));
  expect(numbers(await read(scene.jef))).toEqual([[2, "Dan"], [3, scene.discussion.title]]);
  await closeDiscussion(await scene.as(scene.fatima), { discussion: scene.discussion.id, open: false });
  const form = await readTypeInForm(await scene.as(scene.fatima), { groupId: scene.group.id });
  expect(form.discussions).toEqual([{ id: second.id, number: 2, title: "Dan" }]);
});

test("a conversation that was only finished that week stands there with what came of it, and not in the weeks around it", async () => {
  const quiet = await start("Oud plan", "2025-10-20T10:00:00Z");
  await write(quiet, "2025-10-21T10:00:00Z", "Lang geleden");
  scene.house.setNow(new Date("2025-11-26T10:00:00Z"));
  await closeDiscussion(await scene.as(scene.fatima), { discussion: quiet.id, open: false, summary: "We planten een boom." });
  const sheet = await read(scene.jef);
  expect(numbers(sheet)).toEqual([[1, "Oud plan"]]);
  expect(htmlOf(sheet)).toContain("We planten een boom.");
  expect(numbers(await read(scene.jef, "2025-W47"))).toEqual([[2, scene.discussion.title]]);
  await closeDiscussion(await scene.as(scene.fatima), { discussion: quiet.id, open: true });
  expect(numbers(await read(scene.jef))).toEqual([]);
});

test("leaves out what was hidden or removed, for everyone", async () => {
  const [, removed, hidden] = await write(scene.discussion, "2025-11-18T10:00:00Z", "Blijft", "Te veel gezegd", "Niet oké");
  await home.database.db.update(messageTable).set({ state: "removed" }).where(eq(messageTable.id, removed!.id));
  await home.database.db.update(messageTable).set({ state: "hidden" }).where(eq(messageTable.id, hidden!.id));
  for (const who of [null, scene.jef, scene.fatima]) {
    const html = htmlOf(await read(who));
    expect(html).toContain("Blijft");
    expect(html).not.toMatch(/Te veel gezegd|Niet oké/);
  }
  expect(htmlOf(await read(null))).not.toContain("Noor");
});

test("has a slip to tear off with the number, only where one can still answer", async () => {
  const open = htmlOf(await read(scene.jef));
  expect(open).toContain(`Mijn antwoord op gesprek 1: ${scene.discussion.title}`);
  await home.database.db.update(discussionTable).set({ state: "closed" });
  expect(htmlOf(await read(scene.jef))).not.toContain("Mijn antwoord op");
});

test("a long message is cut short, and says no more than paper can hold", async () => {
  await write(scene.discussion, "2025-11-18T10:00:00Z", "woord ".repeat(1_500));
  expect((await read(scene.jef)).talks[0]!.messages[0]!.text.length).toBeLessThanOrEqual(701);
});

test("goes through the gate of the group, and there is no week that does not exist", async () => {
  expect(await refusal(read(scene.jef, "2025-W99"))).toBe("not_found");
  expect(await refusal(read(scene.jef, ""))).toBe("not_found");
  const closed = await makeScene(home.database, { group: { visibility: "members", joining: "request" } });
  const ask = async (who: Parameters<Scene["as"]>[0]) => refusal(readWeekSheet(await closed.as(who), { groupId: closed.group.id, week: null }));
  expect(await Promise.all([ask(null), ask(closed.stranger), ask(closed.jef), ask(closed.fatima)])).toEqual(["sign_in", "join_group", "accepted", "accepted"]);
});

test("a finished conversation has what came of it above its messages, and no slip", async () => {
  await write(scene.discussion, "2025-11-18T10:00:00Z", "Wie rijdt er?");
  await closeDiscussion(await scene.as(scene.fatima), { discussion: scene.discussion.id, open: false, summary: "We rijden **samen**." });
  const html = htmlOf(await read(scene.jef));
  expect(html).toMatch(/Dit gesprek is afgerond.*We rijden <strong>samen<\/strong>.*Wie rijdt er\?/s);
  expect(html).not.toContain("write-line");
});
