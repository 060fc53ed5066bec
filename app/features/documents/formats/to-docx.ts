import { AlignmentType, Document, ExternalHyperlink, HeadingLevel, ImageRun, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type IParagraphOptions, type ParagraphChild } from "docx";
import { addressOf, type ContentNode } from "../content";
import type { FilePicture, FileWords } from "./file-words";
import { wayOf } from "./way-of";

type Block = Paragraph | Table;
/** Where a block stands: in a list that deep, in a quote. */
interface Place {
  list?: { reference: string; level: number };
  quote?: boolean;
}

const levels = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;
const wordsOf = (node: ContentNode, name: string) => (typeof node.attrs?.[name] === "string" ? node.attrs[name].trim() : "");

/** Makes the file of one text; numbered lists each count from one. */
class Writer {
  numbered = 0;
  constructor(readonly words: FileWords) {}

  blocks(node: ContentNode, place: Place): Block[] {
    return (node.content ?? []).flatMap((child) => wayOf(docxBlocks, child.type)?.(child, this, place) ?? []);
  }

  paragraph(children: ParagraphChild[], place: Place, more: Partial<IParagraphOptions> = {}): Block[] {
    return [new Paragraph({ children, ...(place.quote ? { style: "Quote" } : {}), ...(place.list ? { numbering: place.list } : {}), ...more })];
  }

  list(node: ContentNode, place: Place, kind: "bullets" | "steps"): Block[] {
    const level = Math.min(8, (place.list?.level ?? -1) + 1);
    const reference = kind === "bullets" ? "bullets" : level === 0 ? `steps-${(this.numbered += 1)}` : `steps-${Math.max(1, this.numbered)}`;
    return (node.content ?? []).flatMap((item) => this.blocks(item, { ...place, list: { reference, level } }));
  }

  runs(content: readonly ContentNode[], before = ""): ParagraphChild[] {
    const made: ParagraphChild[] = before ? [new TextRun(before)] : [];
    for (const node of content) {
      if (node.type === "hardBreak") made.push(new TextRun({ break: 1 }));
      if (node.type === "mention") made.push(new TextRun(this.words.nameOf(node)));
      if (node.type !== "text" || !node.text) continue;
      const has = (type: string) => node.marks?.some((mark) => mark.type === type) ?? false;
      const link = node.marks?.find((mark) => mark.type === "link");
      const href = link ? addressOf(link) : null;
      const run = new TextRun({ text: node.text, bold: has("bold") || undefined, italics: has("italic") || undefined, ...(href !== null ? { style: "Hyperlink" } : has("code") ? { style: "Code" } : {}) });
      made.push(href === null ? run : new ExternalHyperlink({ link: href, children: [run] }));
    }
    return made;
  }
}

/** Each element of a text in a Word file; a test sees that none is missing. */
export const docxBlocks: Readonly<Record<string, (node: ContentNode, writer: Writer, place: Place) => Block[]>> = {
  paragraph: (node, writer, place) => writer.paragraph(writer.runs(node.content ?? []), place),
  heading: (node, writer) => [new Paragraph({ heading: levels[node.attrs?.["level"] as 2] ?? levels[4], children: writer.runs(node.content ?? []) })],
  bulletList: (node, writer, place) => writer.list(node, place, "bullets"),
  orderedList: (node, writer, place) => writer.list(node, place, "steps"),
  taskList: (node, writer, place) => writer.blocks(node, place),
  taskItem: (node, writer, place) => {
    const [first, ...rest] = node.content ?? [];
    const sign = node.attrs?.["checked"] === true ? "☑ " : "☐ ";
    if (first?.type !== "paragraph") return [...writer.paragraph(writer.runs([], sign), place), ...writer.blocks(node, place)];
    return [...writer.paragraph(writer.runs(first.content ?? [], sign), place), ...writer.blocks({ type: "doc", content: rest }, place)];
  },
  listItem: (node, writer, place) => writer.blocks(node, place),
  blockquote: (node, writer, place) => writer.blocks(node, { ...place, quote: true }),
  table: (node, writer) => {
    const rows = (node.content ?? []).filter(({ content }) => (content ?? []).length > 0);
    return rows.length === 0 ? [] : [new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: rows.map((row) => new TableRow({ ...(row.content!.every(({ type }) => type === "tableHeader") ? { tableHeader: true } : {}), children: row.content!.map((cell) => cellOf(cell, writer)) })) })];
  },
  tableRow: (node, writer, place) => writer.blocks(node, place),
  tableCell: (node, writer, place) => writer.blocks(node, place),
  tableHeader: (node, writer, place) => writer.blocks(node, place),
  callout: (node, writer, place) => [...above(node, writer, place), ...writer.blocks(node, place)],
  learningBlock: (node, writer, place) => [...above(node, writer, place), ...writer.blocks(node, place)],
  details: (node, writer, place) => writer.blocks(node, place),
  detailsSummary: (node, writer, place) => writer.paragraph(writer.runs((node.content ?? []).map((child) => ({ ...child, marks: [...(child.marks ?? []), { type: "bold" }] }))), place),
  image: (node, writer, place) => {
    const picture = writer.words.pictureOf(node);
    if (picture) return writer.paragraph([imageOf(picture, node.attrs?.["decorative"] === true ? "" : wordsOf(node, "alt"))], place);
    return wordsInstead(node, writer, place);
  },
  embed: (node, writer, place) => {
    const href = addressOf(node);
    return href === null ? [] : writer.paragraph(writer.runs([{ type: "text", text: wordsOf(node, "title") || href, marks: [{ type: "link", attrs: { href } }] }]), place);
  },
  horizontalRule: () => [],
};

function wordsInstead(node: ContentNode, writer: Writer, place: Place): Block[] {
  return wordsOf(node, "alt") ? writer.paragraph([new TextRun({ text: wordsOf(node, "alt"), italics: true })], place) : [];
}

/** What a picture takes at most on paper, in pixels. */
const box = { width: 600, height: 700 };

function imageOf({ data, width, height }: FilePicture, alt: string): ImageRun {
  const scale = Math.min(1, box.width / width, box.height / height);
  return new ImageRun({ type: "jpg", data, transformation: { width: Math.round(width * scale) || 1, height: Math.round(height * scale) || 1 }, altText: { name: alt.slice(0, 60), title: "", description: alt } });
}

function above(node: ContentNode, writer: Writer, place: Place): Block[] {
  return writer.paragraph([new TextRun({ text: writer.words.above(node), bold: true })], place, { keepNext: true });
}

function cellOf(cell: ContentNode, writer: Writer): TableCell {
  const size = (name: string) => (Number.isInteger(cell.attrs?.[name]) && (cell.attrs![name] as number) > 1 ? (cell.attrs![name] as number) : undefined);
  const children = writer.blocks(cell, {});
  // A cell must end with a paragraph, or Word calls the file damaged.
  if (!(children.at(-1) instanceof Paragraph)) children.push(new Paragraph({}));
  return new TableCell({ children, columnSpan: size("colspan"), rowSpan: size("rowspan") });
}

const steps = (reference: string) => ({ reference, levels: Array.from({ length: 9 }, (_, level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, alignment: AlignmentType.START, style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } } })) });
const bullets = { reference: "bullets", levels: Array.from({ length: 9 }, (_, level) => ({ level, format: LevelFormat.BULLET, text: "•", alignment: AlignmentType.START, style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } } })) };

/** A language as word processors, and what reads aloud, know it. */
const regions: Readonly<Record<string, string>> = { nl: "nl-BE", fr: "fr-BE", en: "en-GB" };

/** A text as a Word file, with its title above and where it comes from below. */
export async function docxOf(content: ContentNode, words: FileWords): Promise<Uint8Array> {
  const writer = new Writer(words);
  const body = writer.blocks(content, {});
  const document = new Document({
    title: words.title,
    styles: { ...(words.lang ? { default: { document: { run: { language: { value: regions[words.lang] ?? words.lang } } } } } : {}), characterStyles: [{ id: "Code", name: "Code", run: { font: "Courier New" } }], paragraphStyles: [{ id: "Quote", name: "Quote", basedOn: "Normal", run: { italics: false }, paragraph: { indent: { left: 720 } } }] },
    numbering: { config: [bullets, ...Array.from({ length: Math.max(1, writer.numbered) }, (_, index) => steps(`steps-${index + 1}`))] },
    sections: [{ children: [new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(words.title)] }), ...body, ...(words.source ? [new Paragraph({ style: "Source", children: [new TextRun({ text: words.source, size: 18 })] })] : [])] }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
