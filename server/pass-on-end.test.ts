import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

let folder: string;

/** A server that counts the signals it gets, and the process in front of it. */
const server = `
  let signals = 0;
  process.on("SIGTERM", () => { signals += 1; if (signals === 1) setTimeout(() => { console.log("signals:", signals); process.exit(0); }, 700); });
  process.on("SIGINT", () => { signals += 1; });
  setInterval(() => undefined, 1_000);
  console.log("up");
`;
const front = `
  import { spawn } from "node:child_process";
  import { passOnEnd } from ${JSON.stringify(resolve("server/pass-on-end.mjs"))};
  passOnEnd(spawn(process.execPath, [${JSON.stringify("server.mjs")}], { stdio: "inherit", detached: true }));
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leerhoek-end-"));
  writeFileSync(join(folder, "server.mjs"), server);
  writeFileSync(join(folder, "front.mjs"), front);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts it as npm does, with a shell in between, ends it in some way, and gives what it printed until everything was gone. */
async function startAndEnd(end: (shell: number) => void): Promise<string> {
  const shell = spawn("sh", ["-c", `${process.execPath} front.mjs; true`], { cwd: folder, detached: true, stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, npm_lifecycle_event: "start" } });
  let printed = "";
  const isUp = new Promise<void>((up) => shell.stdout.on("data", (chunk: Buffer) => ((printed += chunk.toString()), printed.includes("up") && up())));
  await isUp;
  end(shell.pid!);
  // The pipe closes once the last process that holds it is gone.
  await once(shell.stdout, "close");
  return printed;
}

it("tells the server when the shell of npm was ended, once", async () => {
  expect(await startAndEnd((shell) => process.kill(shell, "SIGTERM"))).toContain("signals: 1");
});

it("tells the server once when a terminal tells everybody", async () => {
  expect(await startAndEnd((shell) => process.kill(-shell, "SIGINT"))).toContain("signals: 1");
});
