import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { cssFloor } from "./css-floor";
import { findBeyondFloor } from "./find-beyond-floor";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const target = ["chrome80", "safari13"];
const files = new Map<string, string>();

beforeAll(async () => {
  const results = await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    root: here("../../.."),
    plugins: [cssFloor()],
    build: {
      write: false,
      target,
      cssTarget: target,
      assetsInlineLimit: 0,
      rollupOptions: { input: { app: here("../styles/app.css"), enhance: here("../enhance/enhance.ts") } },
    },
  });
  for (const result of [results].flat()) {
    if (!("output" in result)) continue;
    for (const file of result.output) files.set(file.fileName, String(file.type === "asset" ? file.source : file.code));
  }
});

const built = (end: string) => [...files].filter(([name]) => name.endsWith(end)).map(([, text]) => text).join("");

describe("what every page brings", () => {
  it("is at most 12 kB of style, compressed", () => {
    expect(built(".css").length).toBeGreaterThan(10_000);
    expect(brotliCompressSync(built(".css")).length).toBeLessThanOrEqual(12_000);
  });

  it("is at most 5 kB of script, compressed", () => {
    expect(built(".js")).toContain("data-stream");
    expect(brotliCompressSync(built(".js")).length).toBeLessThanOrEqual(5_000);
  });

  it("has no layer left and nothing that an old phone must know", () => {
    expect(built(".css")).not.toContain("@layer");
    expect(findBeyondFloor(built(".css"))).toEqual([]);
  });

  it("has no syntax in its script that Safari 13 cannot read", () => {
    expect(built(".js")).not.toMatch(/\?\.[\w([]|\?\?/);
  });
});
