import { createHash, randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Database } from "#db/client.server";
import { makeDiscussion } from "#db/factories/make-discussion";
import { makeGroup, makeGroupMembership, type MadeGroup } from "#db/factories/make-group";
import { session } from "#db/schema/index";
import { makeScene, type Scene } from "~/features/discussions/test/scene";
import { testHouse } from "~/platform/test/test-house";
import { serveLive, type Live } from "../serve-live";

/** A closed group with a conversation, and the live door in front of it on a port of its own. */
export interface LiveWorld {
  scene: Scene;
  /** The scene's group, and another of the same people. */
  groups: MadeGroup[];
  /** Another conversation of the scene's group. */
  beside: { id: string };
  url: string;
  /** Value of the session cookie of somebody who is signed in from now on. */
  signIn: (personId: string) => Promise<string>;
  /** Ends the door as a process ends, and opens one that knows nothing of before, on the same port. */
  restart: () => Promise<void>;
  close: () => Promise<void>;
}

export async function openWorld(database: Database): Promise<LiveWorld> {
  const scene = await makeScene(database, { group: { visibility: "members", joining: "request" } });
  const other = await makeGroup(database.db, { spaceId: scene.space.id, name: "Rond de tuin", visibility: "members", joining: "request" });
  for (const [person, shownName] of [[scene.noor, "Noor"], [scene.jef, "Jef"]] as const) await makeGroupMembership(database.db, { group: other, personId: person.id, shownName });
  const beside = await makeDiscussion(database.db, { group: scene.group, authorActor: scene.noor.actorId });
  let http: Server;
  let live: Live;
  let port = 0;
  const open = async () => {
    http = createServer((_request, response) => response.writeHead(404).end());
    live = serveLive(scene.house, http, { allowedOrigins: (host) => [`http://${host}`], addressOf: () => "127.0.0.1" });
    await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
    ({ port } = http.address() as AddressInfo);
  };
  await open();
  return {
    scene,
    groups: [scene.group, other],
    beside,
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    signIn: async (personId) => {
      const cookie = randomBytes(20).toString("hex");
      const ends = new Date(scene.house.now().getTime() + 3_600_000);
      await database.db.insert(session).values({ id: createHash("sha256").update(cookie).digest("hex"), personId, device: "own", label: "test", expiresAt: ends, absoluteExpiresAt: ends, createdAt: scene.house.now(), activeAt: scene.house.now() });
      return cookie;
    },
    restart: async () => {
      await live.close();
      scene.house = testHouse(database, { now: scene.house.now() });
      await open();
    },
    close: () => live.close(),
  };
}
