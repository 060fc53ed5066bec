import { beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import type { Answer, Line, LineState } from "~/platform/live-client/line";
import { patience } from "~/platform/live-client/line";
import { bodyField } from "../content-rules";
import { openDoc } from "../open-doc";
import type { OutboxItem, OutboxKeeper } from "./outbox";
import { DocumentSync, type SyncState } from "./sync-document";

// The browser's side of docs/losing-text.md: a server in memory that keeps a log, and connections of which a test decides what comes through.

class TextServer {
  readonly doc = openDoc();
  readonly log: { push: string; update: Uint8Array }[] = [];
  readonly lines = new Set<TestLine>();
  constructor(words: string) {
    this.doc.getXmlFragment(bodyField).insert(0, [paragraph(words)]);
  }
  answer(event: string, { push, update, stateVector }: { push: string; update: Uint8Array; stateVector: Uint8Array }): object {
    if (event === "document:join") return { ok: true, role: "write", missing: Y.encodeStateAsUpdate(this.doc, stateVector), seq: this.log.length };
    const stored = this.log.findIndex((one) => one.push === push);
    if (stored >= 0) return { ok: true, seq: stored + 1 };
    const tried = openDoc();
    Y.applyUpdate(tried, Y.encodeStateAsUpdate(this.doc));
    Y.applyUpdate(tried, update);
    if (tried.store.pendingStructs) return { ok: false, code: "gap" };
    Y.applyUpdate(this.doc, update);
    const seq = this.log.push({ push, update });
    for (const line of this.lines) line.hear("document:update", { id: "1", updates: [Buffer.from(update).toString("base64")], seq });
    return { ok: true, seq };
  }
  get text(): string {
    return textOf(this.doc);
  }
}

class TestLine implements Line {
  private listeners = new Map<string, (payload: never) => void>();
  private stateListeners = new Set<(state: LineState) => void>();
  private now: LineState = "live";
  readonly asked: string[] = [];
  /** What happens instead of the server's answer; null lets it answer. */
  instead: (event: string) => Promise<object | null> | object | null = () => null;
  /** Whether what the server sends by itself does not arrive. */
  deaf = false;
  constructor(private readonly server: TextServer) {
    server.lines.add(this);
  }
  state = () => this.now;
  become(state: LineState): void {
    this.now = state;
    this.stateListeners.forEach((listener) => listener(state));
  }
  ask = async <T extends object>(event: string, payload: object): Promise<Answer<T>> => {
    this.asked.push(event);
    await turn();
    const instead = this.now === "live" ? await this.instead(event) : { ok: false, code: "unreachable" };
    return (instead ?? this.server.answer(event, payload as never)) as Answer<T>;
  };
  hear(event: string, payload: object): void {
    if (!this.deaf && this.now === "live") this.listeners.get(event)?.(payload as never);
  }
  on = (event: string, listener: (payload: never) => void) => (this.listeners.set(event, listener), () => void this.listeners.delete(event));
  onState = (listener: (state: LineState) => void) => (this.stateListeners.add(listener), () => void this.stateListeners.delete(listener));
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const until = async (came: () => boolean) => {
  while (!came()) await turn();
};

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement("paragraph");
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}
const textOf = (doc: Y.Doc) => doc.getXmlFragment(bodyField).toArray().map((one) => ((one as Y.XmlElement).get(0) as Y.XmlText).toString()).join("|");

/** A page with the text open. */
function open(line: TestLine, keeper: OutboxKeeper | null = null) {
  const doc = openDoc();
  const states: SyncState[] = [];
  const sync = new DocumentSync({ id: "1", doc, line, keeper, wait: turn, onState: (state) => states.push(state) });
  const body = doc.getXmlFragment(bodyField);
  return { doc, sync, states, start: () => sync.start(), write: (words: string) => body.insert(body.length, [paragraph(words)]), type: (words: string) => ((body.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, words) };
}

let server: TextServer;
beforeEach(() => {
  server = new TextServer("Zo begint het.");
});

it("takes a text that cannot be loaded for one that is not there yet, never for an empty one", async () => {
  const line = new TestLine(server);
  let refusals = 0;
  line.instead = () => ((refusals += 1) <= 5 ? { ok: false, code: refusals % 2 ? "unavailable" : "retry" } : null);
  const page = open(line);
  await page.start();
  await until(() => refusals === 5);
  // The page binds its editor once the state is live, so until then nobody can write in what looks empty.
  expect(page.states.map(({ phase }) => phase)).not.toContain("live");
  await until(() => page.sync.current.phase === "live");
  expect(textOf(page.doc)).toBe("Zo begint het.");
  expect([line.asked.filter((event) => event === "document:push"), server.text]).toEqual([[], "Zo begint het."]);
});

it("sends nothing of an editor that writes before the text is there, until it is; then behind what stood there", async () => {
  const line = new TestLine(server);
  let letIn: () => void = () => undefined;
  const held = new Promise<null>((resolve) => (letIn = () => resolve(null)));
  line.instead = (event) => (event === "document:join" ? held : null);
  const page = open(line);
  await page.start();
  page.write("Te vroeg.");
  for (let turns = 0; turns < 20; turns += 1) await turn();
  expect([line.asked, page.sync.current.waiting, server.log.length]).toEqual([["document:join"], 1, 0]);
  letIn();
  await until(() => page.sync.current.waiting === 0);
  expect(server.text.split("|").sort()).toEqual(["Te vroeg.", "Zo begint het."]);
  expect(textOf(page.doc)).toBe(server.text);
});

it("keeps the words that two people type while one is disconnected, and both have all of them afterwards", async () => {
  const [here, there] = [new TestLine(server), new TestLine(server)];
  const [ria, sam] = [open(here), open(there)];
  await Promise.all([ria.start(), sam.start()]);
  await until(() => ria.sync.current.phase === "live" && sam.sync.current.phase === "live");
  here.become("offline");
  for (const word of ["een", "twee", "drie"]) ria.write(word);
  sam.write("intussen");
  await until(() => sam.sync.current.waiting === 0);
  expect(ria.sync.current).toMatchObject({ phase: "offline", waiting: 3 });
  expect(server.text).toBe("Zo begint het.|intussen");
  here.become("live");
  await until(() => ria.sync.current.waiting === 0 && sam.sync.current.seq === 4);
  expect(server.text.split("|").sort()).toEqual(["Zo begint het.", "drie", "een", "intussen", "twee"]);
  expect([textOf(ria.doc), textOf(sam.doc)]).toEqual([server.text, server.text]);
});

it("fetches what it did not hear as soon as a later number comes, so that nothing hides behind it", async () => {
  const [here, there] = [new TestLine(server), new TestLine(server)];
  const [ria, sam] = [open(here), open(there)];
  await Promise.all([ria.start(), sam.start()]);
  await until(() => ria.sync.current.phase === "live" && sam.sync.current.phase === "live");
  here.deaf = true;
  sam.type("niet gehoord ");
  await until(() => sam.sync.current.waiting === 0);
  here.deaf = false;
  sam.type("leunt erop ");
  await until(() => ria.sync.current.seq === 2 && ria.doc.store.pendingStructs === null);
  await until(() => textOf(ria.doc) === server.text);
  expect(server.text).toBe("leunt erop niet gehoord Zo begint het.");
  expect(here.asked.filter((event) => event === "document:join")).toHaveLength(2);
});

it("has sixteen edits on their way at most while the server is slow, and stores each of five hundred once when it is back", async () => {
  const line = new TestLine(server);
  const page = open(line);
  await page.start();
  await until(() => page.sync.current.phase === "live");
  let goOn: () => void = () => undefined;
  const slow = new Promise<object>((resolve) => (goOn = () => resolve({ ok: false, code: "retry" })));
  line.instead = (event) => (event === "document:push" ? slow : null);
  const pushes = () => line.asked.filter((event) => event === "document:push").length;
  line.become("offline");
  for (let n = 0; n < 500; n += 1) page.type(`${n} `);
  line.become("live");
  for (let turns = 0; turns < 50; turns += 1) await turn();
  expect([pushes(), page.sync.current.waiting]).toEqual([16, 500]);
  line.instead = () => null;
  goOn();
  await until(() => page.sync.current.waiting === 0);
  expect(server.log.map(({ push }) => push)).toHaveLength(500);
  expect(new Set(server.log.map(({ push }) => push)).size).toBe(500);
  expect(server.text).toBe(textOf(page.doc));
  // Nothing of what is saved stays in memory.
  expect([page.sync.outbox.size, page.sync.outbox.inFlight]).toEqual([0, 0]);
});

it("sends what is typed while an edit before it is slow to be stored, without waiting for its answer", async () => {
  const line = new TestLine(server);
  const page = open(line);
  await page.start();
  await until(() => page.sync.current.phase === "live");
  const pushes = () => line.asked.filter((event) => event === "document:push").length;
  let goOn: () => void = () => undefined;
  const slow = new Promise<null>((resolve) => (goOn = () => resolve(null)));
  line.instead = (event) => (event === "document:push" ? slow : null);
  page.type("een ");
  await until(() => pushes() === 1);
  for (const word of ["twee ", "drie "]) {
    page.type(word);
    for (let turns = 0; turns < 10; turns += 1) await turn();
  }
  expect([pushes(), page.sync.current.waiting]).toEqual([3, 3]);
  goOn();
  await until(() => page.sync.current.waiting === 0);
  expect([server.text, server.log.length, pushes()]).toEqual(["drie twee een Zo begint het.", 3, 3]);
});

it("does not call saved what the server could not store as the last reader left; the next page of that person sends it", async () => {
  const kept: OutboxItem[] = [];
  const keeper: OutboxKeeper = { read: async () => [...kept], add: (item) => void kept.push(item), remove: (push) => void kept.splice(kept.findIndex((one) => one.push === push), 1), clear: () => void kept.splice(0) };
  const line = new TestLine(server);
  const page = open(line, keeper);
  await page.start();
  await until(() => page.sync.current.phase === "live");
  line.instead = () => ({ ok: false, code: "unavailable" });
  page.write("Het laatste woord.");
  await until(() => line.asked.filter((event) => event === "document:push").length > 2);
  expect([page.sync.current.waiting, server.log.length]).toEqual([1, 0]);
  page.sync.stop();
  const next = open(new TestLine(server), keeper);
  await next.start();
  await until(() => next.sync.current.phase === "live" && next.sync.current.waiting === 0);
  expect([server.text, kept]).toEqual(["Zo begint het.|Het laatste woord.", []]);
});

it("spreads those who come back over time, ever longer and never together", () => {
  const waits = (tries: number) => Array.from({ length: 200 }, (_, index) => patience(tries, () => index / 200));
  for (const tries of [0, 1, 2, 3, 4]) {
    const all = waits(tries);
    expect(Math.max(...all) - Math.min(...all)).toBeGreaterThan(450 * 2 ** tries);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(750 * 2 ** tries);
  }
  expect(Math.max(...waits(30))).toBeLessThan(45_000);
});
