// `npm start` on a bare machine: plain JavaScript, since nothing is installed yet. Installs and builds only when
// something changed since the last time, then becomes the server.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { passOnEnd } from "./pass-on-end.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Leerhoek needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Hash of the content of files and folders. */
function fingerprint(...paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) return readdirSync(path).sort().forEach((name) => add(join(path, name)));
    hash.update(path).update(readFileSync(path));
  };
  paths.forEach(add);
  return hash.digest("hex");
}

/** Runs a step unless its inputs are as they were; the step's output must still be there. */
function once(name, output, mark, command, args) {
  const stamp = join("node_modules", ".leerhoek", name);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, "utf8") === mark) return;
  console.log(`${name === "install" ? "Installing" : "Building"} (once, this takes a minute) …`);
  const done = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32", env: { ...process.env, NODE_ENV: undefined } });
  if (done.status !== 0) {
    console.error(`This failed: ${command} ${args.join(" ")}. Read the lines above, mend it, and run npm start again.`);
    process.exit(1);
  }
  mkdirSync(join("node_modules", ".leerhoek"), { recursive: true });
  writeFileSync(stamp, mark);
}

once("install", "node_modules", fingerprint("package-lock.json"), "npm", ["ci", "--include=dev", "--no-audit", "--no-fund"]);
once("build", "build/server/main.js", fingerprint("app", "db", "server", "package-lock.json", "vite.config.ts", "remix.config.js", "tsconfig.json"), "npm", ["run", "--silent", "build"]);

if (process.argv.includes("--prepare")) process.exit(0);
const server = spawn(process.execPath, ["build/server/main.js"], { stdio: "inherit", detached: process.platform !== "win32", env: { NODE_ENV: "production", ...process.env } });
passOnEnd(server);
