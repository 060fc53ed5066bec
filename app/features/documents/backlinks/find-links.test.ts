import { expect, it } from "vitest";
import type { ContentNode } from "../content";
import { textsLinkedIn } from "./find-links";

const [one, two, three] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222", "33333333-3333-4333-8333-333333333333"];
const linked = (href: unknown): ContentNode => ({ type: "text", text: "hier", marks: [{ type: "link", attrs: { href } }] });
const paragraph = (...content: ContentNode[]): ContentNode => ({ type: "paragraph", content });
const doc = (...content: ContentNode[]): ContentNode => ({ type: "doc", content });

it("finds links to texts wherever they stand, each once, with what comes behind the id", () => {
  const nested: ContentNode = { type: "bulletList", content: [{ type: "listItem", content: [paragraph(linked(`http://other.name/teksten/${two.toUpperCase()}/versies?versie=1#x`))] }] };
  const card: ContentNode = { type: "embed", attrs: { href: `https://leerhoek.example/teksten/${three}`, title: "Kaart" } };
  expect(textsLinkedIn(doc(paragraph(linked(`https://leerhoek.example/teksten/${one}`), linked(`https://leerhoek.example/teksten/${one}#tekst`)), nested, card)).sort()).toEqual([one, two, three]);
});

it("takes nothing else for a link to a text", () => {
  const hrefs = [`https://leerhoek.example/gesprekken/${one}`, `https://leerhoek.example/teksten/${one}0`, `mailto:/teksten/${one}`, `javascript:/teksten/${one}`, `/teksten/${one}`, "https://leerhoek.example/teksten/nieuw", 7, null, `https://leerhoek.example/x?next=/teksten/${one}`];
  expect(textsLinkedIn(doc(paragraph(...hrefs.map(linked)), { type: "embed", attrs: { href: 3 } }))).toEqual([]);
});

it("follows two hundred at most", () => {
  const id = (index: number) => `11111111-1111-4111-8111-${String(index).padStart(12, "0")}`;
  expect(textsLinkedIn(doc(paragraph(...Array.from({ length: 300 }, (_, index) => linked(`https://x.example/teksten/${id(index)}`)))))).toHaveLength(200);
});
