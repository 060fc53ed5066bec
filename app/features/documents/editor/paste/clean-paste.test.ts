import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ContentNode } from "../../content";

// In a real browser: only there is markup read as it is when somebody pastes.
const contents = `
  import { DOMParser as Reader } from "@tiptap/pm/model";
  import { contentSchema } from "../../schema";
  import { cleanPaste } from "./clean-paste";
  const schema = contentSchema();
  window.paste = (html) => {
    const { html: clean, pictures } = cleanPaste(html);
    const holder = new DOMParser().parseFromString(clean, "text/html").body;
    const root = Reader.fromSchema(schema).parse(holder);
    root.check();
    return { pictures, content: root.toJSON() };
  };
`;

let browser: Browser;
let page: Page;
const asked: string[] = [];

beforeAll(async () => {
  const script = await build({ stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "ts" }, bundle: true, write: false, format: "iife" });
  const executablePath = process.env["CHROMIUM_PATH"];
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
  page = await browser.newPage();
  page.on("request", (request) => asked.push(request.url()));
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.addScriptTag({ content: script.outputFiles[0]!.text });
}, 60_000);
afterAll(() => browser.close());

const paste = (html: string) => page.evaluate((given) => (window as unknown as { paste: (html: string) => { pictures: number; content: ContentNode } }).paste(given), html);

/** As a sketch: elements with what is in them, marks as letters. */
function sketch({ type, attrs, content = [], text, marks = [] }: ContentNode): string {
  if (type === "text") return marks.reduceRight((inner, mark) => `${mark.type[0]}(${inner}${mark.type === "link" ? `→${String(mark.attrs!["href"])}` : ""})`, text ?? "");
  const more = type === "heading" ? String(attrs!["level"]) : attrs?.["checked"] === true ? "✓" : attrs?.["colspan"] === 2 ? "2" : "";
  return `${type}${more}[${content.map(sketch).join(type === "paragraph" || type === "heading" ? "" : " ")}]`;
}
const pasted = async (html: string) => sketch((await paste(html)).content);

const wordItem = (level: number, sign: string, words: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${36 * level}.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span lang=NL style='font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=NL>${words}<o:p></o:p></span></p>`;

it("makes real lists of what Word writes as paragraphs, and leaves its styles behind", async () => {
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-unhide:no; font-size:11.0pt;} --></style><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body lang=NL><!--StartFragment--><h1 style='mso-outline-level:1'>Fietsen<o:p></o:p></h1><p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=NL>Wat</span></b> je <i>nodig</i> hebt:<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>${wordItem(1, "·", "band")}${wordItem(2, "o", "binnenband")}${wordItem(1, "·", "lijm")}<p class=MsoNormal>Dan:</p>${wordItem(1, "1.", "plakken")}${wordItem(1, "2.", "pompen")}<!--EndFragment--></body></html>`;
  expect(await pasted(html)).toBe(
    "doc[heading2[Fietsen] paragraph[b(Wat) je i(nodig) hebt:] bulletList[listItem[paragraph[band] bulletList[listItem[paragraph[binnenband]]]] listItem[paragraph[lijm]]] paragraph[Dan:] orderedList[listItem[paragraph[plakken]] listItem[paragraph[pompen]]]]",
  );
});

it("does not make everything bold that comes from Google Docs, and keeps what is", async () => {
  const html = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1b2c3d4e-7fff"><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">Gewoon en </span><span style="font-weight:700;">vet</span></p><ul style="padding-inline-start:48px;"><li dir="ltr" role="checkbox" aria-checked="true" aria-level="1"><p role="presentation"><span>gedaan</span></p></li><li dir="ltr" role="checkbox" aria-checked="false" aria-level="1"><p role="presentation"><span>nog niet</span></p></li></ul><ol><li><p>een</p></li><ol><li><p>een a</p></li></ol></ol></b>`;
  expect(await pasted(html)).toBe("doc[paragraph[Gewoon en b(vet)] taskList[taskItem✓[paragraph[gedaan]] taskItem[paragraph[nog niet]]] orderedList[listItem[paragraph[een] orderedList[listItem[paragraph[een a]]]]]]");
});

it("takes over what LibreOffice writes: fonts go, a table stays", async () => {
  const html = `<!DOCTYPE html><html><head><style type="text/css">p { line-height: 115% }</style></head><body lang="nl-BE"><h2 class="western">Kop</h2><p style="margin-bottom: 0cm"><font face="Liberation Serif, serif"><font size="3"><b>Vet</b> woord</font></font></p><table width="100%" cellpadding="4"><caption>Wie doet wat</caption><colgroup><col width="128*"></colgroup><thead><tr><th width="50%"><p>Wat</p></th><th><p>Wie</p></th></tr></thead><tbody><tr><td colspan="2" style="border: 1px solid"><p>samen</p></td></tr></tbody></table></body></html>`;
  expect(await pasted(html)).toBe("doc[heading2[Kop] paragraph[b(Vet) woord] paragraph[Wie doet wat] table[tableRow[tableHeader[paragraph[Wat]] tableHeader[paragraph[Wie]]] tableRow[tableCell2[paragraph[samen]]]]]");
});

it("takes words, links and tasks of a web page, and nothing that runs, is hidden or is fetched", async () => {
  const html = `<div onclick="alert(1)" class="x"><script>alert(2)</script><h1 onmouseover=alert(3)>Titel</h1><h6>Klein</h6><p>Zie <a href="https://example.org" target=_top onclick="alert(4)">hier</a> en <a href="javascript:alert(5)">daar</a><span style="display:none">verborgen</span>.</p><img src="https://volg.example/pixel.gif" onerror="alert(6)"><img src="data:image/png;base64,AAAA"><img src="file:///C:/Users/a/Temp/msohtmlclip1/clip_image001.png"><svg onload="alert(7)"></svg><iframe src="https://example.org"></iframe><ul><li class="task-list-item"><input type="checkbox" checked disabled> klaar</li></ul></div>`;
  const { pictures, content } = await paste(html);
  expect(sketch(content)).toBe("doc[heading2[Titel] heading4[Klein] paragraph[Zie l(hier→https://example.org) en daar.] taskList[taskItem✓[paragraph[klaar]]]]");
  expect(pictures).toBe(4);
  expect(asked).toEqual([]);
});

it("keeps the words of a table in a table, and takes no half elements that would be refused afterwards", async () => {
  expect(await pasted("<table><tr><td>a<table><tr><td>b</td><td><p>c</p></td></tr></table></td></tr></table>")).toBe("doc[table[tableRow[tableCell[paragraph[a] paragraph[b] paragraph[c]]]]]");
  expect(await pasted('<p>x <span data-type="mention" data-person="nobody">@Jef</span></p><figure data-type="image" data-picture="1">foto</figure><div data-type="embed" data-href="javascript:alert(1)">film</div>')).toBe("doc[paragraph[x @Jef] paragraph[foto] paragraph[film]]");
});

it("leaves out signs that no text can hold, which would lock the editor", async () => {
  expect(await pasted("<p>a&#1;b&#11;c</p><p>d\u0008e</p>")).toBe("doc[paragraph[abc] paragraph[de]]");
});
