import type { Socket } from "socket.io-client";
import { connectAll, emit } from "#server/bench/clients";
import { newId, prepareWorld } from "#server/bench/prepare";
import { runServer } from "#server/bench/run-server";
import { percentile } from "#server/bench/statistics";
import { openEmbedded } from "#db/home.server";
import { migrate } from "#db/migrate.server";
import type { Finding } from "./main";

/** A connection that sends a thousand events a second is cut; the others hardly notice. */
export async function floodLive(folder: string): Promise<Finding[]> {
  const home = await openEmbedded({ dir: folder });
  await migrate(home);
  const world = await prepareWorld(home, 20);
  const server = await runServer({ DATA_DIR: folder });
  try {
    const before = server.memory().application;
    const [flooder, ...others] = await connectAll(server.url, world.cookies.slice(0, 11));
    const cut = new Promise<number>((resolve) => flooder!.once("disconnect", () => resolve(performance.now())));
    const post = (socket: Socket, text: string) => emit(socket, "message:post", { id: newId(), discussion: world.discussionId, text });
    // The first posts after a start take longer, flood or not.
    for (const socket of others) await post(socket, "goedemorgen");
    const begun = performance.now();
    let sent = 0;
    const flood = setInterval(() => {
      // Marks are writes, and joining reads most of what a connection can ask for.
      for (let burst = 0; burst < 10; burst += 1) {
        flooder!.emit("discussion:read", { discussion: world.discussionId, ranges: [[1, (sent += 1)]] });
        flooder!.emit("stream:join", { stream: `group:${world.groupId}`, since: 0 });
      }
    }, 20);
    const times: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(
        others.map(async (socket) => {
          const from = performance.now();
          const answer = await post(socket, `bericht ${round}`);
          if (answer.ok) times.push(performance.now() - from);
        }),
      );
    }
    const cutAfter = (await cut) - begun;
    clearInterval(flood);
    const grown = server.memory().application - before;
    others.forEach((socket) => socket.disconnect());
    return [
      { what: "1 000 live events a second: the sender", seen: `cut after ${cutAfter.toFixed(0)} ms`, asked: "< 2 000 ms", held: cutAfter < 2_000 },
      { what: "1 000 live events a second: posts of others", seen: `${times.length} of 100 posted, p95 ${percentile(times, 95).toFixed(0)} ms`, asked: "all, p95 < 200 ms", held: times.length === 100 && percentile(times, 95) < 200 },
      { what: "1 000 live events a second: memory", seen: `${grown > 0 ? "+" : ""}${grown.toFixed(0)} MB`, asked: "< +100 MB", held: grown < 100 },
    ];
  } finally {
    await server.stop();
  }
}
