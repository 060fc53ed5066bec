import { afterEach, expect, it, onTestFinished, vi } from "vitest";
import * as Y from "yjs";
import { bodyField } from "../content-rules";
import { openDoc } from "../open-doc";
import * as threadTime from "./thread-time";
import { LaneError, WorkerLane } from "./worker-lane.server";

vi.mock("./thread-time", { spy: true });

const lane = new WorkerLane();
afterEach(() => lane.close());
const limits = { clients: 200, depth: 32, nodes: 50_000 };

function textOf(words: string): Uint8Array {
  const doc = openDoc();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment(bodyField).insert(0, [paragraph]);
  return Y.encodeStateAsUpdate(doc);
}

it("keeps a document, judges an update for it and gives what a client lacks", async () => {
  await lane.ask("load", { document: "a", snapshot: textOf("eerst"), rows: [] }, 5_000);
  const [verdict] = await lane.ask("examine", { document: "a", updates: [textOf("daarna")], limits }, 5_000);
  expect(verdict).toMatchObject({ ok: true, version: 1 });
  const answer = await lane.ask("missing", { document: "a", stateVector: new Uint8Array() }, 5_000);
  const copy = openDoc();
  Y.applyUpdate(copy, answer!.missing);
  expect(copy.getXmlFragment(bodyField).toString()).toContain("daarna");
});

it("answers an order for a document that it does not keep with a failure, and goes on", async () => {
  await expect(lane.ask("project", { document: "nothing" }, 5_000)).rejects.toMatchObject({ reason: "failed" });
  await lane.ask("load", { document: "a", snapshot: textOf("x"), rows: [] }, 5_000);
  expect((await lane.ask("missing", { document: "a", stateVector: new Uint8Array() }, 5_000))?.missing).toBeInstanceOf(Uint8Array);
});

const longText = { type: "doc", content: Array.from({ length: 15_000 }, () => ({ type: "paragraph", content: [{ type: "text", text: "a" }] })) };

it("does not cut off an order while its thread gets no processor: a machine that is busy says nothing of who sent it", async () => {
  const spy = vi.spyOn(threadTime, "processorTime").mockReturnValue(1_000);
  onTestFinished(() => spy.mockRestore());
  await lane.ask("load", { document: "a", snapshot: textOf("x"), rows: [] }, 5_000);
  expect((await lane.ask("seed", { content: longText }, 40)).nodes).toBeGreaterThan(15_000);
  expect(spy).toHaveBeenCalled();
});

it("ends the worker when an order takes too long, tells the others that they got lost, and starts again", async () => {
  await lane.ask("load", { document: "a", snapshot: textOf("x"), rows: [] }, 5_000);
  lane.note("a", 1);
  const slow = lane.ask("seed", { content: longText }, 5);
  const behind = lane.ask("project", { document: "a" }, 5_000);
  await expect(slow).rejects.toEqual(expect.objectContaining({ reason: "exceeded" }) as LaneError);
  await expect(behind).rejects.toMatchObject({ reason: "lost" });
  expect(lane.seqOf("a")).toBeUndefined();
  await lane.ask("load", { document: "a", snapshot: textOf("terug"), rows: [] }, 5_000);
  expect((await lane.ask("project", { document: "a" }, 10_000)).text).toBe("terug");
});

it("lets go of what nobody noted anything of for so long, and of its thread when nothing is left; the next order starts another", async () => {
  await lane.ask("load", { document: "a", snapshot: textOf("x"), rows: [] }, 5_000);
  lane.note("a", 1);
  await lane.rest(60_000);
  expect(lane.holds).toEqual({ documents: 1, thread: true });
  await lane.rest(0);
  expect(lane.holds).toEqual({ documents: 0, thread: false });
  const order = lane.ask("load", { document: "a", snapshot: textOf("weer"), rows: [] }, 5_000);
  // It is at work, so it stays.
  await lane.rest(0);
  await order;
  expect((await lane.ask("project", { document: "a" }, 10_000)).text).toBe("weer");
});

it("keeps as many documents as its memory holds: large ones make room sooner, and one that is larger than all stays", async () => {
  const million = 1024 * 1024;
  const load = async (document: string, bytes: number) => {
    lane.note(document, 1, bytes);
    await lane.ask("load", { document, snapshot: textOf(document), rows: [] }, 5_000);
  };
  for (const name of ["a", "b", "c"]) await load(name, 6 * million);
  expect(["a", "b", "c"].map((name) => lane.seqOf(name))).toEqual([undefined, 1, 1]);
  await expect(lane.ask("project", { document: "a" }, 10_000)).rejects.toMatchObject({ reason: "failed" });
  // What came since tells nothing of the size, which stays.
  lane.note("b", 2);
  await load("d", 5 * million);
  expect(["b", "c", "d"].map((name) => lane.seqOf(name))).toEqual([2, undefined, 1]);
  await load("large", 20 * million);
  expect(["b", "d", "large"].map((name) => lane.seqOf(name))).toEqual([undefined, undefined, 1]);
});
