import { AppError } from "./codes";

export interface Upload {
  fields: Record<string, string>;
  /** Null when none was chosen. */
  file: Uint8Array | null;
  /** There was more of it than may come in: what is here is cut off. */
  tooLarge: boolean;
}

/** For the fields of the form and what stands between them. */
const besideTheFile = 64 * 1024;

/**
 * A form with one file. No more than `most` bytes of the file are kept in memory, however much is sent; the fields before
 * and behind it come through all the same, so that a form that came back holds what was typed. It may come without a file.
 * @throws AppError `invalid_input` for what no form of ours sends: another content type, a body that breaks off.
 */
export async function readUpload(request: Request, most: number): Promise<Upload> {
  const type = request.headers.get("Content-Type") ?? "";
  const { body, tail, whole } = await readBody(request, most + besideTheFile);
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]+)"?/i.exec(type)?.[1];
  // What is left of the file is followed by what stands behind the whole of it.
  const next = boundary === undefined ? -1 : tail.indexOf(`\r\n--${boundary}`);
  const form = await new Response(Buffer.concat([...body, ...(next < 0 ? [] : [tail.subarray(next)])]), { headers: { "Content-Type": type } }).formData().catch((cause: unknown) => {
    throw new AppError("invalid_input", {}, { cause });
  });
  const fields: Record<string, string> = {};
  let file: File | null = null;
  for (const [name, value] of form) {
    if (typeof value === "string") fields[name] ??= value;
    else if (value.size > 0) file ??= value;
  }
  return { fields: { ...fields }, file: file && new Uint8Array(await file.arrayBuffer()), tooLarge: !whole || (file?.size ?? 0) > most };
}

/** The first `most` bytes, and of what is left out the last ones. */
async function readBody(request: Request, most: number): Promise<{ body: Uint8Array[]; tail: Buffer; whole: boolean }> {
  const body: Uint8Array[] = [];
  let tail = Buffer.alloc(0);
  let kept = 0;
  let whole = true;
  if (!request.body) return { body, tail, whole };
  try {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      const fits = chunk.subarray(0, most - kept);
      if (fits.length > 0) body.push(fits);
      kept += fits.length;
      if (fits.length === chunk.length) continue;
      whole = false;
      tail = Buffer.concat([tail, chunk.subarray(fits.length)]).subarray(-besideTheFile);
    }
  } catch (cause) {
    throw new AppError("invalid_input", {}, { cause });
  }
  return { body, tail, whole };
}
