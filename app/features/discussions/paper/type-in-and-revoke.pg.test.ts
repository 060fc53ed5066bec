import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Client } from "pg";
import { afterEach, expect, test } from "vitest";
import { message, spaceMembership } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { letType } from "~/features/groups/index.server";
import { typeIn } from "../index.server";
import { makeScene, refusal, type Scene } from "../test/scene";

/** What holds when a member takes back that a facilitator may type, while it is being typed in: on two real connections. */
const home = useDatabase();
const clients: Client[] = [];
const connect = async () => {
  const client = await home.database.connectAlone();
  clients.push(client);
  return client;
};
afterEach(() => Promise.all(clients.splice(0).map((client) => client.end())));

async function whenWaiting(client: Client, count: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query("select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
    if (rows[0].n >= count) return;
  }
}

async function agreed(): Promise<{ scene: Scene; slip: Record<string, string> }> {
  const scene = await makeScene(home.database);
  await letType(await scene.as(scene.noor), { groupId: scene.group.id, allowed: "yes" });
  const [its] = await home.database.db.select().from(spaceMembership).where(eq(spaceMembership.personId, scene.noor.id));
  return { scene, slip: { id: randomUUID(), discussion: scene.discussion.id, member: its!.id, text: "Ik kan zaterdag." } };
}

const takenBack = ({ noor }: Scene) => `update group_membership set may_be_typed_for = false where person_id = '${noor.id}'`;

test("nothing is typed in once that was taken back", async () => {
  const { scene, slip } = await agreed();
  const fatima = await scene.as(scene.fatima);
  const revoker = await connect();
  await revoker.query("begin");
  await revoker.query(takenBack(scene));
  const typing = refusal(typeIn(fatima, slip));
  await whenWaiting(revoker, 1);
  await revoker.query("commit");
  expect(await typing).toBe("not_agreed");
  expect(await home.database.db.select().from(message)).toEqual([]);
});

test("what was typed in first is there before the member's no is kept", async () => {
  const { scene, slip } = await agreed();
  const fatima = await scene.as(scene.fatima);
  const [holder, revoker] = [await connect(), await connect()];
  // Stops the typing after it read that it may: its place in the conversation is taken.
  await holder.query("begin");
  await holder.query("select id from discussion where id = $1 for update", [scene.discussion.id]);
  const typing = refusal(typeIn(fatima, slip));
  await whenWaiting(holder, 1);
  const revoking = revoker.query(`${takenBack(scene)}; select count(*)::int as n from message`);
  await whenWaiting(holder, 2);
  await holder.query("commit");
  expect(await typing).toBe("accepted");
  const results = (await revoking) as unknown as { rows: { n: number }[] }[];
  expect(results.at(-1)!.rows[0]!.n).toBe(1);
  expect(await refusal(typeIn(fatima, { ...slip, id: randomUUID() }))).toBe("not_agreed");
});
