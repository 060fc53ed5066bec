import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { Line } from "~/platform/live-client/line";
import { bodyField } from "../content-rules";
import { limits } from "~/platform/limits";
import { JoinDocumentInput } from "../input";
import { openDoc } from "../open-doc";
import type { OutboxItem, OutboxKeeper } from "./outbox";
import { DocumentSync, type SyncState } from "./sync-document";

/** A device that keeps edits, as a browser does. */
function device(): OutboxKeeper & { kept: OutboxItem[] } {
  const kept: OutboxItem[] = [];
  return {
    kept,
    read: async () => [...kept],
    add: (item) => void kept.push(item),
    remove: (push) => void kept.splice(kept.findIndex((one) => one.push === push), 1),
    clear: () => void kept.splice(0),
  };
}

/** A connection whose server lets one in and answers every edit so. */
function lineThatAnswers(answer: object): Line {
  const empty = { ok: true, missing: Y.encodeStateAsUpdate(new Y.Doc()), seq: 0, role: "write" };
  const ask = async (event: string) => (event === "document:join" ? empty : answer);
  return { state: () => "live", ask: ask as Line["ask"], on: () => () => undefined, onState: () => () => undefined };
}

/** Opens a text on a device, types a paragraph, and says how that ended. */
async function type(keeper: OutboxKeeper, answer: object): Promise<{ state: SyncState; unsaved: number }> {
  const doc = openDoc();
  let settle: (state: SyncState) => void = () => undefined;
  const settled = new Promise<SyncState>((resolve) => (settle = resolve));
  const sync = new DocumentSync({ id: "1", doc, line: lineThatAnswers(answer), keeper, wait: async () => undefined, onState: (state) => (state.lock || state.seq > 0) && settle(state) });
  await sync.start();
  doc.getXmlFragment(bodyField).insert(0, [new Y.XmlElement("paragraph")]);
  const state = await settled;
  sync.stop();
  return { state, unsaved: sync.outbox.size };
}

describe("edits that wait on a device", () => {
  it("are let go once they are stored", async () => {
    const keeper = device();
    expect((await type(keeper, { ok: true, seq: 1 })).state).toMatchObject({ waiting: 0, seq: 1 });
    expect(keeper.kept).toEqual([]);
  });

  it.each(["join_group", "suspended", "not_found"])("go from the device when the right to write is gone (%s); the page still shows them", async (code) => {
    const keeper = device();
    const { state, unsaved } = await type(keeper, { ok: false, code: "forbidden", values: { reason: code } });
    expect([state.lock, unsaved]).toEqual([{ code }, 1]);
    expect(keeper.kept).toEqual([]);
  });

  it.each(["session_ended", "too_large"])("stay for when they can be sent (%s)", async (code) => {
    const keeper = device();
    expect((await type(keeper, { ok: false, code })).state.lock).toEqual({ code });
    expect(keeper.kept).toHaveLength(1);
  });

  it("are taken up again by the next page of the same person", async () => {
    const keeper = device();
    await type(keeper, { ok: false, code: "session_ended" });
    const doc = openDoc();
    let live = false;
    const line = lineThatAnswers({ ok: true, seq: 1 });
    const sync = new DocumentSync({ id: "1", doc, line, keeper, wait: async () => undefined, onState: (state) => void (live ||= state.seq === 1) });
    await sync.start();
    await expect.poll(() => live).toBe(true);
    expect(doc.getXmlFragment(bodyField).length).toBe(1);
    expect(keeper.kept).toEqual([]);
    sync.stop();
  });
});

describe("what others wrote", () => {
  it("comes in runs: what is known is left out, a hole is looked for by joining again", async () => {
    const theirs = new Y.Doc();
    const updates: string[] = [];
    theirs.on("update", (update: Uint8Array) => void updates.push(Buffer.from(update).toString("base64")));
    for (const letter of "abcdef") theirs.getText("words").insert(theirs.getText("words").length, letter);
    let [joins, drawn] = [0, 0];
    let hear: (payload: never) => void = () => undefined;
    const on: Line["on"] = (name, listener) => (name === "document:update" && (hear = listener), () => undefined);
    const ask = async () => ((joins += 1), { ok: true, missing: joins === 1 ? Y.encodeStateAsUpdate(new Y.Doc()) : Y.encodeStateAsUpdate(theirs), seq: joins === 1 ? 0 : 6, role: "write" });
    const doc = openDoc();
    const sync = new DocumentSync({ id: "1", doc, line: { state: () => "live", ask: ask as unknown as Line["ask"], on, onState: () => () => undefined }, wait: async () => undefined, onState: () => undefined });
    await sync.start();
    await new Promise((resolve) => setImmediate(resolve));
    doc.getText("words").observe(() => void (drawn += 1));
    const run = (from: number, to: number) => hear({ id: "1", updates: updates.slice(from - 1, to), seq: to } as never);
    run(1, 3);
    expect([doc.getText("words").toString(), drawn, sync.current.seq, joins]).toEqual(["abc", 1, 3, 1]);
    run(2, 4);
    expect([doc.getText("words").toString(), sync.current.seq, joins]).toEqual(["abcd", 4, 1]);
    run(6, 6);
    await new Promise((resolve) => setImmediate(resolve));
    expect([doc.getText("words").toString(), sync.current.seq, joins]).toEqual(["abcdef", 6, 2]);
    sync.stop();
  });
});

describe("a right that goes", () => {
  it.each([
    ["document:denied", { id: "1", code: "join_group" }, "join_group"],
    ["document:role", { id: "1", role: "read" }, "forbidden"],
  ])("while the text is being opened stays gone when the answer comes (%s)", async (event, payload, code) => {
    const heard = new Map<string, (payload: never) => void>();
    let answer: (answer: object) => void = () => undefined;
    const asked = new Promise<object>((resolve) => (answer = resolve));
    const on: Line["on"] = (name, listener) => (heard.set(name, listener), () => undefined);
    const line: Line = { state: () => "live", ask: (async () => asked) as unknown as Line["ask"], on, onState: () => () => undefined };
    const sync = new DocumentSync({ id: "1", doc: openDoc(), line, wait: async () => undefined, onState: () => undefined });
    await sync.start();
    heard.get(event)!(payload as never);
    answer({ ok: true, missing: Y.encodeStateAsUpdate(new Y.Doc()), seq: 1, role: "write" });
    await new Promise((resolve) => setImmediate(resolve));
    expect(sync.current).toMatchObject({ phase: "locked", role: "read", lock: { code } });
    sync.stop();
  });
});

it("comes back into a text in which thousands sat down to write", async () => {
  const doc = openDoc();
  const text = new Y.XmlText();
  doc.getXmlFragment(bodyField).insert(0, [text]);
  doc.transact(() => {
    for (let client = 0; client < 12_000; client += 1) {
      doc.clientID = 4_000_000_000 + client;
      text.insert(0, "x");
    }
  });
  expect(Y.encodeStateVector(doc).byteLength).toBeGreaterThan(limits.stateVectorBytes);
  const asked: object[] = [];
  const line: Line = { ...lineThatAnswers({}), ask: (async (_event: string, payload: object) => (asked.push(payload), { ok: false, code: "not_found" })) as unknown as Line["ask"] };
  const sync = new DocumentSync({ id: crypto.randomUUID(), doc, line, wait: async () => undefined, onState: () => undefined });
  await sync.start();
  expect(JoinDocumentInput.safeParse(asked[0]).success).toBe(true);
  sync.stop();
});
