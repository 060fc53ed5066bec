import { openEmbedded } from "#db/home.server";
import { migrate } from "#db/migrate.server";
import { prepareWorld } from "#server/bench/prepare";
import { freePort, runServer } from "#server/bench/run-server";
import { CoWriter } from "#server/test/co-writer";
import type { Finding } from "./main";

const kills = 20;
const writers = 10;

/** Kills the server, and with it the embedded database, while ten people type in one text; every sign of each must be there afterwards, once and in order. */
export async function killWhileWriting(folder: string): Promise<Finding[]> {
  const home = await openEmbedded({ dir: folder });
  await migrate(home);
  const world = await prepareWorld(home, writers + 1);
  const env = { DATA_DIR: folder, PORT: String(await freePort()) };
  let server = await runServer(env);
  const open = (cookie: string) => new CoWriter({ url: server.url, headers: { cookie: `leerhoek_session=${cookie}` } }, world.documents[10]!).open();
  const people = await Promise.all(world.cookies.slice(1).map(open));
  let isOver = false;
  const typing = people.map((one, index) => one.typeOn(`${index}-`, () => isOver));
  for (let kill = 0; kill < kills; kill += 1) {
    const before = people[0]!.sync.current.seq;
    await people[0]!.until(({ seq }) => seq > before);
    // At another moment of the work each time.
    await new Promise((resolve) => setTimeout(resolve, 150 + kill * 17));
    await server.kill();
    server = await runServer(env);
  }
  isOver = true;
  await Promise.all(typing);
  await Promise.all(people.map((one) => one.saved()));
  const late = await open(world.cookies[0]!);
  const there = new Set(late.paragraphs);
  const lost = people.filter(({ typed }) => !there.has(typed)).length;
  const more = late.paragraphs.length - 1 - writers;
  const strokes = people.reduce((sum, { typed }) => sum + typed.split(" ").length - 1, 0);
  [...people, late].forEach((one) => one.leave());
  await server.stop();
  return [{ what: `${kills} kills while ${writers} people write in one text`, seen: `${strokes} edits, ${lost} paragraphs not as typed, ${more} too many`, asked: "0, 0", held: strokes > 0 && lost === 0 && more === 0 }];
}
