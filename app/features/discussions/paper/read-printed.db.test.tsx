import { eq } from "drizzle-orm";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test } from "vitest";
import { discussion as discussionTable, message as messageTable } from "#db/schema/index";
import { makeMessages } from "#db/factories/make-discussion";
import { useDatabase } from "#db/test/use-database";
import { WordsProvider } from "~/platform/define-words";
import { closeDiscussion, postMessage, readPrinted } from "../index.server";
import { PrintScreen } from "./print-screen";
import type { PrintedPage } from "./read-printed.server";
import { makeScene, newMessage, refusal, type Scene } from "../test/scene";

const home = useDatabase();
let scene: Scene;
beforeEach(async () => void (scene = await makeScene(home.database)));
const print = async (who: Parameters<Scene["as"]>[0], from?: number) => readPrinted(await scene.as(who), { id: scene.discussion.id, from });
const htmlOf = (page: PrintedPage) => renderToStaticMarkup(<WordsProvider language="nl"><PrintScreen page={page} /></WordsProvider>);

test("shows every message with its number, who wrote it as the reader may see, and the way back", async () => {
  await postMessage(await scene.as(scene.noor), newMessage(scene.discussion, "Wie rijdt er?"));
  await postMessage(await scene.as(scene.fatima), newMessage(scene.discussion, "Ik rijd."));
  const member = htmlOf(await print(scene.jef));
  expect(member).toContain("Noor");
  expect(member).toContain("Fatima");
  expect(member).toContain("buurtwerker");
  expect(member).toContain(`127.0.0.1:3000/gesprekken/${scene.discussion.id}`);
  expect(member.match(/sheet__number">(\d+)</g)).toEqual(['sheet__number">1<', 'sheet__number">2<']);
  const anonymous = await scene.as(null);
  const page = await readPrinted(anonymous, { id: scene.discussion.id });
  expect(htmlOf(page)).not.toContain("Noor");
  expect(htmlOf(page)).toContain("een deelnemer");
  // It may be kept for readers without an account, for as long as nothing happens there.
  expect([...anonymous.dependsOn.keys()].sort()).toEqual([`group:${scene.group.id}`, `space:${scene.space.id}`]);
});

test("what was removed or hidden keeps its number and nothing else, for the one who runs it too", async () => {
  const [removed, hidden] = await makeMessages(home.database.db, { discussion: scene.discussion, authorActor: scene.noor.actorId, texts: ["Te veel gezegd", "Niet oké"] });
  await home.database.db.update(messageTable).set({ state: "removed" }).where(eq(messageTable.id, removed!.id));
  await home.database.db.update(messageTable).set({ state: "hidden" }).where(eq(messageTable.id, hidden!.id));
  for (const who of [null, scene.noor, scene.jef, scene.fatima]) {
    const html = htmlOf(await print(who));
    expect(html.match(/sheet__number">(\d+)</g)).toHaveLength(2);
    expect(html).toContain("Dit bericht is verwijderd.");
    expect(html).toContain("De moderator heeft dit bericht verborgen.");
    expect(html).not.toMatch(/Te veel gezegd|Niet oké|Noor/);
  }
});

test("a long conversation is printed in parts", async () => {
  await makeMessages(home.database.db, { discussion: scene.discussion, authorActor: scene.noor.actorId, texts: Array.from({ length: 250 }, (_, n) => `Nummer ${n + 1}`) });
  const first = (await print(scene.jef)).window;
  expect([first.messages.length, first.messages[0]!.number, first.older, first.newer]).toEqual([100, 1, null, 101]);
  const last = (await print(scene.jef, 201)).window;
  expect([last.messages.length, last.messages.at(-1)!.number, last.older, last.newer]).toEqual([50, 250, 101, null]);
  expect((await print(scene.jef, 1_000_000)).window.messages.map(({ number }) => number)).toEqual([250]);
  expect((await print(scene.jef, -5)).window.from).toBe(1);
  expect((await print(null)).discussion.title).toBe(scene.discussion.title);
});

test("goes through the gate of the conversation", async () => {
  expect(await refusal(readPrinted(await scene.as(null), { id: "geen-id" }))).toBe("not_found");
  const closed = await makeScene(home.database, { group: { visibility: "members", joining: "request" } });
  const printClosed = async (who: Parameters<Scene["as"]>[0]) => refusal(readPrinted(await closed.as(who), { id: closed.discussion.id }));
  expect(await printClosed(null)).toBe("sign_in");
  expect(await printClosed(closed.stranger)).toBe("join_group");
  expect(await printClosed(closed.jef)).toBe("accepted");
  expect(htmlOf(await readPrinted(await closed.as(closed.jef), { id: closed.discussion.id }))).toContain("Niet iedereen mag dit gesprek lezen.");
  const inside = await makeScene(home.database, { group: { visibility: "members", joining: "invitation" } });
  expect(await refusal(readPrinted(await inside.as(inside.stranger), { id: inside.discussion.id }))).toBe("not_found");
  await home.database.db.update(discussionTable).set({ moderation: "hidden" }).where(eq(discussionTable.id, scene.discussion.id));
  expect(await refusal(print(scene.fatima))).toBe("not_found");
});

test("what came of it stands above the messages of the first part, once it is finished", async () => {
  await makeMessages(home.database.db, { discussion: scene.discussion, authorActor: scene.noor.actorId, texts: Array.from({ length: 101 }, (_, n) => `Nummer ${n + 1}`) });
  await closeDiscussion(await scene.as(scene.fatima), { discussion: scene.discussion.id, open: false, summary: "We rijden **samen**." });
  const first = htmlOf(await print(scene.jef));
  expect(first).toMatch(/Dit gesprek is afgerond.*We rijden <strong>samen<\/strong>.*Fatima.*Nummer 1</s);
  expect(htmlOf(await print(scene.jef, 101))).not.toContain("We rijden");
  const unknown = htmlOf(await print(null));
  expect(unknown).toContain("We rijden");
  await closeDiscussion(await scene.as(scene.fatima), { discussion: scene.discussion.id, open: true });
  expect(htmlOf(await print(scene.jef))).not.toContain("We rijden");
});
