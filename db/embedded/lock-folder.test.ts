import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { identifyProcess, type ProcessIdentity } from "./identify-process";
import { lockFolder } from "./lock-folder";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "leerhoek-lock-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const self = identifyProcess(process.pid)!;
const locks = () => readdirSync(dir).filter((name) => name.startsWith("lock"));
const leave = (holder: ProcessIdentity, socket = join(dir, "nobody")) =>
  writeFileSync(join(dir, "lock.000000007"), JSON.stringify({ holder, parent: null, socket }));

test("a free folder is taken, refused to the next with the number of the process to stop, and free again once given back", async () => {
  const release = await lockFolder(dir, join(dir, "socket"));
  await expect(lockFolder(dir, join(dir, "socket"), 60)).rejects.toMatchObject({ code: "folder_locked", message: expect.stringContaining(`process ${process.ppid};`) });
  release();
  (await lockFolder(dir, join(dir, "socket"), 0))();
});

test.each([
  ["of a process that is gone", { ...self, pid: 2 ** 22 + 1 }],
  ["whose number another process has now", { ...self, started: "1" }],
  ["from before the machine restarted", { ...self, boot: "earlier" }],
])("a lock %s is taken over, and its file cleared away", async (_, holder) => {
  leave(holder);
  await lockFolder(dir, join(dir, "socket"), 0);
  expect(locks()).toEqual(["lock.000000008"]);
});

test("a lock file cut short by a power cut is taken over", async () => {
  writeFileSync(join(dir, "lock.000000007"), '{"holder":{"pid"');
  await lockFolder(dir, join(dir, "socket"), 0);
  expect(locks()).toEqual(["lock.000000008"]);
});

test("a holder whose process cannot be seen but whose socket answers keeps the folder", async () => {
  const socket = join(dir, "socket");
  const server = createServer().listen(socket);
  await once(server, "listening");
  leave({ ...self, pid: 2 ** 22 + 1 }, socket);
  await expect(lockFolder(dir, join(dir, "other"), 60)).rejects.toMatchObject({ code: "folder_locked" });
  server.close();
});

test("of six processes that find the same dead lock, exactly one takes the folder", async () => {
  leave({ ...self, pid: 2 ** 22 + 1 });
  const racers = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ["--import", "tsx", fileURLToPath(new URL("../test/race-for-folder.ts", import.meta.url)), dir], { stdio: ["pipe", "pipe", "inherit"] }),
  );
  const answers = racers.map((racer) => {
    racer.stdout.setEncoding("utf8");
    return { ready: once(racer.stdout, "data"), racer };
  });
  await Promise.all(answers.map(({ ready }) => ready));
  const results = answers.map(({ racer }) => once(racer.stdout, "data").then(([text]) => String(text).trim()));
  for (const { racer } of answers) racer.stdin.write("go\n");
  const outcome = await Promise.all(results);
  for (const { racer } of answers) racer.stdin.end();
  expect(outcome.filter((answer) => answer === "taken")).toHaveLength(1);
  expect(outcome.filter((answer) => answer === "folder_locked")).toHaveLength(5);
}, 30_000);
