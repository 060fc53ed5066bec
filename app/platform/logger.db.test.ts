import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { DatabaseError } from "#db/client.server";
import { makePerson } from "#db/factories/make-person";
import { person } from "#db/schema/index";
import { useDatabase } from "#db/test/use-database";
import { AppError } from "./codes";
import { throwAsAppError } from "./database-errors.server";
import { createLogger } from "./logger.server";

const home = useDatabase();

function logged(error: unknown): string {
  const lines: string[] = [];
  createLogger("error", { write: (line) => void lines.push(line) }).error({ err: error }, "request failed");
  return lines.join("");
}

it("tells why a statement failed without what people typed", async () => {
  const { db } = home.database;
  await makePerson(db, { email: "kanarie@voorbeeld.be" });
  const failures = [
    makePerson(db, { email: "kanarie@voorbeeld.be" }),
    db.insert(person).values({ signInName: "x", passwordHash: "x", name: "kanarie", ageGroup: "16_plus", id: "kanarie" }),
    db.execute(sql`select ${"kanarie"}::uuid`),
    db.execute(sql`select kanarie(${"kanarie"})`),
  ];
  for (const failure of failures) {
    const line = logged(await failure.catch((error: unknown) => error));
    expect(line).not.toMatch(/kanarie/i);
    expect(JSON.parse(line)).toMatchObject({ msg: "request failed", err: { state: expect.stringMatching(/^[0-9A-Z]{5}$/), stack: expect.stringContaining("logger.db.test") } });
  }
});

it("keeps the words of our own errors and what caused them", () => {
  const line = JSON.parse(logged(new Error("no entity loader for x", { cause: new AppError("busy") }))) as { err: object };
  expect(line.err).toMatchObject({ type: "Error", message: "no entity loader for x", cause: { type: "AppError", message: "busy" } });
  expect(JSON.parse(logged("x"))).toMatchObject({ err: { type: "string" } });
});

it("turns a database that cannot answer into a code, also when drizzle wrapped it", async () => {
  const error: unknown = await home.database.withTx(async () => ({ value: await home.database.db.select().from(person) })).catch((reason: unknown) => reason);
  expect(() => throwAsAppError(error)).toThrow(/Transactions|outer|inside/i);
  class DrizzleQueryError extends Error {}
  for (const [code, answer] of [["database_busy", "busy"], ["database_unavailable", "unavailable"]] as const) {
    const wrapped = new DrizzleQueryError("Failed query", { cause: new DatabaseError(code, "x") });
    expect(() => throwAsAppError(wrapped)).toThrow(expect.objectContaining({ code: answer }));
  }
});
