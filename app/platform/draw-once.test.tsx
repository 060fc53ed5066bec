import { renderToString } from "react-dom/server";
import { beforeEach, expect, test } from "vitest";
import { useLanguage, WordsProvider } from "./define-words";
import { keepDrawn } from "./draw-once.server";
import { DrawnOnce, DrawOnceContext } from "./drawn-once";

let drawn: string[] = [];
beforeEach(() => (drawn = []));

function Line({ name, lines }: { name: string; lines: string[] }) {
  drawn.push(name);
  return (
    <p title={useLanguage()}>
      {name}: {lines.length} {lines.map((line) => <span key={line}>{line} &amp; meer</span>)}
    </p>
  );
}
const other = ({ name }: { name: string; lines: string[] }) => <b>{name}</b>;

test("makes the markup once for the same part, properties and language, and anew for any other", () => {
  const draw = keepDrawn();
  const first = draw(Line, { name: "Noor", lines: ["a"] }, "nl");
  expect(draw(Line, { name: "Noor", lines: ["a"] }, "nl")).toBe(first);
  expect(drawn).toEqual(["Noor"]);
  const all = [first, draw(Line, { name: "Noor", lines: ["a"] }, "fr"), draw(Line, { name: "Noor", lines: ["b"] }, "nl"), draw(other, { name: "Noor", lines: ["a"] }, "nl")];
  expect(new Set(all).size).toBe(4);
  expect(drawn).toEqual(["Noor", "Noor", "Noor"]);
});

test("a browser, which makes the part itself, finds the very same markup", () => {
  const page = (
    <WordsProvider language="fr">
      <DrawnOnce part={Line} properties={{ name: "<Noor>", lines: ["één", "twee"] }} />
    </WordsProvider>
  );
  const inServer = renderToString(<DrawOnceContext.Provider value={keepDrawn()}>{page}</DrawOnceContext.Provider>);
  expect(inServer).toContain('title="fr"');
  expect(inServer).toContain("&lt;Noor&gt;");
  expect(inServer).toBe(renderToString(page));
});

test("keeps no more than it may, and lets go of what was not asked for longest", () => {
  const draw = keepDrawn(300);
  const ask = (name: string) => draw(Line, { name, lines: [] }, "nl");
  for (const name of ["a", "b", "c", "a", "d", "e", "f", "g"]) ask(name);
  drawn = [];
  ask("g");
  expect(drawn).toEqual([]);
  ask("b");
  expect(drawn).toEqual(["b"]);
});
