import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startMailSink, type MailSink } from "./test/mail-sink";
import { copyOf } from "./test/process-setup";
import { startServer, type RunningServer } from "./test/run-server";
import { credentialsIn, Visitor } from "./test/visitor";

let server: RunningServer;
let sink: MailSink;

beforeAll(async () => {
  sink = await startMailSink();
  server = await startServer({ DATA_DIR: copyOf(inject("preparedFolder")), SMTP_URL: sink.url });
});
afterAll(async () => {
  await server?.terminate();
  await sink?.close();
  if (server) rmSync(server.dataDir, { recursive: true, force: true });
});

const headerOf = (letter: string, name: string) => new RegExp(`^${name}: *(.+)$`, "im").exec(letter)?.[1]?.trim();

/** Makes a letter: a link for a new address. */
async function askForLetter(address: string): Promise<void> {
  const who = credentialsIn(server.output(), "ria");
  const visitor = await new Visitor(server.url).signIn(who);
  const answer = await visitor.post("/ik/e-mail", { intent: "set", email: address, currentPassword: who.password });
  expect(answer.status).toBe(302);
}

test("a server that is killed between claiming a letter and hearing that it was taken loses none, and its repeat is the same letter", async () => {
  // Killed before the mail server took anything.
  sink.stallAt("greeting");
  await askForLetter("een@post.example");
  await sink.stalled();
  await server.kill();
  expect(sink.letters).toEqual([]);
  sink.stallAt("receipt");
  // The claim has run out; this time the letter is taken, and the server is killed before it hears so.
  await server.restartLater(1);
  await sink.stalled();
  await server.kill();
  expect(sink.letters).toHaveLength(1);
  sink.stallAt(null);
  await server.restartLater(1);
  // A letter that comes after it shows that the round went past it.
  await askForLetter("twee@post.example");
  await expect.poll(() => sink.letters.some((one) => headerOf(one, "To") === "twee@post.example"), { timeout: 60_000 }).toBe(true);
  const first = sink.letters.filter((one) => headerOf(one, "To") === "een@post.example");
  expect(first).toHaveLength(2);
  // A mailbox that knows a Message-ID keeps one of them; all that differs is nothing.
  expect(headerOf(first[0]!, "Message-ID")).toMatch(/^<[0-9a-f-]{36}@/);
  expect(first[1]).toBe(first[0]);
  await server.restartLater(1);
  await askForLetter("drie@post.example");
  await expect.poll(() => sink.letters.some((one) => headerOf(one, "To") === "drie@post.example"), { timeout: 60_000 }).toBe(true);
  expect(sink.letters).toHaveLength(4);
});
