import { expect, it } from "vitest";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

it("says everything in every language, with the same values filled in", () => {
  const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
  for (const other of [fr, en] as Record<string, string>[]) {
    expect(Object.keys(other).sort()).toEqual(Object.keys(nl).sort());
    for (const [key, text] of Object.entries(nl)) expect([key, values(other[key]!)]).toEqual([key, values(text)]);
  }
});
