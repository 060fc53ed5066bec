import { inflateRawSync } from "node:zlib";
import { zipFault } from "../check-zip";

/** What stands in a packed file, by path. @throws Error for one that is damaged. */
export function unzip(file: Uint8Array): Map<string, Buffer> {
  const fault = zipFault(file, 100_000_000);
  if (fault) throw new Error(fault);
  const bytes = Buffer.from(file);
  const found = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(bytes.length - 6);
  for (let left = bytes.readUInt16LE(bytes.length - 12); left > 0; left -= 1) {
    const [method, packed, name, extra, comment, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + packed);
    found.set(bytes.toString("utf8", at + 46, at + 46 + name), method === 8 ? inflateRawSync(content) : content);
    at += 46 + name + extra + comment;
  }
  return found;
}
