import { expect, test } from "vitest";
import type { CommentView } from "../views";
import { standsIn, takeComment, threadsOf } from "./threads";

const by = { id: "m", name: "Noor", staff: null };
const remark = (id: string, more: Partial<CommentView> = {}): CommentView => ({ kind: "document-comment", id, rev: 1, document: "d", author: by, text: id, at: "2025-11-20T10:00:00Z", thread: null, passage: null, edited: null, resolved: null, ...more });
const done = { resolved: { by, at: "2025-11-20T11:00:00Z" } };
const ids = (threads: { root: CommentView; answers: CommentView[] }[]) => threads.map(({ root, answers }) => [root.id, ...answers.map(({ id }) => id)].join(" "));

test("puts answers under their remark, and what is done with apart", () => {
  const { open, resolved } = threadsOf([remark("a"), remark("b", done), remark("a1", { thread: "a" }), remark("b1", { thread: "b" }), remark("lost", { thread: "x" })]);
  expect([ids(open), ids(resolved)]).toEqual([["a a1"], ["b b1"]]);
});

test("keeps what its author took back only where somebody answered it", () => {
  const gone = { gone: "removed" } as const;
  expect(ids(threadsOf([remark("a", gone), remark("b", gone), remark("b1", { thread: "b" }), remark("c"), remark("c1", { thread: "c", ...gone })]).open)).toEqual(["b b1", "c"]);
});

test("moves nothing on a page where somebody reads: what is resolved meanwhile stays in its place", () => {
  const atFirst = [remark("a"), remark("b", done)];
  const now = [remark("a", { rev: 2, ...done }), remark("b", { rev: 2, resolved: null })];
  const { open, resolved } = threadsOf(now, atFirst);
  expect([ids(open), ids(resolved)]).toEqual([["a"], ["b"]]);
  expect(open[0]!.root.resolved).not.toBeNull();
});

test("takes in the newest state of a remark of this text, and nothing else", () => {
  const now = [remark("a", { rev: 2 })];
  expect(takeComment(now, "d", remark("a", { rev: 1, text: "old" }))).toBe(now);
  expect(takeComment(now, "d", remark("z", { document: "other" }))).toBe(now);
  expect(takeComment(now, "d", remark("z", { gone: "removed" }))).toBe(now);
  expect(takeComment(now, "d", remark("a", { rev: 3, text: "new" }))[0]!.text).toBe("new");
  expect(takeComment(now, "d", remark("b")).map(({ id }) => id)).toEqual(["a", "b"]);
});

test("finds the words of a passage however its lines are broken, also where it was quoted by its beginning", () => {
  expect(standsIn("Eerst. Zo begint het. Dan.")("Zo begint\nhet.")).toBe(true);
  expect(standsIn("Zo begint het.")("Zo begint…")).toBe(true);
  expect(standsIn("Zo begint het.")("Zo begon")).toBe(false);
});
