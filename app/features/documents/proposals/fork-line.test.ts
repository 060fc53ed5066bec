import * as Y from "yjs";
import { expect, it } from "vitest";
import type { Answer, Line } from "~/platform/live-client/line";
import { JoinProposalInput } from "../input";
import { forkLine } from "./fork-line";

/** A line that answers when it is told to. */
function heldLine() {
  const asked: { event: string; payload: Record<string, unknown>; answer: (answer: Answer) => void }[] = [];
  const line: Line = { state: () => "live", on: () => () => undefined, onState: () => () => undefined, ask: ((event: string, payload: Record<string, unknown>) => new Promise((answer) => asked.push({ event, payload, answer }))) as Line["ask"] };
  return { line, asked };
}
function typed(words: string): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const sign of words) doc.getText("x").insert(doc.getText("x").length, sign);
  return updates;
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

it("sends one push at a time, what came meanwhile together, and answers each", async () => {
  const { line, asked } = heldLine();
  const fork = forkLine(line, "draft");
  const updates = typed("abcd");
  const answers: boolean[] = [];
  for (const update of updates) void fork.ask("document:push", { id: "text", push: "p", update }).then(({ ok }) => answers.push(ok));
  await turn();
  expect(asked.map(({ event, payload }) => [event, payload["id"], payload["document"]])).toEqual([["proposal:push", "draft", "text"]]);
  asked[0]!.answer({ ok: true });
  await turn();
  expect(asked).toHaveLength(2);
  asked[1]!.answer({ ok: false, code: "unreachable" });
  await turn();
  expect(answers).toEqual([true, false, false, false]);
  const doc = new Y.Doc();
  for (const { payload } of asked) Y.applyUpdate(doc, payload["update"] as Uint8Array);
  expect(doc.getText("x").toString()).toBe("abcd");
});

it("asks for the draft where the editor asks for the text", async () => {
  const { line, asked } = heldLine();
  const id = "5b756c9c-b3d2-424e-ae6f-f2a56be7bd26";
  // All that an editor asks of a text; the draft's own door takes nothing that it does not know.
  void forkLine(line, "draft").ask("document:join", { id, stateVector: new Uint8Array(), schemaVersion: 2, rows: true });
  await turn();
  expect(asked[0]!.event).toBe("proposal:join");
  expect(JoinProposalInput.parse(asked[0]!.payload)).toEqual({ document: id, stateVector: new Uint8Array(), schemaVersion: 2 });
});
