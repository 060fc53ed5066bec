import { pino, type DestinationStream } from "pino";
import { sqlFailureOf, unwrapSqlError } from "#db/client.server";

/** Names that may carry what people wrote or who they are; they never reach a log line. */
const redacted = ["text", "email", "password", "name", "address", "cookie", "authorization", "phone", "code", "url", "ip"].flatMap(
  (key) => [key, `*.${key}`, `*.*.${key}`],
);

/** Structured logs: ids, codes and counts only. To standard output, unless a test reads them elsewhere. */
export function createLogger(level: string, destination?: DestinationStream) {
  const options = { level, base: null, redact: { paths: redacted, censor: "[removed]" }, serializers: { err: describeError }, timestamp: pino.stdTimeFunctions.isoTime };
  return destination ? pino(options, destination) : pino(options);
}

export type Logger = ReturnType<typeof createLogger>;

/**
 * An error without what people typed: drizzle puts the parameters of a failed statement in its message and beside it, and
 * the server's own words quote values (`Key (email)=(…) already exists`). What is left says where and why it failed.
 */
function describeError(error: unknown): object {
  const inner = unwrapSqlError(error);
  if (!(error instanceof Error) || !(inner instanceof Error)) return { type: typeof error };
  const failure = sqlFailureOf(inner);
  return {
    type: inner.constructor.name,
    ...(failure ? { state: failure.state, constraint: failure.constraint } : { message: inner.message }),
    stack: error.stack?.split("\n").filter((line) => /^\s+at /.test(line)).join("\n"),
    ...(inner.cause === undefined ? {} : { cause: describeError(inner.cause) }),
  };
}
