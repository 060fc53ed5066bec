import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findPostgres } from "./find-postgres";
import { startPostgres } from "./start-postgres";

test("a server that is named is used", () => {
  expect(findPostgres({ LEERHOEK_TEST_POSTGRES_URL: "postgresql://db/x" })).toEqual({ found: true, url: "postgresql://db/x" });
});

test("programs that do not work are reported with what they said, and leave nothing behind", async () => {
  const bin = mkdtempSync(join(tmpdir(), "leerhoek-bin-"));
  chmodSync(bin, 0o755);
  writeFileSync(join(bin, "initdb"), "#!/bin/sh\necho 'no space left' >&2\nexit 1\n", { mode: 0o755 });
  await expect(startPostgres({ found: true, bin, user: undefined })).rejects.toThrow("initdb failed: no space left");
  writeFileSync(join(bin, "initdb"), "#!/bin/sh\nexit 0\n", { mode: 0o755 });
  writeFileSync(join(bin, "postgres"), "#!/bin/sh\necho 'FATAL:  out of memory' >&2\nexit 1\n", { mode: 0o755 });
  await expect(startPostgres({ found: true, bin, user: undefined })).rejects.toThrow("out of memory");
  rmSync(bin, { recursive: true, force: true });
});

test("without any PostgreSQL the reason is a sentence", async () => {
  await expect(startPostgres({ found: false, why: "no programs." })).rejects.toThrow("PostgreSQL cannot be started: no programs.");
});
