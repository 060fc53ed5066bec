import fc from "fast-check";
import { expect, test } from "vitest";
import { followStream, type Delivery } from "~/platform/live-client/follow-stream";
import { Agenda, settle, UnsteadyLine } from "~/platform/live-client/test/unsteady-line";
import { reveal, shownMessages, start, take, waitingMessages, type Followed } from "./follow-discussion";
import { nobody, quoteOf, windowSize, type Author, type DiscussionView, type MessageView } from "../views";

const stream = "group:00000000-0000-4000-8000-000000000001" as const;
const people = ["noor", "jef", "fatima"];

interface Row {
  id: string;
  number: number;
  rev: number;
  author: string;
  text: string;
  replyTo: string | null;
  state: "visible" | "hidden" | "removed";
  edited: boolean;
}

/** A server in a few lines: rows, facts that touch them, and how both are shown. */
class Server {
  rows: Row[] = [];
  rev = 1;
  supporters = 0;
  names = new Map(people.map((person) => [person, { name: person, rev: 1 }]));
  facts: { type: string; touches: { kind: string; id: string } | null }[] = [];

  private say(type: string, kind?: string, id?: string): void {
    this.facts.push({ type, touches: kind && id ? { kind, id } : null });
  }
  post(author: string, reply: number): void {
    const target = this.rows.length > 0 ? this.rows[reply % this.rows.length]! : null;
    const number = this.rows.length + 1;
    this.rows.push({ id: `m${number}`, number, rev: 1, author, text: `Bericht ${number}`, replyTo: reply % 3 === 0 ? (target?.id ?? null) : null, state: "visible", edited: false });
    this.say("discussion.message-posted", "message", `m${number}`);
  }
  change(at: number, what: "edit" | "remove" | "hide" | "restore"): void {
    const row = this.rows[at % Math.max(1, this.rows.length)];
    if (!row) return;
    if (what === "edit" && row.state === "visible") Object.assign(row, { text: `${row.text}!`, edited: true });
    else if (what === "remove") Object.assign(row, { text: "", state: "removed" });
    else if (what === "hide" && row.state === "visible") row.state = "hidden";
    else if (what === "restore" && row.state === "hidden") row.state = "visible";
    else return;
    row.rev += 1;
    this.say(`discussion.message-${what}`, "message", row.id);
  }
  rename(person: string): void {
    const known = this.names.get(person)!;
    this.names.set(person, { name: `${known.name}'`, rev: known.rev + 1 });
    this.say("group.name-changed", "member", person);
  }
  support(): void {
    this.supporters += 1;
    this.rev += 1;
    this.say("question.supporters-changed", "discussion", "d");
  }
  /** Something in another conversation of the group. */
  elsewhere(): void {
    this.say("discussion.message-posted", "message", "elsewhere");
  }

  author(person: string): Author {
    return { id: person, name: this.names.get(person)!.name, staff: null, former: false };
  }
  view(row: Row): MessageView {
    const seen = row.state === "visible";
    const quoted = seen && row.replyTo ? this.rows.find((one) => one.id === row.replyTo)! : null;
    const base = { kind: "message" as const, id: row.id, rev: row.rev, discussion: "d", number: row.number, at: "2025-11-20T10:00:00.000Z", labelled: false, typedBy: null };
    return {
      ...base,
      author: seen ? this.author(row.author) : nobody,
      text: seen ? row.text : "",
      edited: row.edited && seen ? "2025-11-20T11:00:00.000Z" : null,
      replyTo: quoted ? quoteOf({ ...this.view({ ...quoted, replyTo: null }) }) : null,
      ...(seen ? {} : { gone: row.state as "hidden" | "removed" }),
    };
  }
  discussion(): DiscussionView {
    return { kind: "discussion", id: "d", rev: this.rev, group: "g", type: "question", title: "Vraag", author: this.author("noor"), at: "", state: "open", questionState: "asked", pickedUpBy: null, pins: [], summary: "", closedBy: null, supporters: this.supporters, bundle: null };
  }
  /** What the page loads: everything from a number on, or one window of it. */
  load(from: number, size = Infinity): { discussion: DiscussionView; window: Parameters<typeof start>[0]["window"] } {
    const messages = this.rows.filter((row) => row.number >= from && row.number < from + size).map((row) => this.view(row));
    return { discussion: this.discussion(), window: { from, total: this.rows.length, messages, newer: this.rows.length >= from + size ? from + size : null } };
  }
  delivery(n: number): Delivery {
    const { type, touches } = this.facts[n - 1]!;
    const entity = () => {
      if (touches?.kind === "discussion") return { ...this.discussion() };
      if (touches?.kind === "member") return { kind: "member", id: touches.id, rev: this.names.get(touches.id)!.rev, shownName: this.names.get(touches.id)!.name };
      if (touches?.id === "elsewhere") return { ...this.view({ ...this.rows[0]!, id: "elsewhere" }), discussion: "other" };
      return { ...this.view(this.rows.find((row) => row.id === touches!.id)!) };
    };
    return { stream, n, type, at: "", actor: null, data: {}, entities: touches && (touches.id !== "elsewhere" || this.rows[0]) ? [entity()] : [] };
  }
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("post" as const), who: fc.constantFrom(...people), at: fc.nat(20) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("edit" as const, "remove" as const, "hide" as const, "restore" as const), at: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("rename" as const), who: fc.constantFrom(...people) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("support" as const, "elsewhere" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const fate = fc.record({ drop: fc.boolean(), twice: fc.boolean(), late: fc.boolean(), cut: fc.boolean(), mend: fc.boolean(), wait: fc.boolean() });

function act(server: Server, one: Step): void {
  if (one.do === "post") server.post(one.who, one.at);
  else if (one.do === "rename") server.rename(one.who);
  else if ("at" in one) server.change(one.at, one.do);
  else if (one.do === "support") server.support();
  else server.elsewhere();
}

test("whatever happens to the facts on their way, the page ends as a freshly loaded one", async () => {
  const plan = fc.array(fc.tuple(step, fate), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), fc.nat(12), fc.nat(4), plan, async (before, skip, lag, steps) => {
      const server = new Server();
      const asTheyWere: Delivery[] = [];
      for (const one of before) {
        act(server, one);
        while (asTheyWere.length < server.facts.length) asTheyWere.push(server.delivery(asTheyWere.length + 1));
      }
      const from = Math.min(1 + skip, Math.max(1, server.rows.length));
      let state: Followed = start(server.load(from));
      // A page reads the stream's number before its rows, so what it shows may be newer than a fact that is still to come.
      const since = Math.max(0, server.facts.length - lag);
      const agenda = new Agenda();
      const line = new UnsteadyLine((_event, payload) => {
        const n = (payload as { since: number }).since;
        return { ok: true, head: server.facts.length, facts: server.facts.slice(n).map((_, index) => server.delivery(n + index + 1)) };
      });
      followStream(line, {
        stream,
        since,
        onFacts: (facts) => void (state = take(state, facts)),
        onReload: () => expect.fail("nothing asked for a new page"),
        onDenied: () => expect.fail("nothing was denied"),
        later: agenda.later,
        random: () => 0,
      });
      for (const delivery of asTheyWere.slice(since)) line.send("fact", delivery);
      const underway: Delivery[] = [];
      for (const [one, { drop, twice, late, cut, mend, wait }] of steps) {
        const known = server.facts.length;
        act(server, one);
        if (server.facts.length === known) continue;
        const delivery = server.delivery(server.facts.length);
        if (late) underway.push(delivery);
        else if (!drop) line.send("fact", delivery);
        if (twice) line.send("fact", server.delivery(server.facts.length));
        if (cut) line.become("offline");
        if (mend) line.become("live");
        if (wait) {
          for (const old of underway.splice(0).reverse()) line.send("fact", old);
          agenda.run();
          await settle();
        }
      }
      line.become("offline");
      line.become("live");
      await settle();
      const fresh = start(server.load(from));
      expect(shownMessages(reveal(state))).toEqual(shownMessages(fresh));
      expect(state.discussion).toEqual(fresh.discussion);
      expect(state.newest).toBe(server.rows.length);
    }),
    { numRuns: 300 },
  );
});

const facts = (server: Server, since: number) => server.facts.slice(since).map((_, index) => server.delivery(since + index + 1));

test("new messages wait until they are asked for, so that nothing being read moves", () => {
  const server = new Server();
  server.post("noor", 1);
  let state = start(server.load(1));
  server.post("jef", 1);
  server.post("jef", 1);
  state = take(state, facts(server, 1));
  expect(shownMessages(state).map((message) => message.number)).toEqual([1]);
  expect(waitingMessages(state).map((message) => message.number)).toEqual([2, 3]);
  state = reveal(state);
  expect([shownMessages(state).length, waitingMessages(state).length]).toEqual([3, 0]);
});

test("a page of older messages stays that page and only knows that there are newer ones", () => {
  const server = new Server();
  for (let index = 0; index < 3; index += 1) server.post("noor", 1);
  let state = start(server.load(1, 2));
  server.post("jef", 1);
  server.change(0, "edit");
  state = reveal(take(state, facts(server, 3)));
  expect(shownMessages(state).map((message) => message.text)).toEqual(["Bericht 1!", "Bericht 2"]);
  expect([state.newest, state.to]).toEqual([4, 2]);
});

test("what is quoted follows what happens to it, also when it stands on another page", () => {
  const server = new Server();
  server.post("noor", 1);
  server.post("jef", 0);
  let state = start(server.load(2));
  expect(shownMessages(state)[0]?.replyTo?.excerpt).toBe("Bericht 1");
  server.change(0, "hide");
  state = take(state, facts(server, 2));
  expect(shownMessages(state)[0]?.replyTo).toMatchObject({ excerpt: "", gone: "hidden" });
});

test("when somebody is gone with everything they wrote, the page is loaded again; when the conversation is, it is cleared", () => {
  const state = start(new Server().load(1));
  expect(take(state, [{ type: "discussion.author-gone", entities: [] }]).stale).toBe(true);
  expect(take(state, [{ type: "discussion.moderated", entities: [{ kind: "discussion", id: "d", rev: 2, gone: "hidden" }] }]).discussion.gone).toBe("hidden");
  expect(take(state, [{ type: "discussion.moderated", entities: [{ kind: "discussion", id: "d", rev: 1, gone: "hidden" }] }]).discussion.gone).toBeUndefined();
});

test("a message whose row is gone leaves the page, and so do the words of a member who is no more", () => {
  const server = new Server();
  server.post("noor", 1);
  let state = start(server.load(1));
  state = take(state, [{ type: "x", entities: [{ kind: "member", id: "noor", rev: 9, gone: "removed" }] }]);
  expect(shownMessages(state)[0]?.author).toEqual(nobody);
  state = take(state, [{ type: "x", entities: [{ kind: "message", id: "m1", rev: 2 ** 31 - 1, gone: "removed" }] }]);
  expect(shownMessages(state)).toEqual([]);
  expect(windowSize).toBe(50);
});

test("what stands at the top follows what happens to it, also when it stands on another page", () => {
  const server = new Server();
  server.post("noor", 1);
  server.post("jef", 1);
  const pinned = [quoteOf(server.view(server.rows[0]!))];
  let state = start({ ...server.load(2), pinned });
  server.change(0, "remove");
  state = take(state, facts(server, 2));
  expect(state.quoted.get("m1")).toMatchObject({ excerpt: "", gone: "removed" });
});

test("an older revision never takes the place of a newer one, not even for a moment", () => {
  const server = new Server();
  server.post("noor", 1);
  const posted = server.delivery(1);
  server.change(0, "remove");
  const state = take(start(server.load(1)), [posted]);
  expect(shownMessages(state)).toMatchObject([{ rev: 2, gone: "removed", text: "" }]);
});
