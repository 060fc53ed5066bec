import type { EmbeddedErrorCode } from "./embedded-error";

/** What the application tells the process that holds the embedded database. Without `folder` it lives in memory, from `dump` when given. */
export type ChildOrder =
  | { kind: "open"; folder: string | null; socket: string; dump: string | null }
  | { kind: "syncs" }
  | { kind: "dump"; file: string }
  | { kind: "stop" };

/** What it answers. Orders are answered one by one, in turn. */
export type ChildAnswer =
  | { kind: "open" }
  | { kind: "syncs"; count: number }
  | { kind: "dumped" }
  | { kind: "failed"; code: EmbeddedErrorCode; message: string };
