import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import type { Answer, Line, LineState } from "~/platform/live-client/line";
import { bodyField, schemaVersion } from "../content-rules";
import { openDoc } from "../open-doc";
import { joinEarly } from "./early-join";
import { DocumentSync } from "./sync-document";

/** A server in memory, and a connection to it that a test cuts and mends. */
class TestServer {
  readonly doc = openDoc();
  seq = 0;
  state: LineState = "connecting";
  /** How joins are answered instead. */
  refusal: { ok: false; code: "forbidden" | "unavailable" } | null = null;
  readonly asked: [string, object][] = [];
  private joined = false;
  private readonly heard = new Map<string, Set<(payload: never) => void>>();
  private readonly states = new Set<(state: LineState) => void>();
  readonly line: Line = {
    state: () => this.state,
    ask: async <T extends object>(event: string, payload: object): Promise<Answer<T>> => {
      this.asked.push([event, payload]);
      await turn();
      if (this.state !== "live") return { ok: false, code: "unreachable" };
      if (event !== "document:join") return { ok: true, seq: (this.seq += 1) } as unknown as Answer<T>;
      if (this.refusal) return this.refusal;
      this.joined = true;
      return { ok: true, role: "write", missing: Y.encodeStateAsUpdate(this.doc), stateVector: Y.encodeStateVector(this.doc), seq: this.seq } as unknown as Answer<T>;
    },
    on: (event, listener) => {
      const some = this.heard.get(event) ?? new Set();
      this.heard.set(event, some.add(listener));
      return () => void some.delete(listener);
    },
    onState: (listener) => (this.states.add(listener), () => void this.states.delete(listener)),
  };

  become(state: LineState): void {
    this.state = state;
    if (state !== "live") this.joined = false;
    this.states.forEach((listener) => listener(state));
  }
  /** Only who joined on this connection hears of it. */
  tell(event: string, payload: object): void {
    if (this.joined) this.heard.get(event)?.forEach((listener) => listener(payload as never));
  }
  write(words: string): void {
    const before = Y.encodeStateVector(this.doc);
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(words)]);
    const body = this.doc.getXmlFragment(bodyField);
    body.insert(body.length, [paragraph]);
    const update = Y.encodeStateAsUpdate(this.doc, before);
    this.tell("document:update", { id: "1", updates: [Buffer.from(update).toString("base64")], seq: (this.seq += 1) });
  }
  get joins(): number {
    return this.asked.filter(([event]) => event === "document:join").length;
  }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const rest = async () => {
  for (let turns = 0; turns < 30; turns += 1) await turn();
};
const wordsOf = (doc: Y.Doc) => doc.getXmlFragment(bodyField).toArray().map((one) => ((one as Y.XmlElement).get(0) as Y.XmlText).toString());

/** The editor of the page, once it is there. */
async function edit(line: Line) {
  const doc = openDoc();
  const sync = new DocumentSync({ id: "1", doc, line, onState: () => undefined, wait: turn });
  await sync.start();
  await rest();
  return { doc, sync };
}

let server: TestServer;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  server = new TestServer();
  server.write("Zo begint het.");
});
afterEach(() => vi.useRealTimers());
/** Lets what waits for its turn happen. */
const settle = async () => {
  vi.advanceTimersByTime(1);
  await rest();
};

it("asks as soon as there is a connection, as who knows nothing of it, and once", async () => {
  const line = joinEarly(server.line, "1");
  expect(server.asked).toEqual([]);
  server.become("live");
  await rest();
  expect(server.asked).toEqual([["document:join", { id: "1", stateVector: new Uint8Array(), schemaVersion, rows: true }]]);
  const { doc, sync } = await edit(line);
  expect([wordsOf(doc), sync.current.phase, sync.current.seq, server.joins]).toEqual([["Zo begint het."], "live", 1, 1]);
});

it("loses nothing that others wrote before the editor was there, nor what they write after it", async () => {
  server.become("live");
  const line = joinEarly(server.line, "1");
  await rest();
  server.write("Voor de editor.");
  const { doc, sync } = await edit(line);
  server.write("Net erna.");
  await settle();
  server.write("Later.");
  await settle();
  expect(wordsOf(doc)).toEqual(["Zo begint het.", "Voor de editor.", "Net erna.", "Later."]);
  expect(sync.current).toMatchObject({ phase: "live", seq: 4 });
  expect(server.joins).toBe(1);
});

it("asks anew when the connection broke meanwhile: the server told us nothing since", async () => {
  server.become("live");
  const line = joinEarly(server.line, "1");
  await rest();
  server.become("offline");
  server.write("Terwijl er geen verbinding was.");
  server.become("live");
  server.write("En daarna.");
  const { doc, sync } = await edit(line);
  await settle();
  server.write("Later.");
  await settle();
  expect(wordsOf(doc)).toEqual(["Zo begint het.", "Terwijl er geen verbinding was.", "En daarna.", "Later."]);
  expect([sync.current.phase, server.joins]).toEqual(["live", 2]);
});

it("asks anew when the connection breaks before the first answer", async () => {
  server.become("live");
  const line = joinEarly(server.line, "1");
  const editing = edit(line);
  server.become("offline");
  await rest();
  server.become("live");
  const { doc, sync } = await editing;
  await settle();
  expect([wordsOf(doc), sync.current.phase]).toEqual([["Zo begint het."], "live"]);
});

it("asks anew after a refusal that passes, and locks after one that does not", async () => {
  server.become("live");
  server.refusal = { ok: false, code: "unavailable" };
  const passing = joinEarly(server.line, "1");
  await rest();
  server.refusal = null;
  expect(wordsOf((await edit(passing)).doc)).toEqual(["Zo begint het."]);
  server.refusal = { ok: false, code: "forbidden" };
  const { sync } = await edit(joinEarly(server.line, "1"));
  expect(sync.current.lock).toEqual({ code: "forbidden" });
});

it("tells who loses the right to write before there is an editor", async () => {
  server.become("live");
  const line = joinEarly(server.line, "1");
  await rest();
  server.tell("document:role", { id: "1", role: "read" });
  const { sync } = await edit(line);
  await settle();
  expect(sync.current.lock).toEqual({ code: "forbidden" });
});

it("tells where others already were, and stops when nobody listens any more", async () => {
  server.become("live");
  const line = joinEarly(server.line, "1");
  await rest();
  server.tell("document:awareness", { id: "1", update: "een" });
  const heard: string[] = [];
  const stop = line.on("document:awareness", ({ update }: { update: string }) => void heard.push(update));
  await edit(line);
  await settle();
  server.tell("document:awareness", { id: "1", update: "twee" });
  stop();
  server.tell("document:awareness", { id: "1", update: "drie" });
  expect(heard).toEqual(["een", "twee"]);
});

it.each([
  ["that comes late", async () => void vi.advanceTimersByTime(30_001)],
  ["of a text in which much happened meanwhile", async () => Array.from({ length: 1_001 }, (_, index) => server.write(`${index}`))],
])("has an editor %s join by itself", async (_, wait) => {
  server.become("live");
  const line = joinEarly(server.line, "1");
  await rest();
  await wait();
  server.write("Het laatste.");
  const { doc, sync } = await edit(line);
  expect([wordsOf(doc).at(-1), wordsOf(doc).length, sync.current.phase, server.joins]).toEqual(["Het laatste.", server.seq, "live", 2]);
});

it("is for one text, and for the first join of it", async () => {
  server.become("live");
  const line = joinEarly(server.line, "1");
  await rest();
  await line.ask("document:join", { id: "2" });
  await line.ask("document:push", { id: "1" });
  expect(server.asked.map(([event]) => event)).toEqual(["document:join", "document:join", "document:push"]);
  await line.ask("document:join", { id: "1" });
  expect(server.joins).toBe(2);
  await line.ask("document:join", { id: "1" });
  expect(server.joins).toBe(3);
});
