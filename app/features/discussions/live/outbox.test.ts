import fc from "fast-check";
import { expect, test } from "vitest";
import { Agenda, settle, UnsteadyLine } from "~/platform/live-client/test/unsteady-line";
import { openOutbox, type Unsent } from "./outbox";

const discussion = "00000000-0000-4000-8000-000000000002";

/** A server that posts each id once, and an outbox towards it. */
function open(refuse: (text: string) => string | undefined = () => undefined) {
  const posted = new Map<string, string>();
  const agenda = new Agenda();
  const line = new UnsteadyLine((_event, payload) => {
    const { id, text } = payload as { id: string; text: string };
    const code = refuse(text);
    if (code) return { ok: false, code };
    if (!posted.has(id)) posted.set(id, text);
    return { ok: true, message: { id }, n: [...posted.keys()].indexOf(id) + 1 };
  });
  let items: readonly Unsent[] = [];
  const sent: (number | null)[] = [];
  const outbox = openOutbox(line, { discussion, onChange: (next) => void (items = next), onSent: ({ n }) => sent.push(n), later: agenda.later, random: () => 0.5 });
  return { posted, agenda, line, outbox, sent, items: () => items };
}

test("sends in the order of writing and says when each was committed", async () => {
  const { outbox, items, sent, line } = open();
  outbox.post({ id: "a", text: "Een", replyTo: null });
  outbox.post({ id: "b", text: "Twee", replyTo: "a" });
  await settle();
  expect(line.asked.map((one) => one.payload)).toEqual([
    { id: "a", discussion, text: "Een", replyTo: null },
    { id: "b", discussion, text: "Twee", replyTo: "a" },
  ]);
  expect([items().map((item) => item.state), sent]).toEqual([["sent", "sent"], [1, 2]]);
  outbox.drop(new Set(["a", "b"]));
  expect(items()).toEqual([]);
});

test("keeps what cannot be sent and sends it, with the same id, as soon as there is a line", async () => {
  const { outbox, items, line, posted } = open();
  line.become("offline");
  outbox.post({ id: "a", text: "Een", replyTo: null });
  await settle();
  expect(items().map((item) => item.state)).toEqual(["waiting"]);
  line.become("live");
  await settle();
  expect([[...posted], items()[0]?.state]).toEqual([[["a", "Een"]], "sent"]);
});

test("a refusal stays with its reason and does not hold up the next", async () => {
  const { outbox, items } = open((text) => (text === "Nee" ? "closed" : undefined));
  outbox.post({ id: "a", text: "Nee", replyTo: null });
  outbox.post({ id: "b", text: "Ja", replyTo: null });
  await settle();
  expect(items().map(({ state, code }) => [state, code])).toEqual([["refused", "closed"], ["sent", null]]);
});

test("what was posted and edited since is done", async () => {
  const { outbox, items } = open(() => "already_done");
  outbox.post({ id: "a", text: "Een", replyTo: null });
  await settle();
  expect(items()).toEqual([]);
});

test("however many answers are lost, everything is posted exactly once and in order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), async (arrivals, count) => {
      const { outbox, items, line, posted, agenda } = open();
      const fate = [...arrivals];
      line.answerArrives = () => fate.pop() ?? true;
      for (let index = 0; index < count; index += 1) outbox.post({ id: `m${index}`, text: `Bericht ${index}`, replyTo: null });
      for (let round = 0; round <= arrivals.length; round += 1) {
        await settle();
        if (agenda.run() === 0) break;
      }
      await settle();
      expect([...posted.keys()]).toEqual(Array.from({ length: count }, (_, index) => `m${index}`));
      expect(items().every((item) => item.state === "sent")).toBe(true);
      const asked = line.asked.map((one) => (one.payload as { id: string }).id);
      expect([...new Set(asked)]).toEqual([...posted.keys()]);
    }),
  );
});
