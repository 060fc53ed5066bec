import fc from "fast-check";
import { io, type Socket } from "socket.io-client";
import { expect, test } from "vitest";
import "~/features/discussions/index.server";
import "~/features/documents/index.server";
import { codes } from "~/platform/codes";
import { limits } from "~/platform/limits";
import { liveEvents } from "~/platform/live-event.server";
import { useDoors } from "./test/use-doors";
import { nextOf, Visitor } from "./test/visitor";

const doors = useDoors();
const { from, signedIn, expectUnharmed } = doors;

test("a live connection from another origin is refused, on websocket and on polling", async () => {
  const visitor = await signedIn("ria", "198.51.100.2");
  for (const transport of ["websocket", "polling"]) {
    for (const origin of ["https://evil.example", "null", "http://%%%", `${doors.server.url}.evil.example`, "http://127.0.0.1:1", undefined]) {
      const socket = io(doors.server.url, { path: "/live", transports: [transport], reconnection: false, forceNew: true, extraHeaders: { cookie: visitor.cookieHeader(), ...(origin === undefined ? {} : { origin }) } });
      const outcome = await Promise.race([nextOf(socket, "connect").then(() => "connected"), nextOf(socket, "connect_error").then(() => "refused")]);
      socket.disconnect();
      expect(outcome, `${transport} from ${origin}`).toBe("refused");
    }
    const own = await visitor.live({ transports: [transport] });
    own.disconnect();
  }
});

test("whatever a live connection sends, every event is answered with a code and the process goes on", async () => {
  const pid = doors.server.pid();
  const visitor = await signedIn("sam", "198.51.100.6");
  const names = ["stream:join", "stream:leave", ...liveEvents().keys()];
  expect(names.length).toBeGreaterThan(8);
  const odd = fc.oneof(
    fc.anything({ withBigInt: false, withMap: false, withSet: false, withDate: false, maxDepth: 3 }),
    fc.constantFrom(null, undefined, [], {}, NaN, -1, 2 ** 53, "\0", "\ud800", "__proto__", { stream: "group:__proto__", since: 0 }, { stream: `group:${crypto.randomUUID()}`, since: 1e308 }, { id: "\0" }, { toString: null }, JSON.parse('{"__proto__":{"ok":true}}')),
    fc.record({ id: fc.uuid(), discussion: fc.uuid(), text: fc.string({ unit: "binary" }), stream: fc.string(), since: fc.double(), update: fc.uint8Array({ maxLength: 60 }), stateVector: fc.uint8Array({ maxLength: 60 }), push: fc.uuid(), schemaVersion: fc.integer() }, { requiredKeys: [] }),
  );
  const unanswered: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const socket = await visitor.live();
    const payloads = fc.sample(odd, { numRuns: 320, seed: 21 + round });
    await Promise.all(
      payloads.map(async (payload, place) => {
        const name = place % 9 === 0 ? (["__proto__", "toString", "", "message:nothing", "x".repeat(300)] as const)[place % 5]! : names[place % names.length]!;
        // Without an acknowledgement too: nobody to answer must not be a failure.
        if (place % 7 === 0) return void socket.emit(name, payload);
        const answer = (await socket.timeout(20_000).emitWithAck(name, payload).catch((error: Error) => ({ ok: "none", code: error.message }))) as { ok: unknown; code?: string };
        if (answer.ok !== true && !(answer.code && answer.code in codes && answer.code !== "failed")) unanswered.push(`${name} ${JSON.stringify(payload)}: ${answer.code}`);
      }),
    );
    socket.disconnect();
  }
  expect(unanswered).toEqual([]);
  await expectUnharmed(pid);
});

test("packets that are no packets end their own connection at most", async () => {
  const pid = doors.server.pid();
  const visitor = await signedIn("sam", "198.51.100.7");
  const bystander = await visitor.live();
  const packets = ["", "4", "42", "42[", "42[]", "42{}", '42["__proto__"]', '42[null]', '42[{"toString":1}]', '4299999999999["x"]', '459999999-["x"]', '451-["message:post",{"_placeholder":true,"num":5}]', '451-["x",{"_placeholder":true,"num":"__proto__"}]', "451-[]", "45-1-", "2probe", "6", "7", "9", "40/__proto__,", "40/admin,", "41", "43[]", "430[1]", "44{}", "46", "b====", "bAAAA", "\u0000", `42["x",${"[".repeat(5_000)}${"]".repeat(5_000)}]`, `42["connect"]`, '42["disconnect"]', '42["error"]', '42["newListener"]'];
  for (const packet of packets) {
    const socket = await visitor.live();
    const { ws } = (socket.io.engine as unknown as { transport: { ws: WebSocket } }).transport;
    ws.send(packet);
    ws.send(new Uint8Array([4, 255, 0, 1]));
    await Promise.race([socket.timeout(5_000).emitWithAck("stream:leave", { stream: "group:x" }).catch(() => null), nextOf(socket, "disconnect")]);
    socket.disconnect();
  }
  const large = await visitor.live();
  const cut = nextOf(large, "disconnect");
  large.emit("message:post", { text: "x".repeat(limits.liveEventBytes + 1) });
  await cut;
  expect(await bystander.emitWithAck("stream:leave", { stream: "group:x" })).toEqual({ ok: true });
  bystander.disconnect();
  await expectUnharmed(pid);
});

test("a flood ends its own connection, and somebody else is answered meanwhile", async () => {
  const [flooder, other] = await Promise.all([signedIn("sam", "198.51.100.8").then((one) => one.live()), signedIn("ria", "198.51.100.9").then((one) => one.live())]);
  const cut = nextOf(flooder, "disconnect");
  const answers = { refused: 0 };
  for (let n = 0; n < 1_500; n += 1) flooder.emit("stream:leave", { stream: "group:x" }, (answer: { code?: string }) => void (answer.code === "too_many" && (answers.refused += 1)));
  expect(await other.emitWithAck("stream:leave", { stream: "group:x" })).toEqual({ ok: true });
  await cut;
  expect(answers.refused).toBeGreaterThan(0);
  other.disconnect();
});

test("somebody is answered before the many events that another sent earlier", async () => {
  const [busy, other] = await Promise.all([signedIn("sam", "198.51.100.10").then((one) => one.live()), signedIn("ria", "198.51.100.11").then((one) => one.live())]);
  // Looked up in the database, then refused.
  const join = { stream: `group:${crypto.randomUUID()}`, since: 0 };
  let answered = 0;
  const all = Array.from({ length: 300 }, () => busy.emitWithAck("stream:join", join).then(() => (answered += 1)));
  await all[0];
  expect(await other.emitWithAck("stream:join", join)).toMatchObject({ ok: false, code: "not_found" });
  expect(answered).toBeLessThan(150);
  await Promise.all(all);
  [busy, other].forEach((socket) => socket.disconnect());
});

test("thirty people behind one address make an account and sign in, and hold a hundred live connections; the next of one person is refused", async () => {
  const address = "203.0.113.7";
  const makeOne = async (_: unknown, index: number) => {
    const password = `vier gewone woorden ${index} samen`;
    const newcomer = from(address);
    const made = await newcomer.post("/account-maken", { name: `Buur ${index}`, age: "16_plus", email: "", device: "own", proposed: password, choice: "words", password: "" });
    expect(made.status).toBe(302);
    const name = /buur-\d+(-\d+)?/.exec(await (await newcomer.get("/welkom")).text())![0];
    return from(address).signIn({ name, password });
  };
  // The queue in front of the password hash is bounded, so they come as a class does: some at a time.
  const people: Visitor[] = [];
  for (let group = 0; group < 3; group += 1) people.push(...(await Promise.all(Array.from({ length: 10 }, (_, index) => makeOne(null, group * 10 + index)))));
  const sockets: Socket[] = [];
  for (const person of people) sockets.push(...(await Promise.all(Array.from({ length: 4 }, () => person.live()))));
  expect(sockets.filter((socket) => socket.connected)).toHaveLength(120);
  const answers = await Promise.all(sockets.map((socket) => socket.emitWithAck("stream:leave", { stream: "group:x" })));
  expect(answers.filter((answer: { ok: boolean }) => answer.ok)).toHaveLength(120);
  const [first] = people as [Visitor];
  for (let n = 4; n < limits.connectionsPerPerson; n += 1) sockets.push(await first.live());
  await expect(first.live()).rejects.toThrow("too_many");
  sockets.forEach((socket) => socket.disconnect());
});
