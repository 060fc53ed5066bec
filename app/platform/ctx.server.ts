import type { Database, Db } from "#db/client.server";
import type { Region } from "#db/seed/regions/region";
import { anonymous, type Actor } from "./actor";
import type { Env } from "./env.server";
import type { Language } from "./language";
import type { Limiter } from "./limiter.server";
import type { Logger } from "./logger.server";
import type { Publisher } from "./publisher.server";
import type { StreamId } from "./streams";

export { anonymous, signedIn, theHouse, type Actor, type InstallationRole } from "./actor";

export type Channel = "self" | "facilitator" | "kiosk" | "paper" | "import";

/** What every part of the running process shares; made once in `server/`. */
export interface House {
  env: Env;
  logger: Logger;
  database: Database;
  limiter: Limiter;
  publisher: Publisher;
  now: () => Date;
  /** The region's words, contact and pages: data, never code. */
  region: Region;
  /** Folder of the installation: keys, files, the mail folder. */
  dataDir: string;
  /** Address that people use, without a slash at the end. */
  publicUrl: string;
}

/** What an action or a read gets: never a request, never a socket. */
export interface Ctx {
  house: House;
  /** Inside an action this is the transaction; there is no other connection. */
  db: Db;
  /** True inside an action: rights are then read FOR SHARE, so that they hold until the commit. */
  writing: boolean;
  actor: Actor;
  channel: Channel;
  language: Language;
  now: Date;
  /** Key of the device (cookie) and address, for the rate limits alone; never stored. */
  device: string | null;
  address: string | null;
  /** Streams whose number this reading page depends on; an undeclared one makes it uncacheable. */
  dependsOn: Map<StreamId, number>;
}

/** A plain `Ctx` for one request, event or job. */
export function makeCtx(house: House, given: Partial<Pick<Ctx, "actor" | "channel" | "language" | "device" | "address">> = {}): Ctx {
  return {
    house,
    db: house.database.db,
    writing: false,
    actor: given.actor ?? anonymous,
    channel: given.channel ?? "self",
    language: given.language ?? "nl",
    now: house.now(),
    device: given.device ?? null,
    address: given.address ?? null,
    dependsOn: new Map(),
  };
}
