import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { actor } from "#db/schema/index";
import { hashPassword, proposePassphrase } from "~/features/accounts/index.server";
import type { House } from "~/platform/ctx.server";
import { performDemonstration } from "./demonstration/perform";
import { readDemonstrationSetting, writeDemonstrationSetting, type DemonstrationSetting } from "./demonstration/setting";
import { signInNameOf } from "./demonstration/stage";

/** How to sign in as somebody of the demonstration, to print at the start. */
export interface TryOut {
  signInName: string;
  password: string;
  /** What you see when you look through their eyes, in Dutch. */
  what: string;
}

/** The same on every process, and of no other use: the one that holds it loads the demonstration. */
const lockKey = 5_207_414_002;

/**
 * Loads the region's demonstration into a database without people, all of it or nothing. Where it is there already, or was
 * taken away, or where real people are, it changes nothing. Several processes may ask at once.
 * @param again load it also where it was taken away, for who asks for it in so many words
 * @returns how to sign in; empty where there is no demonstration
 * @throws Error naming the step of the demonstration that the product refused
 */
export async function seedDemonstration(house: House, again = false): Promise<TryOut[]> {
  const stands = (setting: DemonstrationSetting | null) => setting !== null && !(again && setting.state === "removed");
  for (;;) {
    const there = await readDemonstrationSetting(house.database.db);
    if (there && stands(there)) return tryOutsOf(there);
    const loaded = await load(house, stands);
    if (loaded !== "busy") return loaded ? tryOutsOf(loaded) : [];
    // Another process is loading it: wait for its commit.
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Whether its invented people are in the database. */
export async function demonstrationIsThere(house: House): Promise<boolean> {
  return (await readDemonstrationSetting(house.database.db))?.state === "loaded";
}

async function load(house: House, stands: (setting: DemonstrationSetting | null) => boolean): Promise<DemonstrationSetting | "busy" | null> {
  const demo = await house.region.demonstration();
  const password = proposePassphrase();
  const passwordHash = await hashPassword(password);
  const { value } = await house.database.withTx(async (db): Promise<{ value: DemonstrationSetting | "busy" | null }> => {
    const locked = await db.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${lockKey}) as mine`);
    if (!locked.rows[0]!.mine) return { value: "busy" };
    const there = await readDemonstrationSetting(db);
    if (stands(there)) return { value: there };
    if (await hasPeople(db)) return { value: null };
    const today = house.now();
    await performDemonstration({ house, db, demo, today }, passwordHash);
    const people = demo.people.flatMap(({ key, tryOut }) => (tryOut ? [{ signInName: signInNameOf(key), what: tryOut }] : []));
    const setting: DemonstrationSetting = { state: "loaded", region: house.region.id, password, people };
    await writeDemonstrationSetting(db, setting, today);
    return { value: setting };
  });
  return value;
}

async function hasPeople(db: Db): Promise<boolean> {
  return (await db.select({ id: actor.id }).from(actor).limit(1)).length > 0;
}

function tryOutsOf(setting: DemonstrationSetting): TryOut[] {
  return setting.state === "loaded" ? setting.people.map((one) => ({ ...one, password: setting.password })) : [];
}
