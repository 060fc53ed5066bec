import express from "express";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { limits } from "~/platform/limits";
import { limitBody } from "./limit-body";

const app = express();
app.use(limitBody);
// Like the doors behind it, which ask the database before the page reads its form.
app.use((_request, _response, next) => setImmediate(() => setImmediate(next)));
app.post("/", (request, response) => {
  let bytes = 0;
  request.on("data", (chunk: Buffer) => (bytes += chunk.length));
  request.once("end", () => response.send(String(bytes)));
  if (request.isPaused()) request.resume();
});
const server = createServer(app);
let url = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const post = (body: string) => fetch(url, { method: "POST", body, signal: AbortSignal.timeout(3_000) });

test("leaves a form whole to whoever reads it later, also one without any field", async () => {
  expect(await (await post("")).text()).toBe("0");
  expect(await (await post("a=1")).text()).toBe("3");
});

test("refuses what is too large", async () => {
  expect((await post("a".repeat(limits.formBytes + 1))).status).toBe(413);
});
