import { inflateRawSync } from "node:zlib";

/** The files in a zip, by path, unpacked; enough for the bundles that we write ourselves. */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, nameLength, extra, comment, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
    const path = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const body = zip.subarray(start, start + packed);
    files.set(path, method === 0 ? Buffer.from(body) : inflateRawSync(body));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

/** Rows of a CSV by RFC 4180 as objects by column. */
export function readCsv(file: Buffer): Record<string, string>[] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const text = file.toString("utf8");
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[(at += 1)]!;
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ",") [cell] = [(rows.at(-1)!.push(cell), "")];
    else if (sign === "\n") {
      rows.at(-1)!.push(cell.replace(/\r$/, ""));
      rows.push([]);
      cell = "";
    } else cell += sign;
  }
  const [head = [], ...body] = rows.slice(0, -1);
  return body.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}
