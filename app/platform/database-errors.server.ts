import { DatabaseError, unwrapSqlError } from "#db/client.server";
import { AppError } from "./codes";

/** Turns what the database client throws, wrapped by drizzle or not, into a code; everything else passes unchanged. */
export function throwAsAppError(error: unknown): never {
  const inner = unwrapSqlError(error);
  if (inner instanceof DatabaseError && inner.code !== "outer_query") {
    throw new AppError(inner.code === "database_busy" ? "busy" : "unavailable", { retryAfterSeconds: 5 }, { cause: inner });
  }
  throw error;
}
