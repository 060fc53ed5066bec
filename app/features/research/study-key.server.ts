import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { House } from "~/platform/ctx.server";

/** What a pseudonym stands for; an identifier of one kind is never one of another. */
export type PseudonymKind = "person" | "thing" | "space" | "group";
const prefixes: Record<PseudonymKind, string> = { person: "p_", thing: "t_", space: "s_", group: "g_" };

/** A new key of 32 random bytes, wrapped by the root key for this study alone. */
export function newStudyKey(house: Pick<House, "dataDir">, studyId: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", rootKey(house), iv).setAAD(Buffer.from(studyId));
  const body = Buffer.concat([cipher.update(randomBytes(32)), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** The key itself. Throws when it was wrapped by another root key, or for another study. */
export function openStudyKey(house: Pick<House, "dataDir">, studyId: string, wrapped: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", rootKey(house), wrapped.subarray(0, 12)).setAAD(Buffer.from(studyId));
  decipher.setAuthTag(wrapped.subarray(12, 28));
  return Buffer.concat([decipher.update(wrapped.subarray(28)), decipher.final()]);
}

/** Makes pseudonyms under one study's key: the same id gives the same one, and tells nothing without the key. */
export function pseudonymsUnder(key: Buffer): (kind: PseudonymKind, id: string) => string {
  const known = new Map<string, string>();
  return (kind, id) => {
    const name = `${kind}|${id}`;
    const kept = known.get(name);
    if (kept !== undefined) return kept;
    const made = prefixes[kind] + base32Of(createHmac("sha256", key).update(`v1|${name}`).digest());
    // People and spaces come back in every row; things seldom do, and there are many.
    if (kind !== "thing") known.set(name, made);
    return made;
  };
}

/** The first 130 bits as 26 characters `a-z2-7`. */
function base32Of(digest: Buffer): string {
  let text = "";
  for (let at = 0; at < 130; at += 5) {
    const pair = (digest[at >> 3]! << 8) | digest[(at >> 3) + 1]!;
    text += "abcdefghijklmnopqrstuvwxyz234567"[(pair >> (11 - (at & 7))) & 31];
  }
  return text;
}

/**
 * The key that wraps all others: a file of this installation, outside the database, readable by the process alone, made
 * once. Written whole under another name first, so that two processes that start at once end with the same key.
 */
function rootKey({ dataDir }: Pick<House, "dataDir">): Buffer {
  const folder = join(dataDir, "keys");
  const path = join(folder, "root.key");
  const read = () => Buffer.from(readFileSync(path, "utf8").trim(), "base64");
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `root.${randomBytes(6).toString("hex")}`);
  const file = openSync(draft, "wx", 0o600);
  try {
    writeSync(file, `${randomBytes(32).toString("base64")}\n`);
    fsyncSync(file);
    closeSync(file);
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read();
}
