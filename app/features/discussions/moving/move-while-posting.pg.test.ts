import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeGroup, makeGroupMembership } from "#db/factories/make-group";
import { message } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { postMessage } from "../index.server";
import { makeScene, newMessage, refusal } from "../test/scene";

const home = useDatabase();

test.each([["may write there too", true, "accepted"], ["is not in the new group", false, "join_group"]] as const)(
  "somebody who posts while the conversation is moved, and %s, is judged by the group where it now stands",
  async (_name, member, code) => {
    const scene = await makeScene(home.database);
    const { db } = home.database;
    const other = await makeGroup(db, { spaceId: scene.space.id, visibility: "members" });
    if (member) await makeGroupMembership(db, { group: other, personId: scene.noor.id, shownName: "Noor" });
    const mover = await home.database.connectAlone();
    await mover.query("begin");
    await mover.query("update discussion set group_id = $2, rev = rev + 1 where id = $1", [scene.discussion.id, other.id]);
    const post = refusal(postMessage(await scene.as(scene.noor), newMessage(scene.discussion)));
    for (;;) {
      const { rows } = await mover.query("select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
      if (rows[0].n >= 1) break;
    }
    await mover.query("commit");
    await mover.end();
    expect(await post).toBe(code);
    const rows = await db.select({ groupId: message.groupId }).from(message).where(eq(message.discussionId, scene.discussion.id));
    expect(rows).toEqual(member ? [{ groupId: other.id }] : []);
  },
);
