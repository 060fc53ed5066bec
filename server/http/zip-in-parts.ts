import type { Response } from "express";
import { promisify } from "node:util";
import { constants, crc32, deflateRaw, deflateRawSync } from "node:zlib";

/** What comes in sight of a large page, in bytes. */
const firstPart = 65_536;

/** Ends where a byte does, so that what was compressed by itself can follow. */
const byItself = { level: 1, finishFlush: constants.Z_SYNC_FLUSH };
const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
/** An empty last block. */
const last = Buffer.from([3, 0]);
const nothing = Buffer.alloc(0);

interface Zipped {
  begin: Buffer;
  rest: Buffer | Promise<Buffer>;
}
/** Bytes that are kept for many pages are compressed once, for as long as they are kept. */
const zipped = new WeakMap<Uint8Array, Zipped>();

/**
 * Sends a large page as gzip: its beginning at once, while the rest is compressed beside everything else. The rest of it stays
 * here for `headStart` milliseconds: a browser takes in all that has come before it draws anything of it, so what is read
 * first would stand on the screen later.
 * @param chunks the page, in which the same bytes as in an earlier page are the same object
 */
export async function zipInParts(chunks: Uint8Array[], response: Response, { write, end }: Pick<Response, "write" | "end">, headStart: number): Promise<void> {
  const page = chunks.filter(({ length }) => length > 0);
  let length = 0;
  const inSight = page.findIndex((chunk) => (length += chunk.length) >= firstPart) + 1;
  const parts = page.map(zipOf);
  write.call(response, Buffer.concat([header, ...parts.slice(0, inSight).map(({ begin }) => begin)]), "utf8");
  if (headStart > 0) await new Promise((done) => setTimeout(done, headStart));
  let sum = 0;
  let size = 0;
  for (const [index, { begin, rest }] of parts.entries()) {
    const more = [index < inSight ? nothing : begin, await rest];
    // Whoever asked may have left.
    if (response.destroyed) return;
    for (const part of more) if (part.length > 0) write.call(response, part, "utf8");
    sum = crc32(page[index]!, sum);
    size += page[index]!.length;
  }
  const foot = Buffer.alloc(8);
  foot.writeUInt32LE(sum);
  foot.writeUInt32LE(size, 4);
  end.call(response, Buffer.concat([last, foot]), "utf8");
}

/** Large bytes are remembered by what they are, not by what is in them. */
function zipOf(chunk: Uint8Array): Zipped {
  if (chunk.length <= firstPart) return { begin: deflateRawSync(chunk, byItself), rest: nothing };
  const known = zipped.get(chunk);
  if (known) return known;
  const rest = promisify(deflateRaw)(chunk.subarray(firstPart), byItself);
  rest.catch(() => zipped.delete(chunk));
  const made = { begin: deflateRawSync(chunk.subarray(0, firstPart), byItself), rest };
  zipped.set(chunk, made);
  return made;
}
