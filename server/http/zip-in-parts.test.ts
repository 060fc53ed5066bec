import express, { type Response } from "express";
import { createHook } from "node:async_hooks";
import { once } from "node:events";
import { request, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { constants, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { zipInParts } from "./zip-in-parts";

/** Words that do not compress to nothing. */
const bytesOf = (length: number, seed: number) => Buffer.from(Array.from({ length: Math.ceil(length / 8) }, (_, index) => `${((index + seed) * 2_654_435_761) % 9_999_991} `.padEnd(8, "é")).join("")).subarray(0, length);
const text = bytesOf(900_000, 1);
const pageOf = (who: string) => [Buffer.from(`<h1>${who}</h1>`), text, Buffer.from(`<p>Tot straks, ${who}</p>`)];

let server: Server;
let chunks: Uint8Array[];
let headStart: number;
let sent: Response;
let over: Promise<void>;
const write = vi.fn();
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  headStart = 0;
  const app = express().get("/", (_asked, response) => {
    write.mockReset().mockImplementation(response.write);
    over = zipInParts(chunks, (sent = response), { write, end: response.end }, headStart);
  });
  server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

async function ask(page: Uint8Array[]): Promise<IncomingMessage> {
  chunks = page;
  const [answer] = (await once(request({ port: (server.address() as AddressInfo).port }).end(), "response")) as [IncomingMessage];
  return answer;
}

async function whole(answer: IncomingMessage): Promise<string> {
  return gunzipSync(Buffer.concat(await answer.toArray())).toString();
}

test.each([
  ["a text between what is for one person", pageOf("Noor")],
  ["one long part", [bytesOf(400_000, 2)]],
  ["many short parts", Array.from({ length: 12 }, (_, part) => bytesOf(20_000, part))],
  ["two long parts, and nothing between", [bytesOf(200_000, 3), Buffer.alloc(0), bytesOf(300_000, 4)]],
])("%s comes whole", async (_what, page) => {
  expect(await whole(await ask(page))).toBe(Buffer.concat(page).toString());
});

test("what is kept is compressed once, whoever asks for it", async () => {
  const own = bytesOf(900_000, 5);
  let compressed = 0;
  const watch = createHook({ init: (_id, type) => void (compressed += type === "ZLIB" ? 1 : 0) }).enable();
  const askedBy = async (who: string, text: Buffer) => {
    compressed = 0;
    const answer = await ask([Buffer.from(who), text]);
    await over;
    const times = compressed;
    expect(await whole(answer)).toBe(who + text.toString());
    return times;
  };
  // What is for one person; of the text its beginning and its rest, each by itself.
  expect([await askedBy("Noor", own), await askedBy("Jef", own), await askedBy("Jef", Buffer.from(own))]).toEqual([3, 1, 3]);
  watch.disable();
});

test("the beginning can be read while the rest waits for its head start", async () => {
  // From here on it is compressed, so that nothing but the head start holds it back.
  await whole(await ask(pageOf("Jef")));
  headStart = 100;
  const answer = await ask(pageOf("Noor"));
  const [begin] = (await once(answer, "data")) as [Buffer];
  const read = gunzipSync(begin, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
  expect(read.startsWith("<h1>Noor</h1>")).toBe(true);
  expect(read.length).toBeGreaterThan(40_000);
  expect(write).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(100);
  const rest = await answer.toArray();
  expect(gunzipSync(Buffer.concat([begin, ...(rest as Buffer[])])).toString()).toBe(Buffer.concat(pageOf("Noor")).toString());
});

test("to who left before the rest came, nothing more is sent", async () => {
  headStart = 100;
  const answer = await ask(pageOf("Noor"));
  await once(answer, "data");
  answer.destroy();
  await once(sent, "close");
  vi.advanceTimersByTime(100);
  await over;
  expect(write).toHaveBeenCalledTimes(1);
});
