/** Why the database could not serve a call. All three are worth a 503 to the person who asked, except `outer_query`, which is a mistake in our code. */
export type DatabaseErrorCode = "database_busy" | "database_unavailable" | "outer_query";

/** A call that the database layer itself refused or lost; errors in the SQL keep their own SQLSTATE (see `sqlStateOf`). */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** The error underneath: drizzle wraps what the driver throws in an error whose message carries the parameters, which must not reach a log. */
export function unwrapSqlError(error: unknown): unknown {
  let current = error;
  while (current instanceof Error && current.constructor.name === "DrizzleQueryError" && current.cause !== undefined) current = current.cause;
  return current;
}

/** What the server said about a failed statement: its five-character SQLSTATE and, when a constraint stopped it, that constraint's name. */
export function sqlFailureOf(error: unknown): { state: string; constraint: string | undefined } | undefined {
  const inner = unwrapSqlError(error);
  if (!(inner instanceof Error) || !("code" in inner) || typeof inner.code !== "string" || !/^[0-9A-Z]{5}$/.test(inner.code)) return undefined;
  // System errors such as EPIPE also have five characters; only the server's own errors carry a severity.
  if (!("severity" in inner)) return undefined;
  return { state: inner.code, constraint: "constraint" in inner && typeof inner.constraint === "string" ? inner.constraint : undefined };
}

const connectionStates = /^(08...|57P0[1-5]|53300|25P0[34])$/;
const connectionMessages = /^(Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout|timeout expired|Cannot use a pool after)/;

/** True when the error means that the connection is gone or useless, so the call's outcome is unknown and the client must be thrown away. */
export function isLostConnection(error: unknown): boolean {
  const inner = unwrapSqlError(error);
  const failure = sqlFailureOf(inner);
  if (failure) return connectionStates.test(failure.state);
  return inner instanceof Error && ("syscall" in inner || connectionMessages.test(inner.message));
}

/** True when the server did not answer within the time a call may take; the connection is then of no use either. */
export function isCallTimeout(error: unknown): boolean {
  const inner = unwrapSqlError(error);
  return inner instanceof Error && inner.message === "Query read timeout";
}

/** True when a new connection was taken but not answered in time. */
export function isConnectTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === "Connection terminated due to connection timeout";
}
