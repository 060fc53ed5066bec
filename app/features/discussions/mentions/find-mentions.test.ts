import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMentions, mostMentions } from "~/features/groups/mentions/find-mentions";
import { rename } from "~/features/groups/mentions/rename-mentions";
import { namesIn } from "./mentions";

const person = (actorId: string, shownName: string, membershipId = `${actorId}000-`) => ({ actorId, shownName, membershipId });
const people = [person("noor", "Noor"), person("jan", "Jan Peeters"), person("zoe", "Zoë Van den Broecke"), person("obrien", "Pat O'Brien"), person("a1", "Mia", "a1b2c3"), person("b2", "Mia", "b2c3d4"), person("emoji", "🌻")];
const named = (text: string, staff = false) => findMentions(text, people, staff).map(({ at, length, actor }) => [text.slice(at, at + length), actor]);

describe("names in a text", () => {
  it.each([
    ["Dag @Noor!", [["@Noor", "noor"]]],
    ["@noor, @NOOR.", [["@noor", "noor"], ["@NOOR", "noor"]]],
    ["@Jan Peeters komt", [["@Jan Peeters", "jan"]]],
    ["@jan-peeters en @Jan", [["@jan-peeters", "jan"], ["@Jan", "jan"]]],
    ["(@zoe van den broecke)", [["@zoe van den broecke", "zoe"]]],
    ["**@Pat O’Brien**", [["@Pat O’Brien", "obrien"]]],
    ["@Mia", []],
    ["@Mia#b2c3 en @mia#ffff", [["@Mia#b2c3", "b2"]]],
    ["@Noortje @Onbekend jan@noor.be https://a.be/@noor @@noor", []],
    ["@Noor\nPeeters", [["@Noor", "noor"]]],
    ["@iedereen", []],
  ])("%j", (text, expected) => expect(named(text)).toEqual(expected));

  it("calls the whole group for staff alone, in each language", () => expect(named("@iedereen @groep @Everyone", true)).toEqual([["@iedereen", null], ["@groep", null], ["@Everyone", null]]));

  it("names a limited number of people", () => expect(named("@Noor ".repeat(mostMentions + 5))).toHaveLength(mostMentions));

  it("takes time in proportion to the text", () => {
    const from = performance.now();
    for (const piece of ["@", "@a ", "@Jan ", "@jan-", "a.", "@Mia#"]) findMentions(piece.repeat(200_000 / piece.length), people, true);
    expect(performance.now() - from).toBeLessThan(3_000);
  });
});

describe("another name in its place", () => {
  const mentions = [{ at: 0, length: 5, id: "a" }, { at: 9, length: 4, id: "b" }];
  it("moves what comes after it", () => {
    const renamed = rename("@Noor en @Jan.", mentions, ({ id }) => (id === "a" ? "@Eleonora" : null));
    expect(renamed).toEqual({ text: "@Eleonora en @Jan.", mentions: [{ at: 0, length: 9, id: "a" }, { at: 13, length: 4, id: "b" }] });
    expect(rename(renamed.text, renamed.mentions, ({ id }) => (id === "a" ? "@Noor" : null)).text).toBe("@Noor en @Jan.");
  });
  it("passes over places that the text does not have", () => expect(rename("@N", [{ at: 0, length: 5 }, { at: 0, length: 1 }, { at: 0, length: 2 }], () => "@x")).toEqual({ text: "@xN", mentions: [{ at: 0, length: 2 }] }));
  it("is undone by the names before, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("@Noor", "@Jan Peeters", " ", "😀", "tekst", "\n"), { maxLength: 30 }), (pieces) => {
        const text = pieces.join(" ");
        const found = findMentions(text, people, false);
        const before = found.map(({ at, length }) => text.slice(at, at + length));
        const renamed = rename(text, found.map((one, index) => ({ ...one, index })), ({ actor }) => `@${actor}!!`);
        for (const { at, length, actor } of renamed.mentions) expect(renamed.text.slice(at, at + length)).toBe(`@${actor}!!`);
        expect(rename(renamed.text, renamed.mentions, ({ index }) => before[index]!).text).toBe(text);
      }),
    );
  });
});

it("shows a name by what its bearer is called now", () => {
  const who = { id: "m", name: "Noor", staff: null, former: false };
  expect(namesIn("@Noor @groep", [{ at: 0, length: 5, who }, { at: 6, length: 6, who: null }], (author) => author.name ?? "")).toEqual(new Map([[0, { length: 5, text: "@Noor" }], [6, { length: 6, text: "@groep" }]]));
  expect(namesIn("x", undefined, () => "")).toBeUndefined();
});
