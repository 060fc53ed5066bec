import { describe, expect, it } from "vitest";
import { limits } from "~/platform/limits";
import { randomFrom } from "~/platform/test/random";
import { buildTree, flatten, mayStandBeneath, place, stepsFrom, withBeneath, type Moved, type Place, type TreeNode, type TreeRow } from "./shape";

const row = (id: string, parentId: string | null = null, more: Partial<TreeRow> = {}): TreeRow => ({ id, parentId, position: null, createdAt: new Date(`2030-01-01T00:00:${String(id.charCodeAt(0) % 60).padStart(2, "0")}Z`), shown: true, ...more });
/** "a(b c(d))" */
const drawn = (nodes: TreeNode[]): string => nodes.map(({ row: { id }, children }) => (children.length > 0 ? `${id}(${drawn(children)})` : id)).join(" ");
const draw = (rows: TreeRow[]) => drawn(buildTree(rows));
const apply = (rows: TreeRow[], moved: Moved[]) => rows.map((one) => ({ ...one, ...moved.find(({ id }) => id === one.id) }));
function put(rows: TreeRow[], id: string, to: Place): TreeRow[] {
  const moved = place(rows, id, to);
  if (typeof moved === "string") throw new Error(moved);
  return apply(rows, moved);
}
const five = [row("a"), row("b", "a"), row("c", "a"), row("d", "c"), row("e")];

describe("the tree as readers see it", () => {
  it("puts those that nobody placed behind those that somebody did, in the order in which they were begun", () => {
    expect(draw([row("a"), row("b", null, { position: 2 }), row("c"), row("d", null, { position: 1 })])).toBe("d b a c");
    expect(draw(five)).toBe("a(b c(d)) e");
  });

  it("shows what stands beneath a text that is away in that text's place, and one whose parent is unknown at the top", () => {
    expect(draw(five.map((one) => (one.id === "a" ? { ...one, shown: false } : one)))).toBe("b c(d) e");
    expect(draw(five.map((one) => (["a", "c"].includes(one.id) ? { ...one, shown: false } : one)))).toBe("b d e");
    expect(draw([row("a"), row("b", "elsewhere")])).toBe("a b");
  });
});

describe("placing", () => {
  it("goes first, last and behind another one", () => {
    expect(draw(put(five, "e", { parent: "a", after: null }))).toBe("a(e b c(d))");
    expect(draw(put(five, "e", { parent: "a", after: "b" }))).toBe("a(b e c(d))");
    expect(draw(put(five, "e", { parent: "c", after: "last" }))).toBe("a(b c(d e))");
    expect(draw(put(five, "c", { parent: null, after: "a" }))).toBe("a(b) c(d) e");
  });

  it("changes nothing where it stands already, so sending it twice is sending it once", () => {
    const once = put(five, "e", { parent: "a", after: "b" });
    expect(place(once, "e", { parent: "a", after: "b" })).toEqual([]);
    expect(place(five, "a", { parent: null, after: null })).toEqual([]);
  });

  it("is refused beneath itself or what stands beneath it, and where no text stands or none is seen", () => {
    expect([place(five, "a", { parent: "a", after: "last" }), place(five, "a", { parent: "d", after: "last" })]).toEqual(["under_itself", "under_itself"]);
    expect([place(five, "e", { parent: "x", after: "last" }), place([...five, row("f", null, { shown: false })], "e", { parent: "f", after: "last" })]).toEqual(["not_found", "not_found"]);
    expect(place(five, "e", { parent: "a", after: "d" })).toBe("stale");
  });

  it("is refused beyond the deepest level, counted with what it brings, and where there are too many", () => {
    const deep = Array.from({ length: limits.documentTreeLevels }, (_, index) => row(String.fromCharCode(97 + index), index === 0 ? null : String.fromCharCode(96 + index)));
    const last = deep.at(-1)!.id;
    expect(place([...deep, row("z")], "z", { parent: last, after: "last" })).toBe("too_deep");
    expect(place([...deep, row("y"), row("z", "y")], "y", { parent: deep.at(-2)!.id, after: "last" })).toBe("too_deep");
    expect(place([...deep, row("z")], "z", { parent: deep.at(-2)!.id, after: "last" })).not.toBe("too_deep");
    const many = Array.from({ length: limits.documentsUnderOne }, (_, index) => row(`t${index}`, "a"));
    expect(place([row("a"), row("b"), ...many], "b", { parent: "a", after: "last" })).toBe("too_many_here");
    expect(place([row("a"), ...many], "t3", { parent: "a", after: null })).not.toBe("too_many_here");
  });
});

describe("places one tap away", () => {
  it("goes up, down and back a level, and not past the ends", () => {
    const go = (rows: TreeRow[], id: string, step: "up" | "down" | "out") => {
      const to = stepsFrom(rows, id)[step];
      return to && draw(put(rows, id, to));
    };
    expect(go(five, "c", "up")).toBe("a(c(d) b) e");
    expect(go(five, "b", "down")).toBe("a(c(d) b) e");
    expect(go(five, "d", "out")).toBe("a(b c d) e");
    expect(go(five, "c", "out")).toBe("a(b) c(d) e");
    expect([go(five, "a", "up"), go(five, "e", "down"), go(five, "a", "out"), go(five, "d", "up"), go(five, "d", "down")]).toEqual([null, null, null, null, null]);
  });

  it("passes by texts that readers do not see", () => {
    const rows = [row("a", null, { position: 1 }), row("b", null, { position: 2, shown: false }), row("c", null, { position: 3 }), row("d", null, { position: 4 })];
    expect(draw(put(rows, "c", stepsFrom(rows, "c").up!))).toBe("c a d");
    expect(draw(put(rows, "a", stepsFrom(rows, "a").down!))).toBe("c a d");
  });
});

it("stays a tree in which each text stands once, whatever is tried", () => {
  const { pick } = randomFrom(7);
  let rows = Array.from({ length: 9 }, (_, index) => row(String.fromCharCode(97 + index), null, { shown: index !== 4 }));
  const ids = rows.map(({ id }) => id);
  for (let turn = 0; turn < 2_000; turn += 1) {
    const moved = place(rows, pick(ids), { parent: pick([...ids, null]), after: pick([...ids, "last", null]) });
    if (typeof moved !== "string") rows = apply(rows, moved);
    const all = flatten(buildTree(rows));
    if (turn % 20 === 0) {
      const text = pick(rows);
      const found = all.filter(({ row: { id } }) => id !== text.parentId && typeof place(rows, text.id, { parent: id, after: "last" }) !== "string");
      expect(mayStandBeneath(rows, text.id).map(({ row: { id } }) => id)).toEqual(found.map(({ row: { id } }) => id));
    }
    expect(all.map(({ row: { id } }) => id).sort()).toEqual(ids.filter((id) => id !== "e"));
    expect(Math.max(...ids.map((id) => withBeneath(rows, id).length))).toBeLessThanOrEqual(9);
    expect(Math.max(...all.map(({ level }) => level))).toBeLessThanOrEqual(limits.documentTreeLevels);
  }
});
