import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitsAttributes, markRules, nodeRules } from "../content-rules";
import type { ContentNode } from "../content";
import { seedDoc } from "../worker/project";
import { zipFault } from "./check-zip";
import { fileWords } from "./file-words";
import { htmlPageOf } from "./html-page";
import { lossIn, lossOf } from "./loss";
import { fileLimits, readFile } from "./read-file";
import { goodAddress, hostileContent } from "./test/hostile-content";
import { docxOf } from "./to-docx";
import { markdownOf } from "./to-markdown";

const bytes = (text: string) => new TextEncoder().encode(text);
const p = (...content: (string | ContentNode)[]): ContentNode => ({ type: "paragraph", content: content.map((one) => (typeof one === "string" ? { type: "text", text: one } : one)) });
const given = { title: "Bus", source: "Door de groep", language: "nl" as const, people: {} };

/** Everything in it is known, with values that it may have. */
function unknownIn(node: ContentNode): string[] {
  const wrong = node.type === "text" ? (node.marks ?? []).filter((mark) => !markRules[mark.type] || !fitsAttributes(markRules[mark.type]!.attributes, mark.attrs ?? {})).map(({ type }) => type) : !nodeRules[node.type] || !fitsAttributes(nodeRules[node.type]!.attributes, node.attrs ?? {}) ? [node.type] : [];
  return [...wrong, ...(node.content ?? []).flatMap((child) => (nodeRules[node.type]?.children.includes(child.type === "text" ? "#text" : child.type) ? unknownIn(child) : [`${child.type} in ${node.type}`]))];
}

describe("a page of any program", () => {
  it("comes in as its words, and says what did not", async () => {
    const page = `<!doctype html><html><head><title>x</title><style>p{}</style></head><body><h1>De bus</h1><div><div><p>Neem de <b>bus <i>naar</i></b> <a href="https://example.org/a">huis</a> of <a href="javascript:alert(1)">hier</a>.</p></div>
      Los <u>woord</u><br>en meer<ul><li>een</li><ul><li>twee</li></ul></ul><ol start="4"><li><p>vier</p></li></ol><img src="https://spy.example/x.png" alt="foto"><script>alert(1)</script><iframe src="https://a.example"></iframe>
      <table><caption>Uren</caption><thead><tr><th>dag</th></tr></thead><tr><td colspan="2">maandag</td></tr></table><button>Koop</button><h5>Klein</h5><p>  </p></div></body></html>`;
    expect(await readFile(bytes(page))).toEqual({
      title: "De bus",
      lost: { address: 1, look: 1, picture: 1, script: 1, media: 1, control: 1 },
      content: {
        type: "doc",
        content: [
          p("Neem de ", { type: "text", text: "bus ", marks: [{ type: "bold" }] }, { type: "text", text: "naar", marks: [{ type: "bold" }, { type: "italic" }] }, " ", { type: "text", text: "huis", marks: [{ type: "link", attrs: { href: "https://example.org/a" } }] }, " of hier."),
          p("Los woord", { type: "hardBreak" }, "en meer"),
          { type: "bulletList", content: [{ type: "listItem", content: [p("een"), { type: "bulletList", content: [{ type: "listItem", content: [p("twee")] }] }] }] },
          { type: "orderedList", attrs: { start: 4 }, content: [{ type: "listItem", content: [p("vier")] }] },
          p("Uren"),
          { type: "table", content: [{ type: "tableRow", content: [{ type: "tableHeader", content: [p("dag")] }] }, { type: "tableRow", content: [{ type: "tableCell", attrs: { colspan: 2 }, content: [p("maandag")] }] }] },
          { type: "heading", attrs: { level: 4 }, content: [{ type: "text", text: "Klein" }] },
        ],
      },
    });
  });

  it("of any markup is content that the schema knows, and never more", () => {
    const tags = ["p", "div", "ul", "li", "ol", "table", "tr", "td", "th", "blockquote", "details", "summary", "h1", "h3", "b", "a href='javascript:x'", "a href='https://a.example'", "script", "style", "svg", "img onerror=x", "aside class='callout callout--zz'", "section class=learn data-minutes=9e9", "pre", "code", "input type=checkbox checked", "math", "template", "x-y", "ul class=tasks", "hr", "br", "figure", "p class=embed"];
    return fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.constantFrom(...tags.map((tag) => `<${tag}>`), ...tags.map((tag) => `</${tag.split(" ")[0]}>`)), fc.constantFrom("woord", " ", "&lt;script&gt;", "\u202e")), { maxLength: 60 }), async (parts) => {
        const read = await readFile(bytes(`<body>${parts.join("")}`));
        if ("fault" in read) throw new Error(read.fault);
        expect(unknownIn(read.content)).toEqual([]);
        seedDoc(read.content);
      }),
      { numRuns: 400, seed: 7 },
    );
  });
});

it("reads Markdown, with what it cannot carry named", async () => {
  expect(await readFile(bytes("# Bus\n\nNeem ~~de trein~~ **de bus**.\n\n- [x] ticket\n- [ ] jas\n\n![kaart](https://spy.example/k.png)\n\n<script>alert(1)</script>\n\nZie[^1] [hier](javascript:x) en [daar][a].\n\n[a]: https://example.org\n[^1]: Een noot.\n"))).toEqual({
    title: "Bus",
    lost: { look: 1, picture: 1, markup: 1, address: 1, note: 1 },
    content: {
      type: "doc",
      content: [
        p("Neem de trein ", { type: "text", text: "de bus", marks: [{ type: "bold" }] }, "."),
        { type: "taskList", content: [{ type: "taskItem", attrs: { checked: true }, content: [p("ticket")] }, { type: "taskItem", attrs: { checked: false }, content: [p("jas")] }] },
        p("Zie hier en ", { type: "text", text: "daar", marks: [{ type: "link", attrs: { href: "https://example.org" } }] }, "."),
        p("Een noot."),
      ],
    },
  });
});

it("takes Markdown in which somebody wrote markup for Markdown, and a page for a page from its first sign", async () => {
  expect(await readFile(bytes("# Moestuin\n\n<div align=center>logo</div>\n\n## Begin\n"))).toMatchObject({ title: "Moestuin", lost: { markup: 1 }, content: { content: [{ type: "heading" }] } });
  for (const before of ["", "\n", "<?xml version='1.0'?>\n", "<!-- bewaard uit een programma -->\n<!doctype html>\n", "<title>x</title>", "<x-y>", "<hr/>"]) expect(await readFile(bytes(`${before}<h1>Kop</h1><p># geen kop</p>`)), before).toMatchObject({ content: { content: expect.arrayContaining([p("# geen kop")]) } });
  expect(await readFile(bytes("<https://a.example> is het adres.\n\n# Kop\n"))).toMatchObject({ content: { content: [{ type: "paragraph" }, { type: "heading" }] } });
});

describe("a file that means harm", () => {
  const zipOf = (content: Buffer, claims = content.length) => {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30 + 1);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claims, 22);
    local.writeUInt16LE(1, 26);
    local.write("a", 30);
    const entry = Buffer.alloc(46 + 1);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims, 24);
    entry.writeUInt16LE(1, 28);
    entry.write("a", 46);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(entry.length, 12);
    end.writeUInt32LE(local.length + packed.length, 16);
    return Buffer.concat([local, packed, entry, end]);
  };

  it("is not unpacked beyond what it may hold, whatever size it claims", async () => {
    const bomb = zipOf(Buffer.alloc(fileLimits.unpacked + 1), 10);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readFile(bomb)).toEqual({ fault: "too_large" });
    expect(zipFault(zipOf(Buffer.from("klein")), 100)).toBeNull();
  });

  it("is not read where it could hold more than was seen of it", async () => {
    const word = Buffer.from(await docxOf({ type: "doc", content: [p("Neem de bus.")] }, fileWords(given)));
    const end = word.length - 22;
    const changed = (at: number, value: number) => {
      const other = Buffer.from(word);
      other.writeUInt16LE(value, end + at);
      return other;
    };
    expect(JSON.stringify(await readFile(word))).toContain("Neem de bus.");
    // One part told of many, parts told of elsewhere for large files, and a list that is looked for behind where it says.
    for (const other of [changed(10, 1), changed(8, 0xffff), changed(4, 0xffff), changed(12, 1), changed(20, 4), Buffer.concat([word, Buffer.alloc(4)]), Buffer.concat([Buffer.alloc(4), word])]) {
      expect(await readFile(other)).toEqual({ fault: "damaged" });
    }
  });

  it("brings no sign that cannot be kept", async () => {
    expect(await readFile(bytes("<p>a&#1;b&#11;c</p><details><summary>d&#2;</summary></details>"))).toMatchObject({ content: { content: [p("abc"), { content: [{ content: [{ text: "d" }] }, {}] }] } });
    expect(await readFile(bytes(`${"woord ".repeat(500)}a\u0001b`))).toMatchObject({ content: { content: [p(`${"woord ".repeat(500)}ab`)] } });
  });

  it("is refused when it is broken off, no text, too long or nested without end", async () => {
    const word = await docxOf({ type: "doc", content: [p("Neem de bus.")] }, fileWords(given));
    for (const wrong of [word.subarray(0, word.length / 2), bytes("PK\u0003\u0004"), zipOf(Buffer.from("geen Word")), new Uint8Array([1, 2, 3, 4])]) expect(await readFile(wrong)).toEqual({ fault: "damaged" });
    for (const wrong of ["a".repeat(1_000_001), `<body>${"<p>a".repeat(300_000)}`, "<body>" + "<div>".repeat(150_000), "> ".repeat(150_000) + "a", "- ".repeat(150_000) + "a", "[".repeat(150_000), "![".repeat(100_000)]) {
      const read = await readFile(bytes(wrong));
      expect("fault" in read ? read.fault : read.content.content!.length).toSatisfy((answer: unknown) => answer === "too_large" || answer === 1);
    }
  }, 60_000);
});

const addressesIn = (read: unknown) => [...JSON.stringify(read).matchAll(/"href":"([^"]*)"/g)].map(([, address]) => address);

it("no file runs a script, whatever the database holds", async () => {
  const page = htmlPageOf(hostileContent, { ...given, title: "</title><script>alert(1)</script>", source: "<script>" });
  expect(page).not.toMatch(/<script|<img|<svg|javascript:alert\(1\)"|<[^>]* on\w+=/i);
  expect(page).toContain("default-src &#x27;none&#x27;; img-src data:; style-src &#x27;unsafe-inline&#x27;");
  const markdown = markdownOf(hostileContent, fileWords({ ...given, title: "<script>alert(1)</script>" }));
  const again = await readFile(bytes(markdown));
  expect(again).toMatchObject({ lost: {} });
  expect(addressesIn(again)).toEqual([goodAddress]);
  const word = await readFile(await docxOf(hostileContent, fileWords(given)));
  expect(addressesIn(word)).toEqual([goodAddress]);
});

it("says what a file would lose, and takes nothing else from an address", () => {
  const content: ContentNode = { type: "doc", content: [{ type: "callout", attrs: { kind: "tip" }, content: [{ type: "horizontalRule" }] }, { type: "orderedList", attrs: { start: 3 }, content: [] }] };
  const inWord = { callout: 1, horizontalRule: 1, start: 1 };
  expect([lossOf(content, "html"), lossOf(content, "pdf"), lossOf(content, "markdown"), lossOf(content, "docx"), lossOf(content, "odt")]).toEqual([{}, {}, { callout: 1 }, inWord, inWord]);
  const opens = { type: "doc", content: [{ type: "details", content: [{ type: "detailsSummary" }, { type: "paragraph" }] }] };
  expect([lossOf(opens, "html"), lossOf(opens, "pdf")]).toEqual([{}, { details: 1 }]);
  expect(lossIn(new URLSearchParams("picture=2&script=-1&look=x&hack=3&__proto__=4"))).toEqual({ picture: 2 });
});
