import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { WordsProvider } from "~/platform/define-words";
import { ProposeScreen } from "./propose-screen";
import type { ProposePage } from "./read-proposals.server";

it("names an empty line after the words before it, to the eye and in the link that changes it", () => {
  const piece = (key: string, text: string) => ({ key, level: 0, text, fixed: false });
  const page = {
    document: { id: "d", title: "De bus" },
    place: { accent: "rood" },
    readers: { kind: "group", members: 3 },
    pieces: [piece("a", " "), piece("b", "Neem de bus naar Ieper."), piece("c", ""), piece("d", "")],
    may: { propose: true },
    parts: [],
    hasDraft: false,
  } as unknown as ProposePage;
  const drawn = renderToStaticMarkup(<WordsProvider language="nl"><ProposeScreen page={page} /></WordsProvider>);
  const inRows = [...drawn.matchAll(/class="proposal__piece">(.*?)<\/div>/g)].map(([, row]) => row!.replace(/<[^>]+>/g, "|").split("|").filter((words) => words !== ""));
  expect(inRows).toEqual(["Lege regel", "Neem de bus naar Ieper.", "Lege regel na “Neem de bus naar Ieper.”", "Lege regel na “Neem de bus naar Ieper.”"].map((words) => [words, "Pas aan", `: ${words}`]));
});
