import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { homeFromEnv } from "#db/home.server";
import type { Database } from "#db/client.server";
import { migrate } from "#db/migrate.server";
import { parseEnv, type Env } from "~/platform/env.server";
import { operatorFile } from "#server/http/operator";
import { stopSentence } from "#server/stop-sentence";
import { DumpError } from "#db/dump/load";

/** A running process on this folder, as a command reaches it; null when none answers. */
export async function askRunning(env: Env, order: "backup" | "restore", path: string): Promise<object | null> {
  let door: { url: string; token: string };
  try {
    door = JSON.parse(readFileSync(operatorFile(resolve(env.DATA_DIR)), "utf8")) as typeof door;
  } catch {
    return null;
  }
  let response: Response;
  try {
    response = await fetch(`${door.url}/operator/${order}`, { method: "POST", headers: { Authorization: `Bearer ${door.token}`, "Content-Type": "application/json" }, body: JSON.stringify({ path }) });
  } catch {
    return null;
  }
  const answer = (await response.json()) as { sentence?: string };
  if (!response.ok) throw new DumpError(answer.sentence ?? `The running installation answered ${response.status}.`);
  return answer;
}

/** Opens the database for one command and closes it after. */
export async function withHome<T>(env: Env, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await homeFromEnv(env);
  try {
    await migrate(database);
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Runs a command; what cannot go on ends in one sentence and a code other than 0. */
export async function runCommand(command: (env: Env, words: string[]) => Promise<void>): Promise<void> {
  try {
    await command(parseEnv(process.env), process.argv.slice(2));
  } catch (error) {
    const sentence = error instanceof DumpError ? error.message : stopSentence(error, { port: 0, host: "" });
    console.error(sentence ?? error);
    process.exitCode = 1;
  }
}
