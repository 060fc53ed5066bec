import express from "express";
import { once } from "node:events";
import { request, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { constants, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { compressPages } from "./compress-pages";

/** Words that do not compress to nothing. */
const textOf = (length: number) => Array.from({ length: Math.ceil(length / 8) }, (_, index) => `${(index * 2_654_435_761) % 9_999_991} `.padEnd(8, "a")).join("").slice(0, length);
const pages: Record<string, string> = { tiny: "<p>Kort</p>", usual: `<p>${textOf(20_000)}</p>`, large: `<p>${textOf(1_500_000)}</p>` };

let server: Server;
beforeAll(async () => {
  const app = express().use(compressPages);
  app.get("/:page", (asked, response) => {
    response.type(asked.query["as"] === "bytes" ? "application/octet-stream" : "html");
    if (asked.query["as"] === "hydrated") response.setHeader("Content-Security-Policy", "script-src 'self' 'nonce-abc'");
    const page = Buffer.from(pages[asked.params.page]!);
    // As a page is handed over: in pieces.
    for (let at = 0; at < page.length; at += 100_000) response.write(page.subarray(at, at + 100_000));
    response.end();
  });
  server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => server.close());

async function ask(path: string, { method = "GET", encoding = "gzip" } = {}): Promise<{ answer: IncomingMessage; body: Buffer }> {
  const asked = request({ port: (server.address() as AddressInfo).port, path, method, headers: { "accept-encoding": encoding } }).end();
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return { answer, body: Buffer.concat(parts) };
}

test.each(["usual", "large"])("a %s page comes whole, and smaller", async (name) => {
  const { answer, body } = await ask(`/${name}`);
  expect(answer.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding, Cookie" });
  expect(body.length).toBeLessThan(pages[name]!.length);
  expect(gunzipSync(body).toString()).toBe(pages[name]);
});

test("what comes in sight of a large page can be read before the rest was compressed", async () => {
  const { body } = await ask("/large");
  // What ends a part that can be read by itself.
  const ending = Buffer.from([0, 0, 0xff, 0xff]);
  const first = body.subarray(0, body.indexOf(ending) + ending.length);
  const begin = gunzipSync(first, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
  expect(begin).toBe(pages["large"]!.slice(0, begin.length));
  expect(begin.length).toBeGreaterThan(50_000);
  expect(begin.length).toBeLessThan(100_000);
});

test("only a page without the framework has its rest wait for the beginning", async () => {
  const waits = vi.spyOn(globalThis, "setTimeout");
  const held = () => waits.mock.calls.filter(([, milliseconds]) => milliseconds === 300).length;
  try {
    expect(gunzipSync((await ask("/large?as=hydrated")).body).toString()).toBe(pages["large"]);
    expect(held()).toBe(0);
    await ask("/large");
    expect(held()).toBe(1);
  } finally {
    waits.mockRestore();
  }
});

test("what is small, no page, or not asked for compressed goes as it is", async () => {
  for (const [path, asked] of [["/tiny", {}], ["/large?as=bytes", {}], ["/large", { encoding: "identity" }]] as const) {
    const { answer, body } = await ask(path, asked);
    expect(answer.headers["content-encoding"]).toBeUndefined();
    expect(body.toString()).toBe(pages[path.slice(1).split("?")[0]!]);
  }
  expect((await ask("/large", { method: "HEAD" })).body.length).toBe(0);
});

test("who leaves halfway a large page takes nobody with them", async () => {
  const asked = request({ port: (server.address() as AddressInfo).port, path: "/large", headers: { "accept-encoding": "gzip" } }).end();
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  await once(answer, "data");
  answer.destroy();
  expect(gunzipSync((await ask("/large")).body).toString()).toBe(pages["large"]);
});
