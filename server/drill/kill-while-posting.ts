import { eq } from "drizzle-orm";
import { message, stream } from "#db/schema/index";
import { openEmbedded } from "#db/home.server";
import { migrate } from "#db/migrate.server";
import { connectAll, emit } from "#server/bench/clients";
import { newId, prepareWorld } from "#server/bench/prepare";
import { runServer } from "#server/bench/run-server";
import type { Finding } from "./main";

const kills = 20;
const writers = 8;

/** Kills the server, and with it the embedded database, while eight people post; what was acknowledged must be there, once. */
export async function killWhilePosting(folder: string): Promise<Finding[]> {
  const home = await openEmbedded({ dir: folder });
  await migrate(home);
  const world = await prepareWorld(home, kills * writers);
  const acknowledged = new Set<string>();
  const slowest = { start: 0 };
  for (let round = 0; round < kills; round += 1) {
    const server = await runServer({ DATA_DIR: folder });
    slowest.start = Math.max(slowest.start, server.startedIn);
    const sockets = await connectAll(server.url, world.cookies.slice(round * writers, (round + 1) * writers));
    let alive = true;
    const posting = sockets.map(async (socket) => {
      for (let sent = 0; alive && sent < 28; sent += 1) {
        const id = newId();
        const answer = await emit(socket, "message:post", { id, discussion: world.discussionId, text: `bericht ${id}` }).catch(() => null);
        if (answer?.ok) acknowledged.add(id);
      }
    });
    // At another moment of the work each time.
    await new Promise((resolve) => setTimeout(resolve, 150 + round * 17));
    alive = false;
    await server.kill();
    sockets.forEach((socket) => socket.disconnect());
    await Promise.all(posting);
  }
  const after = await openEmbedded({ dir: folder });
  try {
    const rows = await after.db.select({ id: message.id, number: message.number }).from(message).where(eq(message.discussionId, world.discussionId)).orderBy(message.number);
    const there = new Set(rows.map(({ id }) => id));
    const lost = [...acknowledged].filter((id) => !there.has(id)).length;
    const holes = rows.filter(({ number }, index) => number !== index + 1).length;
    const [head] = await after.db.select().from(stream).where(eq(stream.id, `group:${world.groupId}`));
    const unannounced = rows.length - 50 - (head?.head ?? 0);
    return [
      { what: `${kills} kills while ${writers} people post`, seen: `${acknowledged.size} acknowledged, ${lost} lost, ${holes} holes in the numbers, ${unannounced} messages without their fact`, asked: "0, 0, 0", held: acknowledged.size > 0 && lost === 0 && holes === 0 && unannounced === 0 },
      { what: "start after a kill", seen: `${slowest.start.toFixed(0)} ms at most`, asked: "comes up each time", held: true },
    ];
  } finally {
    await after.close();
  }
}
