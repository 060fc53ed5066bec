import { eq } from "drizzle-orm";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Database } from "#db/client.server";
import { actor as actorTable, installationRole, person } from "#db/schema/index";
import { region } from "#db/seed/regions/westhoek/index";
import { anonymous, makeCtx, theHouse, type Ctx, type House } from "../ctx.server";
import { parseEnv } from "../env.server";
import { createLimiter } from "../limiter.server";
import { createLogger } from "../logger.server";
import { createPublisher } from "../publisher.server";
import type { WrittenFact } from "../write-facts.server";

/** A house for a test: the real thing around the test's database, with a clock that the test sets. */
export interface TestHouse extends House {
  /** What actions committed since the house was made, in order. */
  published: WrittenFact[];
  /** Moves the clock; it stands still otherwise. */
  setNow: (now: Date) => void;
}

const folders: string[] = [];
afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Builds a house around a test's database. Its folder is its own and goes when the tests of the file have run. */
export function testHouse(database: Database, given: { now?: Date; env?: Record<string, string> } = {}): TestHouse {
  let now = given.now ?? new Date("2025-11-20T10:00:00Z");
  const dataDir = mkdtempSync(join(tmpdir(), "leerhoek-test-"));
  folders.push(dataDir);
  const published: WrittenFact[] = [];
  const house: TestHouse = {
    env: parseEnv({ NODE_ENV: "test", DATA_DIR: dataDir, ...given.env }),
    logger: createLogger("silent"),
    database,
    limiter: createLimiter(),
    publisher: createPublisher(() => house),
    now: () => now,
    region,
    dataDir,
    publicUrl: given.env?.PUBLIC_URL ?? "http://127.0.0.1:3000",
    published,
    setNow: (moment) => void (now = moment),
  };
  house.publisher.onPublish((facts) => void published.push(...facts));
  return house;
}

/** The context in which a person acts; null is a reader without an account. Read anew for each call: roles and clock are of that moment. */
export async function ctxFor(house: House, personId: string | null, given: Partial<Pick<Ctx, "language" | "channel" | "device" | "address">> = {}): Promise<Ctx> {
  if (personId === null) return makeCtx(house, { ...given, actor: anonymous });
  const { db } = house.database;
  const [row] = await db
    .select({ actorId: actorTable.id, ageGroup: person.ageGroup })
    .from(person)
    .innerJoin(actorTable, eq(actorTable.personId, person.id))
    .where(eq(person.id, personId));
  if (!row) throw new Error(`no person ${personId}`);
  const roles = await db.select().from(installationRole).where(eq(installationRole.personId, personId));
  const held = roles.filter((role) => role.until === null || role.until > house.now()).map((role) => role.role);
  return makeCtx(house, { ...given, actor: { personId, ...row, roles: held, sessionId: null, system: false } });
}

/** The context of a job of the house itself. */
export function ctxOfHouse(house: House): Ctx {
  return makeCtx(house, { actor: theHouse });
}
