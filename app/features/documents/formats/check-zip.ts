import { inflateRawSync } from "node:zlib";

/** Why a packed file is not read. */
export type ZipFault = "damaged" | "too_large";

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * Unpacks every part of a zip once, to see what it really holds: the sizes that stand in it are its maker's. Parts that
 * are not stored or deflated, and files in several pieces, are not read. What tells its parts must stand exactly where it
 * says, for a program that looks for it elsewhere would unpack others than were seen here. @returns null when all of it together stays below `most` bytes.
 */
export function zipFault(file: Uint8Array, most: number, partsAtMost = 2_000): ZipFault | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let end = bytes.length - 22;
  for (const least = Math.max(0, end - 65_535); end >= least; end -= 1) if (bytes.readUInt32LE(end) === endSignature) break;
  if (end < 0 || bytes.length < 22 || bytes.readUInt32LE(end) !== endSignature) return "damaged";
  const parts = bytes.readUInt16LE(end + 10);
  if (parts > partsAtMost) return "too_large";
  let left = most;
  let at = bytes.readUInt32LE(end + 16);
  const isWhole = bytes.readUInt32LE(end + 4) === 0 && bytes.readUInt16LE(end + 8) === parts && at + bytes.readUInt32LE(end + 12) === end && end + 22 + bytes.readUInt16LE(end + 20) === bytes.length;
  if (!isWhole) return "damaged";
  for (let part = 0; part < parts; part += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) return "damaged";
    const [method, packed, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== localSignature) return "damaged";
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (from + packed > bytes.length) return "damaged";
    if (method === 0) left -= packed;
    else if (method === 8) {
      try {
        left -= inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(1, left) }).length;
      } catch (error) {
        return (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? "too_large" : "damaged";
      }
    } else return "damaged";
    if (left < 0) return "too_large";
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return at === end ? null : "damaged";
}
