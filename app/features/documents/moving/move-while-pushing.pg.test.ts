import { afterAll, expect, test } from "vitest";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { useDatabase } from "#db/test/use-database";
import { ctxFor, testHouse, type TestHouse } from "~/platform/test/test-house";
import { closeDocumentFeed } from "../writing/document-feed.server";
import { postComment, pushUpdate } from "../index.server";
import { closeLanes } from "../worker/lanes.server";
import { Editor, makeWorld, pushOf, storedText } from "../test/writing-world";

const home = useDatabase();
const houses: TestHouse[] = [];
const codeOf = (promise: Promise<unknown>) => promise.then(() => "ok", (error: { code?: string }) => error.code ?? String(error));
afterAll(async () => {
  for (const house of houses) {
    closeDocumentFeed(house);
    await closeLanes(house);
  }
});

test.each([["may write there too", true, "ok"], ["is not in the new group", false, "join_group"]] as const)(
  "what somebody pushes or remarks while the text is moved, and who %s, is judged by the group where it now stands",
  async (_name, member, code) => {
    const house = testHouse(home.database);
    houses.push(house);
    const world = await makeWorld(house);
    const { db } = home.database;
    const other = await makeGroup(db, { spaceId: world.spaceId, visibility: "members" });
    if (member) await makeGroupMembership(db, { group: other, personId: world.writer.id, shownName: "Noor" });
    const ctx = () => ctxFor(house, world.writer.id);
    const editor = await Editor.open(await ctx(), world.document.id);
    // The worker that judges is awake by then.
    await pushUpdate(await ctx(), pushOf(world.document, editor.type(" Vooraf.")));
    const update = editor.type(" Tijdens het verhuizen.");
    const mover = await home.database.connectAlone();
    await mover.query("begin");
    await mover.query("update document set group_id = $2, rev = rev + 1 where id = $1", [world.document.id, other.id]);
    const both = [codeOf(pushUpdate(await ctx(), pushOf(world.document, update))), codeOf(postComment(await ctx(), { id: crypto.randomUUID(), document: world.document.id, text: "Waarheen?" }))];
    let answered = false;
    for (const one of both) void one.then(() => (answered = true));
    while (!answered) {
      const { rows } = await mover.query("select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
      if (rows[0].n >= 2) break;
    }
    await mover.query("commit");
    await mover.end();
    expect(await Promise.all(both)).toEqual([code, code]);
    expect((await storedText(house, world.document.id)).includes("verhuizen")).toBe(member);
  },
  60_000,
);
