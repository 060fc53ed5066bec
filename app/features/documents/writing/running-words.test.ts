import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { randomFrom } from "~/platform/test/random";
import { bodyField } from "../content-rules";
import { openDoc } from "../open-doc";
import { RunningWords } from "./running-words";
import { editRandomly } from "../test/edit-randomly";
import { examine, type KeptDocument } from "../worker/examine";

const limits = { clients: 200, depth: 32, nodes: 50_000 };

/** A person with the text open; each change comes out as the update that their browser sends. */
class Writer {
  readonly doc = openDoc();
  private made: Uint8Array[] = [];
  constructor(state: Uint8Array, client: number) {
    this.doc.clientID = client;
    Y.applyUpdate(this.doc, state);
    this.doc.on("update", (update: Uint8Array, origin: unknown) => origin !== "others" && this.made.push(update));
  }
  get words(): Y.XmlText {
    return (this.doc.getXmlFragment(bodyField).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  }
  hear(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, "others");
  }
  make(change: () => void): Uint8Array | null {
    this.made = [];
    this.doc.transact(change);
    return this.made.length === 0 ? null : Y.mergeUpdates(this.made);
  }
  insert(at: number, sign: string): Uint8Array {
    return this.make(() => this.words.insert(at, sign))!;
  }
  remove(at: number, count = 1): Uint8Array {
    return this.make(() => this.words.delete(at, count))!;
  }
}

function begin(): { kept: KeptDocument; running: RunningWords; writers: Writer[]; push: (update: Uint8Array) => string } {
  const doc = openDoc();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("Zo begint het.")]);
  doc.getXmlFragment(bodyField).insert(0, [paragraph]);
  const kept = { doc, nodes: 2 };
  const running = new RunningWords();
  /** What the two say, which must be the same where the first one says anything. */
  const push = (update: Uint8Array): string => {
    const [quick] = running.judge("text", [update]);
    const verdict = examine(kept, update, limits);
    if (quick) expect(verdict).toEqual({ ok: true, clients: quick.clients, version: 1 });
    else if (verdict.ok) running.learn("text", update, verdict.clients);
    return quick ? "goes on" : verdict.ok ? "judged" : verdict.code;
  };
  return { kept, running, writers: [11, 12, 13].map((client) => new Writer(Y.encodeStateAsUpdate(doc), client)), push };
}

describe("a word that somebody is typing", () => {
  it("goes on by itself, at the end of a text and in the midst of one, also where signs are taken back", () => {
    const { writers, push } = begin();
    const [one, two] = writers as [Writer, Writer];
    const said = [one.insert(14, "a"), one.insert(15, "b"), two.insert(2, "x"), one.insert(16, "👩‍🌾"), two.insert(3, "y"), two.insert(4, "z"), two.remove(4), two.remove(3)].map(push);
    expect(said).toEqual(["judged", "goes on", "judged", "goes on", "goes on", "goes on", "goes on", "goes on"]);
  });

  it("is judged where it stands in another place, where something else comes in, and where more goes than the word", () => {
    const { writers, push } = begin();
    const [one, two] = writers as [Writer, Writer];
    expect([one.insert(14, "a"), one.insert(3, "b")].map(push)).toEqual(["judged", "judged"]);
    expect(push(one.make(() => one.words.format(0, 2, { bold: {} }))!)).toBe("judged");
    expect(push(one.remove(0))).toBe("judged");
    expect(push(two.insert(14, "c"))).toBe("judged");
    expect(push(one.remove(0, 16))).toBe("judged");
  });

  it("is nothing that leans on what did not come, or that writes on for somebody else", () => {
    const { writers, push } = begin();
    const [one, two] = writers as [Writer, Writer];
    push(one.insert(14, "a"));
    const missed = one.insert(15, "b");
    expect(push(one.insert(16, "c"))).toBe("gap");
    expect(push(missed)).toBe("goes on");
    const other = new Writer(Y.encodeStateAsUpdate(one.doc), 12);
    // The text after the sign of another one.
    expect(push(other.insert(15, "d"))).not.toBe("goes on");
    expect(push(two.make(() => two.doc.getXmlFragment(bodyField).insert(0, [new Y.XmlElement("script")]))!)).toBe("forbidden_content");
  });

  it("is forgotten with what was not stored, and with the text of the longest ago", () => {
    const { running, writers } = begin();
    const first = writers[0]!.insert(14, "a");
    const next = writers[0]!.insert(15, "b");
    running.learn("text", first, [11]);
    running.stored("text", 7);
    expect(running.judge("other", [next])).toEqual([null]);
    expect(running.judge("text", [next])).toEqual([{ clients: [11], seq: 7 }]);
    running.learn("text", first, [11]);
    running.forget("text");
    expect(running.judge("text", [next])).toEqual([null]);
    running.learn("text", first, [11]);
    for (let other = 0; other < 200; other += 1) running.learn(`text ${other}`, first, [11]);
    expect(running.judge("text", [next])).toEqual([null]);
    expect(running.judge("text 199", [next])).toHaveLength(1);
  });
});

/** People who type and edit at once and hear of one another late. @returns how many strokes went without the worker, of how many. */
function writeTogether(seed: number, spoils: boolean): { went: number; typed: number } {
  const random = randomFrom(seed);
  const { writers, push } = begin();
  const unheard: { update: Uint8Array; by: Writer }[] = [];
  let [went, typed] = [0, 0];
  const send = (by: Writer, update: Uint8Array) => {
    if (spoils && random.chance(0.1)) {
      const spoilt = Uint8Array.from(update);
      spoilt[random.below(spoilt.length)] = random.below(256);
      push(spoilt);
    }
    if (push(update) === "goes on") went += 1;
    if (random.chance(0.05)) push(update);
    unheard.push({ update, by });
  };
  for (let turn = 0; turn < 60; turn += 1) {
    const by = random.pick(writers);
    const [first] = by.doc.getXmlFragment(bodyField).toArray();
    if (random.chance(0.3)) {
      const edit = by.make(() => editRandomly(by.doc, random));
      if (edit) send(by, edit);
    } else if (first instanceof Y.XmlElement && first.get(0) instanceof Y.XmlText) {
      let at = random.below(by.words.length + 1);
      for (const sign of "woord") send(by, by.insert(at++, sign));
      typed += 5;
    }
    if (random.chance(0.5)) for (const { update, by: whose } of unheard.splice(0)) for (const writer of writers) if (writer !== whose) writer.hear(update);
  }
  return { went, typed };
}

it("says of whatever is pushed what the worker says, or nothing; of most strokes it says something", () => {
  const counted = Array.from({ length: 40 }, (_, seed) => writeTogether(seed + 1, false));
  const [went, typed] = [counted.reduce((sum, one) => sum + one.went, 0), counted.reduce((sum, one) => sum + one.typed, 0)];
  expect(typed).toBeGreaterThan(2_000);
  expect(went / typed).toBeGreaterThan(0.7);
});

it("says no more of updates that were spoilt on their way, or made up", () => {
  for (let seed = 101; seed <= 140; seed += 1) writeTogether(seed, true);
});
