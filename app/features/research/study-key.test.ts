import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createHmac } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { newStudyKey, openStudyKey, pseudonymsUnder } from "./study-key.server";

const folders = [mkdtempSync(join(tmpdir(), "leerhoek-key-")), mkdtempSync(join(tmpdir(), "leerhoek-key-"))] as const;
const [here, elsewhere] = [{ dataDir: folders[0] }, { dataDir: folders[1] }];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

test("a study's key opens with the root key of this installation, for this study alone", () => {
  const wrapped = newStudyKey(here, "one");
  const key = openStudyKey(here, "one", wrapped);
  expect(key).toHaveLength(32);
  expect(wrapped.includes(key)).toBe(false);
  expect(openStudyKey(here, "one", wrapped).equals(key)).toBe(true);
  expect(() => openStudyKey(here, "two", wrapped)).toThrow();
  expect(() => openStudyKey(elsewhere, "one", wrapped)).toThrow();
  expect(openStudyKey(here, "one", newStudyKey(here, "one")).equals(key)).toBe(false);
  expect(statSync(join(here.dataDir, "keys", "root.key")).mode & 0o777).toBe(0o600);
});

test("a pseudonym is the first 130 bits under the key, and one of its kind", () => {
  const key = Buffer.alloc(32, 7);
  const pseudonym = pseudonymsUnder(key);
  const id = "5b1c7c1e-0000-4000-8000-000000000001";
  const bits = [...createHmac("sha256", key).update(`v1|person|${id}`).digest()].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const spelled = bits.slice(0, 130).match(/.{5}/g)!.map((five) => "abcdefghijklmnopqrstuvwxyz234567"[parseInt(five, 2)]).join("");
  expect(pseudonym("person", id)).toBe(`p_${spelled}`);
  expect(new Set([pseudonym("person", id), pseudonym("thing", id).replace("t_", "p_"), pseudonymsUnder(Buffer.alloc(32, 8))("person", id)]).size).toBe(3);
});
