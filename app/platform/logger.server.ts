import { pino } from "pino";

/** Names that may carry what people wrote or who they are; they never reach a log line. */
const redacted = ["text", "email", "password", "name", "address", "cookie", "authorization", "phone", "code", "url", "ip"].flatMap(
  (key) => [key, `*.${key}`, `*.*.${key}`],
);

/** Structured logs on standard output: ids, codes and counts only. */
export function createLogger(level: string) {
  return pino({ level, base: null, redact: { paths: redacted, censor: "[removed]" }, timestamp: pino.stdTimeFunctions.isoTime });
}

export type Logger = ReturnType<typeof createLogger>;
