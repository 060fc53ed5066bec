import { eq } from "drizzle-orm";
import type { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { message } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { postMessage } from "../index.server";
import { makeScene, newMessage, refusal, type Scene } from "../test/scene";

/** What holds when somebody's right ends while they are posting: on two real connections, in both orders. */
const home = useDatabase();
let clients: Client[] = [];
const connect = async () => {
  const client = await home.database.connectAlone();
  clients.push(client);
  return client;
};
beforeEach(() => void (clients = []));
afterEach(() => Promise.all(clients.map((client) => client.end())));

/** Resolves once this many backends of this database wait for a lock. */
async function whenWaiting(client: Client, count: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query("select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
    if (rows[0].n >= count) return;
  }
}

const posted = async (scene: Scene) => (await home.database.db.select().from(message).where(eq(message.discussionId, scene.discussion.id))).length;

const revokes: [name: string, code: string, revoke: (scene: Scene) => string][] = [
  ["is taken out of the group", "join_group", ({ group, noor }) => `update group_membership set ended_at = now(), ended_because = 'removed' where group_id = '${group.id}' and person_id = '${noor.id}'`],
  ["may only read along from now on", "forbidden", ({ group, noor }) => `update group_membership set may_write = false where group_id = '${group.id}' and person_id = '${noor.id}'`],
  [
    "is suspended",
    "suspended",
    ({ space, noor }) =>
      `update space_membership set rev = rev + 1 where space_id = '${space.id}' and person_id = '${noor.id}'; insert into standing (person_id, kind, scope_kind, scope_id) values ('${noor.id}', 'suspension', 'space', '${space.id}')`,
  ],
  ["sees the space close", "closed", ({ space }) => `update space set status = 'closed' where id = '${space.id}'`],
  ["sees the conversation close", "closed", ({ discussion }) => `update discussion set state = 'closed' where id = '${discussion.id}'`],
];

describe.each(revokes)("somebody who %s", (_name, code, revoke) => {
  test("writes nothing when that came first", async () => {
    const scene = await makeScene(home.database);
    const ctx = await scene.as(scene.noor);
    const revoker = await connect();
    await revoker.query("begin");
    await revoker.query(revoke(scene));
    const post = refusal(postMessage(ctx, newMessage(scene.discussion)));
    await whenWaiting(revoker, 1);
    await revoker.query("commit");
    expect(await post).toBe(code);
    expect(await posted(scene)).toBe(0);
  });

  test("still wrote what came first, and it was there before the right ended", async () => {
    const scene = await makeScene(home.database);
    const ctx = await scene.as(scene.noor);
    const [holder, revoker] = [await connect(), await connect()];
    // Stops the post after it read what grants the right: its place in the conversation is taken.
    await holder.query("begin");
    await holder.query("select id from discussion where id = $1 for update", [scene.discussion.id]);
    const post = refusal(postMessage(ctx, newMessage(scene.discussion)));
    await whenWaiting(holder, 1);
    const revoked = revoker.query(`${revoke(scene)}; select count(*)::int as n from message`);
    await whenWaiting(holder, 2);
    await holder.query("commit");
    expect(await post).toBe("accepted");
    const results = (await revoked) as unknown as { rows: { n: number }[] }[];
    expect(results.at(-1)!.rows[0]!.n).toBe(1);
    expect(await refusal(postMessage(ctx, newMessage(scene.discussion)))).toBe(code);
  });
});
