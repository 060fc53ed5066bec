import fc from "fast-check";
import { expect, test } from "vitest";
import { followStream, type Delivery } from "./follow-stream";
import { patience } from "./line";
import { Agenda, settle, UnsteadyLine } from "./test/unsteady-line";

const stream = "group:00000000-0000-4000-8000-000000000001";
const fact = (n: number): Delivery => ({ stream: stream as Delivery["stream"], n, type: "test.noted", at: "2025-11-20T10:00:00Z", actor: null, data: {}, entities: [] });

/** A stream of `head` facts behind an unsteady line, and somebody who follows it from the start. */
function follow(given: { head?: number; answer?: () => object | undefined } = {}) {
  const server = { head: given.head ?? 0 };
  const agenda = new Agenda();
  const line = new UnsteadyLine((event, payload) => {
    if (event !== "stream:join") return { ok: true };
    const { since } = payload as { since: number };
    const replay = Array.from({ length: Math.max(0, server.head - since) }, (_, index) => fact(since + index + 1));
    return given.answer?.() ?? { ok: true, head: server.head, facts: replay, entities: [] };
  });
  const got: number[] = [];
  const ended: string[] = [];
  const following = followStream(line, {
    stream,
    since: 0,
    onFacts: (facts) => got.push(...facts.map((one) => one.n)),
    onReload: () => ended.push("reload"),
    onDenied: (code) => ended.push(code),
    later: agenda.later,
    random: () => 0.5,
  });
  return { server, agenda, line, got, ended, following };
}

test("joins from where the page was made and hands on what was missed, then what comes", async () => {
  const { line, got } = follow({ head: 2 });
  await settle();
  line.send("fact", fact(3));
  line.send("fact", fact(2));
  line.send("fact", { ...fact(4), stream: "group:other" });
  expect(got).toEqual([1, 2, 3]);
  expect(line.asked[0]).toEqual({ event: "stream:join", payload: { stream, since: 0 } });
});

test("waits a moment for a hole to close by itself, then has it filled", async () => {
  const { server, line, got, agenda } = follow();
  await settle();
  server.head = 5;
  line.send("fact", fact(2));
  expect([got, agenda.length, agenda.first]).toEqual([[], 1, 400]);
  line.send("fact", fact(1));
  expect([got, agenda.length]).toEqual([[1, 2], 0]);
  line.send("fact", fact(5));
  agenda.run();
  await settle();
  expect(got).toEqual([1, 2, 3, 4, 5]);
  expect(line.asked.at(-1)?.payload).toEqual({ stream, since: 2 });
});

test("fetches what an answer promised and what never came", async () => {
  const { server, agenda, got, following } = follow();
  await settle();
  server.head = 1;
  following.expect(1);
  agenda.run();
  await settle();
  expect(got).toEqual([1]);
  expect(agenda.length).toBe(0);
});

test("asks once for what was promised of a stream that does not have it, and not for ever", async () => {
  const { agenda, line, following } = follow({ head: 2 });
  await settle();
  following.expect(9);
  agenda.run();
  await settle();
  expect([line.asked.length, agenda.length]).toEqual([2, 0]);
});

test("joins again after every cut, from where it was", async () => {
  const { server, line, got } = follow({ head: 1 });
  await settle();
  line.become("offline");
  server.head = 4;
  line.become("live");
  await settle();
  expect(got).toEqual([1, 2, 3, 4]);
  expect(line.asked.map((one) => (one.payload as { since: number }).since)).toEqual([0, 1]);
});

test("stops and says why when the right is gone, at the join or later", async () => {
  const refused = follow({ answer: () => ({ ok: false, code: "join_group" }) });
  await settle();
  expect(refused.ended).toEqual(["join_group"]);
  const later = follow();
  await settle();
  later.line.send("stream:denied", { stream, code: "suspended" });
  later.line.send("fact", fact(1));
  expect([later.ended, later.got]).toEqual([["suspended"], []]);
});

test("asks for a new page when too much was missed", async () => {
  const { ended, agenda } = follow({ answer: () => ({ ok: true, head: 900, reload: true }) });
  await settle();
  expect([ended, agenda.length]).toEqual([["reload"], 0]);
});

test("tries again after a failure that passes, with growing patience", async () => {
  let fail = 3;
  const { agenda, got } = follow({ head: 1, answer: () => (fail-- > 0 ? { ok: false, code: "busy" } : undefined) });
  const waits: (number | undefined)[] = [];
  for (let round = 0; round < 3; round += 1) {
    await settle();
    waits.push(agenda.first);
    agenda.run();
  }
  await settle();
  expect([waits, got]).toEqual([[1_000, 2_000, 4_000], [1]]);
  expect(patience(20, () => 1)).toBe(37_500);
});

test("whatever is dropped, doubled, turned around or cut, every fact is handed on once and in order", async () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant("commit" as const), drop: fc.boolean(), twice: fc.boolean(), late: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("cut" as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("mend" as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), lost: fc.boolean() }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { server, line, got, agenda } = follow();
      const underway: number[] = [];
      for (const one of steps) {
        if (one.do === "commit") {
          server.head += 1;
          if (one.late) underway.push(server.head);
          else if (!one.drop) line.send("fact", fact(server.head));
          if (one.twice) line.send("fact", fact(server.head));
        } else if (one.do === "cut") line.become("offline");
        else if (one.do === "mend") line.become("live");
        else {
          line.answerArrives = () => !one.lost;
          for (const n of underway.splice(0).reverse()) line.send("fact", fact(n));
          agenda.run();
          await settle();
        }
      }
      line.answerArrives = () => true;
      line.become("offline");
      line.become("live");
      for (let round = 0; round < 5; round += 1) {
        await settle();
        agenda.run();
      }
      await settle();
      expect(got).toEqual(Array.from({ length: server.head }, (_, index) => index + 1));
    }),
    { numRuns: 200 },
  );
});
