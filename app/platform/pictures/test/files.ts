import { randomBytes } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import type { Code } from "~/platform/codes";

/** A picture of one colour, of so many pixels. */
export function plainPicture(width: number, height: number, background = "#7aa2c8") {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** As a phone makes one: lying on its side, with where it was taken. */
export async function photo(width = 400, height = 300): Promise<Buffer> {
  return plainPicture(width, height).withExif({ IFD0: { Make: "Geheimtoestel", Artist: "Zoë Wissenaerts" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "50/1 51/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "2/1 53/1 0/1" } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}

const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG that says how large it is, whatever it holds. */
function declared(width: number, height: number, data = deflateSync(Buffer.alloc(1_000)), more: Buffer[] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([pngHead, chunk("IHDR", head), ...more, chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

/** The size in the frame header of a JPEG, overwritten. */
function jpegSaying(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg);
  const frame = changed.indexOf(Buffer.from([0xff, 0xc0]));
  changed.writeUInt16BE(height, frame + 5);
  changed.writeUInt16BE(width, frame + 7);
  return changed;
}

function webpSaying(webp: Buffer, side: number): Buffer {
  const changed = Buffer.from(webp);
  const frame = changed.indexOf(Buffer.from([0x9d, 0x01, 0x2a]));
  changed.writeUInt16LE(side, frame + 3);
  changed.writeUInt16LE(side, frame + 5);
  return changed;
}

async function moving(frames: number, side: number): Promise<Buffer> {
  const pixels = Buffer.concat(Array.from({ length: frames }, (_, frame) => Buffer.alloc(side * side * 3, frame % 2 ? 200 : 20)));
  return sharp(pixels, { raw: { width: side, height: side * frames, channels: 3, pageHeight: side } }).webp({ delay: 20 }).toBuffer();
}

export interface OddFile {
  name: string;
  bytes: Buffer;
  /** "drawn", or the code with which it is refused. */
  comes: "drawn" | Code;
}

const script = "<script>alert(document.cookie)</script>";

/** Files that somebody may send as a picture: right ones, odd ones and hostile ones. Made before the library is narrowed. */
export async function oddFiles(): Promise<OddFile[]> {
  const jpeg = await plainPicture(300, 200).jpeg().toBuffer();
  const png = await plainPicture(300, 200).png().toBuffer();
  const webp = await plainPicture(300, 200).webp().toBuffer();
  const noise = await sharp(randomBytes(600 * 400 * 3), { raw: { width: 600, height: 400, channels: 3 } }).jpeg().toBuffer();
  const text = (words: string) => Buffer.from(words, "utf8");
  const of = (comes: OddFile["comes"], files: Record<string, Buffer>) => Object.entries(files).map(([name, bytes]) => ({ name, bytes, comes }));
  return [
    ...of("drawn", {
      "a JPEG": jpeg,
      "a PNG": png,
      "a WebP": webp,
      "a photo with its place": await photo(),
      "one pixel": await plainPicture(1, 1).png().toBuffer(),
      "a thread of 1 by 8000": await plainPicture(1, 8_000).png().toBuffer(),
      "24 megapixels": await plainPicture(6_000, 4_000).jpeg().toBuffer(),
      "grey": await plainPicture(60, 40).grayscale().jpeg().toBuffer(),
      "in the colours of a printer": await plainPicture(60, 40).toColourspace("cmyk").jpeg().toBuffer(),
      "16 bits": await plainPicture(60, 40).toColourspace("rgb16").png().toBuffer(),
      "see-through": await sharp({ create: { width: 60, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer(),
      "with a palette": await plainPicture(60, 40).png({ palette: true }).toBuffer(),
      "in steps": await plainPicture(300, 200).jpeg({ progressive: true }).toBuffer(),
      "without loss": await plainPicture(60, 40).webp({ lossless: true }).toBuffer(),
      "moving, 200 images": await moving(200, 64),
      "a JPEG with a page behind it": Buffer.concat([jpeg, text(`<!doctype html>${script}`)]),
      "a JPEG with an archive behind it": Buffer.concat([jpeg, text("PK\u0003\u0004../../x.sh")]),
      "a JPEG with a script as its comment": Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0x00, script.length + 2]), text(script), jpeg.subarray(2)]),
      "a PNG with a page in its text": Buffer.concat([png.subarray(0, 33), chunk("tEXt", text(`Comment\u0000${script}`)), png.subarray(33)]),
    }),
    ...of("picture_kind", {
      "nothing": Buffer.alloc(0),
      "one byte": Buffer.from([0xff]),
      "a drawing": text(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" onload="alert(1)">${script}</svg>`),
      "a drawing that reads a file": text(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>`),
      "a page that is called .png": text(`<!doctype html>${script}`),
      "a GIF": await plainPicture(10, 10).gif().toBuffer(),
      "a TIFF": await plainPicture(10, 10).tiff().toBuffer(),
      "an AVIF": await plainPicture(64, 64).avif({ effort: 0 }).toBuffer(),
      "a PDF": text("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript>>>>endobj"),
      "an archive": text("PK\u0003\u0004../../x"),
      "a program": text("\u007fELF"),
      "PostScript": text("%!PS-Adobe-3.0 EPSF-3.0"),
      "a sound": Buffer.concat([text("RIFF"), Buffer.alloc(4), text("WAVEfmt ")]),
      "a BMP": Buffer.concat([text("BM"), Buffer.alloc(60)]),
      "a script that begins late": Buffer.concat([Buffer.alloc(3), jpeg]),
    }),
    ...of("picture_damaged", {
      "only the first bytes of a JPEG": jpeg.subarray(0, 3),
      "only the first bytes of a PNG": pngHead,
      "only the first bytes of a WebP": webp.subarray(0, 12),
      "half a JPEG": noise.subarray(0, noise.length >> 1),
      "half a PNG": png.subarray(0, png.length - 60),
      "half a WebP": webp.subarray(0, webp.length >> 1),
      "a page behind the first bytes of a PNG": Buffer.concat([pngHead, text(`<!doctype html>${script}`)]),
      "a drawing behind the first bytes of a JPEG": Buffer.concat([jpeg.subarray(0, 3), text("<svg xmlns='http://www.w3.org/2000/svg'/>")]),
      "a PNG without width": declared(0, 10),
      "a PNG that holds less than it says": declared(2_000, 2_000),
    }),
    ...of("picture_too_wide", {
      "a PNG of 30 000 by 30 000": declared(30_000, 30_000),
      "a JPEG of 65 500 by 65 500": jpegSaying(jpeg, 65_500, 65_500),
      "a WebP of 16 383 by 16 383": webpSaying(webp, 16_383),
      "one line more than 24 megapixels": await plainPicture(6_000, 4_001).png().toBuffer(),
    }),
    ...of("picture_too_large", { "one byte more than 10 MB": Buffer.concat([jpeg, Buffer.alloc(10 * 1024 * 1024 + 1 - jpeg.length)]) }),
  ];
}
