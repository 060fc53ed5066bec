import express from "express";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serveFiles } from "./serve-files";

let base: string;
let close: () => void;

beforeAll(async () => {
  const app = express().use(serveFiles("app/public"));
  const server = app.listen(0, "127.0.0.1");
  close = () => void server.close();
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => close());

it.each([
  ["/favicon.svg", "image/svg+xml"],
  ["/favicon.ico", "image/"],
  ["/apple-touch-icon.png", "image/png"],
  ["/icon-192.png", "image/png"],
  ["/icon-512.png", "image/png"],
  ["/icon-maskable.png", "image/png"],
])("%s is there for browsers that ask by themselves, and for the home screen", async (path, type) => {
  const answer = await fetch(base + path);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, expect.stringContaining(type)]);
});

it("hands out nothing from outside its folder", async () => {
  for (const path of ["/../package.json", "/%2e%2e/package.json", "/..%2fpackage.json"]) expect((await fetch(base + path)).status).toBe(404);
});
