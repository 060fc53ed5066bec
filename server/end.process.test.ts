import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import { Agent, request, type ClientRequest, type IncomingMessage } from "node:http";
import { join } from "node:path";
import type { Socket } from "socket.io-client";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { copyOf } from "./test/process-setup";
import { startServer, type RunningServer } from "./test/run-server";
import { credentialsIn, idsOnPage, Visitor } from "./test/visitor";

let server: RunningServer;
let visitor: Visitor;
let discussion: string;

beforeAll(async () => {
  server = await startServer({ DATA_DIR: copyOf(inject("preparedFolder")) });
  visitor = await new Visitor(server.url).signIn(credentialsIn(server.output(), "ria"));
  [discussion] = (await idsOnPage(visitor, "/leerplekken/samen-in-de-moestuin/gesprekken", "gesprekken")) as [string];
});
afterAll(async () => {
  await server?.terminate();
  if (server) rmSync(server.dataDir, { recursive: true, force: true });
});

/** Asks to post and sends the form only later: resolves when the server has the request and waits for its body. */
async function beginPost(id: string, text: string): Promise<{ finish: () => Promise<IncomingMessage> }> {
  const body = new URLSearchParams({ intent: "post", id, text }).toString();
  const headers = { cookie: visitor.cookieHeader(), origin: server.url, "content-type": "application/x-www-form-urlencoded", "content-length": body.length, expect: "100-continue" };
  const asked: ClientRequest = request(`${server.url}/gesprekken/${discussion}`, { method: "POST", agent: false, headers });
  asked.flushHeaders();
  await once(asked, "continue");
  return {
    finish: async () => {
      const answered = once(asked, "response") as Promise<[IncomingMessage]>;
      asked.end(body);
      const [answer] = await answered;
      answer.resume();
      return answer;
    },
  };
}

/** Posts one message after the other until the connection ends; every id whose acknowledgement came. */
async function postUntilTheEnd(socket: Socket, acknowledged: string[], enough: () => void): Promise<void> {
  for (let n = 0; socket.connected; n += 1) {
    const id = randomUUID();
    const answer = (await socket.emitWithAck("message:post", { id, discussion, text: `regel ${n} ${id}` }).catch(() => null)) as { ok: boolean } | null;
    if (answer?.ok) acknowledged.push(id);
    // Thirty a minute is what one person may post.
    if (n === 8) enough();
    if (answer?.ok === false) return;
  }
}

/** Every message of the conversation, however many pages it takes. */
async function whatStands(): Promise<string> {
  const reader = await new Visitor(server.url).signIn(credentialsIn(server.output(), "ria"));
  const pages: string[] = [];
  for (let from = 1; from < 400; from += 40) pages.push(await (await reader.get(`/gesprekken/${discussion}?vanaf=${from}`)).text());
  return pages.join("\n");
}

test("SIGTERM: what was being sent is taken in and answered, new work is not, and it ends with 0", async () => {
  const ids = Array.from({ length: 8 }, () => randomUUID());
  const begun = await Promise.all(ids.map((id) => beginPost(id, `halverwege ${id}`)));
  const ended = server.terminate();
  // It takes nothing new from the moment it stopped listening.
  for (;;) if ((await fetch(`${server.url}/healthz`).catch(() => null)) === null) break;
  for (const answer of await Promise.all(begun.map(({ finish }) => finish()))) {
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toContain(discussion);
  }
  expect(await ended).toBe(0);
  expect(existsSync(join(server.dataDir, "operator.json"))).toBe(false);
  await server.restart();
  const page = await whatStands();
  expect(ids.filter((id) => !page.includes(`halverwege ${id}`))).toEqual([]);
});

test.each(["SIGTERM", "kill -9"] as const)("%s while people post: what was acknowledged is there after starting again at once", async (signal) => {
  const acknowledged: string[] = [];
  const writers = await Promise.all(["ria", "sam", "fien", "bert"].map((who) => new Visitor(server.url).signIn(credentialsIn(server.output(), who))));
  const sockets = await Promise.all(writers.map((writer) => writer.live()));
  const underWay = new Set<Socket>();
  let go = () => {};
  const everyoneIsWriting = new Promise<void>((resolve) => (go = resolve));
  const writing = sockets.map((socket) => postUntilTheEnd(socket, acknowledged, () => underWay.add(socket).size === sockets.length && go()));
  await everyoneIsWriting;
  if (signal === "SIGTERM") expect(await server.terminate()).toBe(0);
  else await server.kill();
  await Promise.all(writing);
  sockets.forEach((socket) => socket.disconnect());
  await server.restart();
  const page = await whatStands();
  expect(acknowledged.length).toBeGreaterThanOrEqual(32);
  expect(acknowledged.filter((id) => !page.includes(id))).toEqual([]);
});

test("SIGTERM: who goes on asking over a connection that is kept is told once that it was the last, and holds nothing up", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () =>
    new Promise<IncomingMessage | null>((resolve) => {
      const asked = request(`${server.url}/readyz`, { agent }, (answer) => {
        answer.resume();
        answer.once("end", () => resolve(answer));
      });
      asked.once("error", () => resolve(null));
      asked.end();
    });
  expect((await ask())!.headers.connection).toBe("keep-alive");
  // Until this is answered the process stays.
  const held = await beginPost(randomUUID(), "houdt het einde even op");
  const ended = server.terminate();
  const whileEnding: IncomingMessage[] = [];
  for (let next = await ask(); next; next = await ask()) if (next.statusCode === 503) whileEnding.push(next);
  expect(whileEnding.map(({ headers }) => headers.connection)).toEqual(whileEnding.length > 0 ? ["close"] : []);
  await held.finish();
  expect(await ended).toBe(0);
  agent.destroy();
  await server.restart();
});
