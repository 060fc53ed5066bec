import fc from "fast-check";
import type { ContentNode } from "../../content";
import { calloutKinds, learningKinds } from "../../content-rules";
import { fates, type Format } from "../loss";

const words = fc.array(fc.constantFrom("samen", "Leren", "é", "👩‍🌾", "*ster*", "_laag_", "<b>", "&amp;", "1.", "-", "#", "|", "`x", "[a](b)", "\\", "ij", "~~", "+", "!", "{}", "10)", ":", "==="), { minLength: 1, maxLength: 4 }).map((list) => list.join(" "));
const addresses = fc.constantFrom("https://example.org/a?b=c&d=(e)", "mailto:hulp@example.org", "http://example.org/%20x");

/** Content as the importer leaves it, of what this format carries: no blank ends, neighbours with the same marks joined. */
export function anyContent(format: Format): fc.Arbitrary<ContentNode> {
  const kept = (type: string) => fates[format][type] === "kept";
  const marks = fc.record({ link: fc.option(addresses, { freq: 4 }), bold: fc.boolean(), italic: fc.boolean(), code: fc.boolean() }).map(({ link, bold, italic, code }) => {
    // Markdown and Word have one look for a link: what is typed as code in it is a link alone.
    const list = [...(link && !code ? [{ type: "link", attrs: { href: link } }] : []), ...(bold && !code ? [{ type: "bold" }] : []), ...(italic && !code && !bold ? [{ type: "italic" }] : []), ...(code ? [{ type: "code" }] : [])];
    return list;
  });
  const run = (breaks: boolean) =>
    fc.array(fc.record({ words, marks, breaks: fc.boolean() }), { minLength: 1, maxLength: 3 }).map((pieces) =>
      pieces.flatMap(({ words: text, marks: list, breaks: cut }, index): ContentNode[] => [
        ...(index === 0 ? [] : cut && breaks ? [{ type: "hardBreak" }] : [{ type: "text", text: " en " }]),
        { type: "text", text, ...(list.length > 0 ? { marks: list } : {}) },
      ]),
    ).map(join);
  const paragraph = run(true).map((content): ContentNode => ({ type: "paragraph", content }));
  const headingOf = fc.record({ level: fc.integer({ min: 2, max: 4 }), content: run(false) }).map(({ level, content }): ContentNode => ({ type: "heading", attrs: { level }, content }));
  const { block } = fc.letrec<{ block: ContentNode; inside: ContentNode[] }>((tie) => {
    const inside = fc.oneof({ depthSize: "small" }, { weight: 3, arbitrary: paragraph.map((one) => [one]) }, { weight: 1, arbitrary: fc.tuple(paragraph, tie("block") as fc.Arbitrary<ContentNode>).map(([first, then]) => [first, then]) });
    const items = (type: string) => fc.array(inside.filter((blocks) => format !== "docx" || blocks.every(({ type: one }) => one !== "blockquote" && one !== "table" && one !== "heading")).map((content): ContentNode => ({ type, content: format === "docx" ? firstAndLists(content) : content })), { minLength: 1, maxLength: 3 });
    const cell = (type: string) => paragraph.map((one): ContentNode => ({ type, content: [{ type: "paragraph", content: one.content!.filter(({ type: node }) => node !== "hardBreak").length ? join(one.content!.map((node) => (node.type === "hardBreak" ? { type: "text", text: " " } : node))) : one.content! }] }));
    const rowOf = (type: string, across: number) => fc.array(cell(type), { minLength: across, maxLength: across }).map((content): ContentNode => ({ type: "tableRow", content }));
    const table = fc.integer({ min: 1, max: 3 }).chain((across) => fc.tuple(rowOf("tableHeader", across), fc.array(rowOf("tableCell", across), { minLength: 1, maxLength: 2 })).map(([head, rest]): ContentNode => ({ type: "table", content: [head, ...rest] })));
    const kinds: fc.Arbitrary<ContentNode>[] = [paragraph, headingOf, items("listItem").map((content) => ({ type: "bulletList", content })), fc.record({ content: items("listItem"), start: fc.integer({ min: 0, max: 40 }) }).map(({ content, start }) => ({ type: "orderedList", attrs: { start: format === "docx" ? 1 : start }, content }))];
    kinds.push(format === "docx" ? paragraph.map((one) => ({ type: "blockquote", content: [one] })) : inside.map((content) => ({ type: "blockquote", content })));
    kinds.push(table);
    if (kept("horizontalRule")) kinds.push(fc.constant({ type: "horizontalRule" }));
    if (kept("taskList")) kinds.push(fc.array(fc.record({ content: inside, checked: fc.boolean() }).map(({ content, checked }): ContentNode => ({ type: "taskItem", attrs: { checked }, content })), { minLength: 1, maxLength: 3 }).map((content) => ({ type: "taskList", content })));
    if (kept("callout")) kinds.push(fc.record({ kind: fc.constantFrom(...calloutKinds), content: inside }).map(({ kind, content }) => ({ type: "callout", attrs: { kind }, content })));
    if (kept("details")) kinds.push(fc.record({ summary: run(false), content: inside }).map(({ summary, content }) => ({ type: "details", content: [{ type: "detailsSummary", content: summary }, ...content] })));
    if (kept("learningBlock")) kinds.push(fc.record({ kind: fc.constantFrom(...learningKinds), minutes: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }), groupSize: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }), content: inside }).map(({ content, ...attrs }) => ({ type: "learningBlock", attrs: Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== undefined)), content })));
    return { block: fc.oneof({ depthSize: "small", withCrossShrink: true }, ...(kinds as [fc.Arbitrary<ContentNode>])), inside };
  });
  return fc.array(block, { minLength: 1, maxLength: 5 }).map((content): ContentNode => ({ type: "doc", content: apart(content) }));
}

/** In a Word file the blocks of an item after its first paragraph are items of their own; lists in it stay. */
function firstAndLists(content: ContentNode[]): ContentNode[] {
  return content.filter(({ type }, index) => index === 0 || type === "bulletList" || type === "orderedList");
}

/** Two lists, or two quotes, one after another are one in a file: a paragraph stands between them. */
function apart(content: ContentNode[]): ContentNode[] {
  const group = (type: string) => (type.endsWith("List") ? "list" : type);
  return content.flatMap((one, index) => (index > 0 && group(content[index - 1]!.type) === group(one.type) && group(one.type) !== "paragraph" ? [{ type: "paragraph", content: [{ type: "text", text: "tussen" }] }, one] : [one]));
}

const same = (a: ContentNode, b: ContentNode) => JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);
function join(run: ContentNode[]): ContentNode[] {
  const made: ContentNode[] = [];
  for (const node of run) {
    const last = made.at(-1);
    if (last?.type === "text" && node.type === "text" && same(last, node)) made[made.length - 1] = { ...last, text: last.text! + node.text! };
    else made.push(node);
  }
  return made;
}
