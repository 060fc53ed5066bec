import { DatabaseError } from "#db/client.server";
import { AppError } from "./codes";

/** Turns what the database client throws into a code; everything else passes unchanged. */
export function throwAsAppError(error: unknown): never {
  if (error instanceof DatabaseError && error.code !== "outer_query") {
    throw new AppError(error.code === "database_busy" ? "busy" : "unavailable", { retryAfterSeconds: 5 }, { cause: error });
  }
  throw error;
}
