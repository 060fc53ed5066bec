import fc from "fast-check";
import { expect, test } from "vitest";
import { nobody, quoteOf, type DiscussionView, type MessageView } from "../views";
import { bound, extend, mostHeld, reveal, shownMessages, start, take, waitingMessages, type Followed } from "./follow-discussion";

const discussion: DiscussionView = { kind: "discussion", id: "d", rev: 1, group: "g", type: "conversation", title: "", author: nobody, at: "", state: "open", questionState: null, pickedUpBy: null, supporters: 0, bundle: null, pins: [], summary: "", closedBy: null };
const author = (name: string) => ({ id: "m", name, staff: null, former: false });

/** A conversation on a server: texts by number, edited by raising `rev`. */
class Talk {
  revs: number[] = [];
  name = "Noor";
  constructor(count: number) {
    this.revs = Array.from({ length: count }, () => 1);
  }
  message = (number: number): MessageView => ({ kind: "message", id: `m${number}`, rev: this.revs[number - 1]!, discussion: "d", number, author: author(this.name), typedBy: null, text: `${number}.${this.revs[number - 1]}`, at: "", edited: null, labelled: false, replyTo: null });
  part(from: number, size = 50) {
    const total = this.revs.length;
    const messages = Array.from({ length: Math.max(0, Math.min(size, total - from + 1)) }, (_, index) => this.message(from + index));
    return { from, total, messages, newer: from + size <= total ? from + size : null };
  }
  fact = (number: number) => ({ type: "discussion.message-edited", entities: [{ ...this.message(number) }] });
  rename = (name: string) => ((this.name = name), { type: "space.name-changed", entities: [{ kind: "member", id: "m", rev: 9, shownName: name }] });
}
const texts = (state: Followed) => shownMessages(state).map((message) => `${message.text} ${message.author.name}`);
const open = (talk: Talk, from: number) => start({ discussion, window: talk.part(from) });

test("reading up and down through a long conversation, with changes under way, shows the same as a fresh load of that part, and never more than may be held", () => {
  const step = fc.record({ go: fc.constantFrom("above", "under", "stay"), before: fc.array(fc.nat(999)), during: fc.array(fc.nat(999), { maxLength: 3 }), late: fc.boolean(), renamed: fc.boolean(), posted: fc.nat(2) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600 }), fc.nat(599), fc.array(step, { maxLength: 25 }), (count, at, steps) => {
      const talk = new Talk(count);
      let state = open(talk, 1 + (at % count));
      const change = (numbers: number[]) => numbers.map((one) => ((talk.revs[one % talk.revs.length]! += 1), talk.fact(1 + (one % talk.revs.length))));
      for (const { go, before, during, late, renamed, posted } of steps) {
        state = bound(reveal(take(state, change(before))));
        const side = go === "above" && state.from > 1 ? "above" : go === "under" && state.to !== null ? "under" : null;
        const ask = () => (side === "above" ? talk.part(Math.max(1, state.from - 50), state.from - Math.max(1, state.from - 50)) : talk.part(state.to! + 1));
        // The part may be read before what happens meanwhile, or after it.
        const early = side && !late ? ask() : null;
        const meanwhile = [...change(during), ...(renamed ? [talk.rename(`Noor${during.length}`)] : [])];
        for (let more = 0; more < posted; more += 1) {
          talk.revs.push(1);
          meanwhile.push(talk.fact(talk.revs.length));
        }
        const part = side && late ? ask() : early;
        state = bound(reveal(take(state, meanwhile)));
        if (part) state = extend(state, part, meanwhile);
        state = bound(reveal(state));
        const size = (state.to ?? talk.revs.length) - state.from + 1;
        expect(texts(state)).toEqual(talk.part(state.from, size).messages.map((message) => `${message.text} ${message.author.name}`));
        expect(state.messages.size).toBeLessThanOrEqual(mostHeld);
      }
    }),
    { numRuns: 300 },
  );
});

test("a page far above the end lets go of the newest, and knows that they are there", () => {
  const talk = new Talk(400);
  let state = open(talk, 351);
  for (let round = 0; round < 5; round += 1) state = extend(state, talk.part(state.from - 50, 50), []);
  expect([state.from, state.to, state.messages.size, state.newest]).toEqual([101, 300, mostHeld, 400]);
  state = extend(state, talk.part(301), []);
  expect([state.from, state.to]).toEqual([151, 350]);
});

test("a page that nobody looks at does not hold without end what comes in", () => {
  const talk = new Talk(10);
  let state = open(talk, 1);
  for (let more = 0; more < 3 * mostHeld; more += 1) {
    talk.revs.push(1);
    state = bound(take(state, [talk.fact(talk.revs.length)]));
    expect(state.messages.size).toBeLessThanOrEqual(mostHeld + 11);
  }
  expect([shownMessages(state).length, waitingMessages(state).length, state.to, state.newest]).toEqual([10, 0, 10, 10 + 3 * mostHeld]);
});

test("a part that no longer fits the page is left out", () => {
  const talk = new Talk(400);
  const state = open(talk, 201);
  expect(extend(state, talk.part(1), [])).toBe(state);
  expect(extend(state, talk.part(300), [])).toBe(state);
});

test("holds no more excerpts than stand on the page: of its messages, of what they answer, and of what is at the top", () => {
  const talk = new Talk(2_000);
  const reply = (number: number): MessageView => ({ ...talk.message(number), replyTo: quoteOf(talk.message(Math.max(1, number - 900))) });
  const part = (from: number) => ({ ...talk.part(from), messages: talk.part(from).messages.map(({ number }) => reply(number)) });
  const top = quoteOf(talk.message(3));
  let state = start({ discussion, window: part(1_951), pinned: [top] });
  while (state.from > 1_001) state = extend(state, part(state.from - 50), []);
  expect(state.quoted.size).toBe(2 * mostHeld + 1);
  // What is written and changed elsewhere in the conversation meanwhile is not held either.
  for (let number = 1; number <= 900; number += 1) {
    talk.revs[number - 1]! += 1;
    state = bound(take(state, [talk.fact(number)]));
  }
  expect(state.quoted.size).toBe(2 * mostHeld + 1);
  expect([state.quoted.get("m3")!.rev, state.quoted.get("m150")!.rev]).toEqual([2, 2]);
  expect(shownMessages(state)[0]!.replyTo).toEqual(quoteOf(talk.message(101)));
});
