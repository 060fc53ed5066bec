import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkLockFile, type LockFile, type VersionFloors } from "./check-lock-file";

const read = <T>(path: string) => JSON.parse(readFileSync(path, "utf8")) as T;
const lock = read<LockFile>("package-lock.json");
const floors = read<VersionFloors>("server/version-floors.json");

/** The lock file with this package as it should not be. */
const withPackage = (folder: string, change: LockFile["packages"][string]): LockFile => ({ packages: { ...lock.packages, [folder]: { ...lock.packages[folder], ...change } } });

describe("the lock file", () => {
  it("has no version below its floor, a checksum for each package and no address", () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(500);
    expect(checkLockFile(lock, floors)).toEqual([]);
  });

  it.each([
    ["node_modules/socket.io-parser", "4.2.5"],
    ["node_modules/engine.io", "6.6.0"],
    ["node_modules/engine.io/node_modules/ws", "8.20.9"],
    ["node_modules/engine.io/node_modules/ws", "8.21.0-beta.1"],
    ["node_modules/@tiptap/extension-link", "3.30.3"],
    ["node_modules/cookie", "unknown"],
  ])("fails with %s at %s", (folder, version) => {
    expect(lock.packages[folder]).toBeDefined();
    expect(checkLockFile(withPackage(folder, { version }), floors)).toEqual([expect.stringContaining(`${folder} is ${version}`)]);
  });

  it("fails with an older copy deep inside another package", () => {
    const deep = "node_modules/express/node_modules/qs";
    expect(checkLockFile(withPackage(deep, { version: "6.5.0", integrity: "sha512-x" }), floors)).toEqual([expect.stringContaining(deep)]);
  });

  it("fails without a checksum, with an address, and with a floor for nothing", () => {
    expect(checkLockFile(withPackage("node_modules/yjs", { integrity: undefined }), floors)).toEqual(["node_modules/yjs has no checksum"]);
    expect(checkLockFile(withPackage("node_modules/yjs", { resolved: "https://registry.example/yjs.tgz" }), floors)).toEqual([expect.stringContaining("names an address")]);
    expect(checkLockFile(lock, { ...floors, "left-pad": { atLeast: "1.0.0", because: "it is gone" } })).toEqual([expect.stringContaining("left-pad")]);
  });
});
