import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startServer } from "./run-server";

declare module "vitest" {
  export interface ProvidedContext {
    /** A data folder in which the demonstration stands, that no process has open. */
    preparedFolder: string;
  }
}

/** Vitest's global setup for tests with real processes: one folder with the demonstration, which each test copies, because making one takes many seconds. */
export default async function setUp(project: TestProject): Promise<() => void> {
  const server = await startServer({ DEMO: "1" });
  const code = await server.terminate();
  if (code !== 0) throw new Error(`the server ended with ${code}:\n${server.output()}`);
  project.provide("preparedFolder", server.dataDir);
  return () => rmSync(server.dataDir, { recursive: true, force: true });
}

/** A copy of the prepared folder, for one server. */
export function copyOf(preparedFolder: string): string {
  const folder = mkdtempSync(join(tmpdir(), "leerhoek-process-"));
  cpSync(preparedFolder, folder, { recursive: true });
  return folder;
}
