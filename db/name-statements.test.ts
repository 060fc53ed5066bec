import { expect, test } from "vitest";
import { nameStatements } from "./name-statements";

test("names a statement from the third time on, always the same way, and leaves what came once alone", () => {
  const named = nameStatements();
  const name = (text: string) => named({ text }).name;
  expect([name("select 1"), name("select 1"), name("select 1"), name("select 1")]).toEqual([undefined, undefined, "leerhoek_1", "leerhoek_1"]);
  for (let length = 0; length < 5_000; length += 1) expect(name(`select ${"$1,".repeat(length % 7)} ${length}`)).toBeUndefined();
  expect([name("select 2"), name("select 2"), name("select 2")]).toEqual([undefined, undefined, "leerhoek_2"]);
});

test.each(["search @@ $1::tsquery", "name ILIKE $1", "word % $1"])("leaves a search alone, of which the best plan depends on the words: %s", (condition) => {
  const named = nameStatements();
  const names = Array.from({ length: 5 }, () => named({ text: `select from message where ${condition}` }).name);
  expect(names.filter(Boolean)).toEqual([]);
});

test("stops at four hundred names, so that a connection's memory has an end", () => {
  const named = nameStatements();
  const names = new Set<string | undefined>();
  for (let text = 0; text < 1_000; text += 1) for (let time = 0; time < 3; time += 1) names.add(named({ text: `select ${text}` }).name);
  names.delete(undefined);
  expect(names.size).toBe(400);
});
