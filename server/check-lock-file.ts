/** The parts of a lock file (version 3) that are judged. The key of a package is its folder; the product's own is "". */
export interface LockFile {
  packages: Record<string, { version?: string; resolved?: string; integrity?: string; dev?: boolean }>;
}

/** Per package, or per `@scope/*`, the lowest version that may run, and the fault that older ones have. */
export type VersionFloors = Record<string, { atLeast: string; because: string; except?: string[] }>;

/**
 * What is wrong with a lock file: a package that runs in production and is older than its floor, a package without a
 * checksum, an address of where a package once came from (another registry could not be used), and a floor for nothing.
 */
export function checkLockFile(lock: LockFile, floors: VersionFloors): string[] {
  const problems: string[] = [];
  const unused = new Set(Object.keys(floors));
  for (const [folder, { version = "", resolved, integrity, dev = false }] of Object.entries(lock.packages)) {
    if (folder === "") continue;
    const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
    if (resolved !== undefined) problems.push(`${folder} names an address: ${resolved}`);
    if (!integrity) problems.push(`${folder} has no checksum`);
    const scope = `${name.split("/")[0]}/*`;
    const key = name in floors ? name : scope in floors && !floors[scope]!.except?.includes(name) ? scope : null;
    if (key === null || dev) continue;
    unused.delete(key);
    const { atLeast, because } = floors[key]!;
    if (isOlder(version, atLeast)) problems.push(`${folder} is ${version}, older than ${atLeast}: ${because}`);
  }
  for (const key of unused) problems.push(`nothing that runs is held by the floor of ${key}: take it out`);
  return problems;
}

/** A version before its release ("8.21.0-beta.1") counts as older than the release. */
function isOlder(version: string, floor: string): boolean {
  const [release = "", ...before] = version.split("-");
  const numbers = release.split(".").map(Number);
  for (const [index, least] of floor.split(".").map(Number).entries()) {
    const number = numbers[index] ?? 0;
    if (number !== least) return !(number > least);
  }
  return before.length > 0;
}
