import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { limits } from "~/platform/limits";
import type { Ctx } from "~/platform/ctx.server";
import { codebook, dataPackage, participantColumns, readme, withdrawnColumns, type WrittenFile } from "./bundle-texts";
import { csvRow } from "./csv";
import type { ReleaseInputs } from "./release-inputs.server";
import { cellOf, columnsOf, factsInSlices, idsIn, ownersOf, valuesOf } from "./release-rows.server";
import { CellCount, type CellRules } from "./small-cells";
import { openStudyKey, pseudonymsUnder } from "./study-key.server";

export interface WrittenBundle {
  sha256: string;
  bytes: number;
  participants: number;
  events: number;
  suppressed: Record<string, number>;
  rows: { actorId: string; rows: number }[];
}

/** The same entry has the same bytes whenever it is written. */
const entry = { mtime: new Date("2000-01-01T00:00:00Z"), mode: 0o100644, compress: true } as const;

/**
 * Writes a release to a file, in two passes over the facts: how many people stand in each combination, then the rows.
 * Streams: what is held at once are one slice, a number per participant and the sizes of the combinations.
 * @param onProgress told how far it is, in percent; may throw to stop.
 * @returns null when fewer than five people would be in it; nothing is written then.
 */
export async function writeBundle(ctx: Ctx, inputs: ReleaseInputs, path: string, onProgress: (percent: number) => Promise<void>): Promise<WrittenBundle | null> {
  const far = (upTo: number) => Math.min(1, upTo / Math.max(1, inputs.snapshotFactId));
  const count = new CellCount();
  for await (const { facts, upTo } of factsInSlices(ctx, inputs)) {
    for (const row of facts) count.add(cellOf(inputs, row), row.actorId!);
    await onProgress(Math.floor(far(upTo) * 40));
  }
  const rules = count.decide();
  if (rules.participants.size < limits.participantsAtLeast) return null;
  const tally = new Tally();
  const events = eventLines(ctx, inputs, rules, tally, (upTo) => onProgress(40 + Math.floor(far(upTo) * 55)));
  const whole = await zipTo(path, async (zip) => {
    const files = [await addStream(zip, "data/events.csv", events)];
    const pseudonym = pseudonymsOf(ctx, inputs);
    const add = (name: string, text: string) => files.push(addText(zip, name, text));
    const people = [...tally.rows].map(([actorId, rows]) => ({ person: pseudonym("person", actorId), rows })).sort(byPerson);
    add("data/participants.csv", table(participantColumns, people.map((one) => [one.person, one.rows])));
    const gone = inputs.withdrawn.map((one) => ({ person: pseudonym("person", one.actorId), last: one.lastRelease })).sort(byPerson);
    add("withdrawn.csv", table(withdrawnColumns, gone.map((one) => [one.person, one.last])));
    add("codebook.csv", codebook(inputs.fields));
    add("datapackage.json", dataPackage({ name: inputs.study.slug, fields: inputs.fields, files: [...files], snapshotFactId: inputs.snapshotFactId }));
    add("README.md", readme({ study: inputs.study.slug, snapshot: inputs.snapshotFactId, participants: people.length, events: tally.events, least: limits.smallCell }));
    add("suppression_report.json", `${JSON.stringify({ least: limits.smallCell, over: ["area", "role", "audience"], ...tally.suppressed }, null, 2)}\n`);
    add("MANIFEST.sha256", files.map((one) => `${one.sha256}  ${one.path}\n`).join(""));
  });
  const rows = [...tally.rows].map(([actorId, n]) => ({ actorId, rows: n }));
  return { ...whole, participants: rows.length, events: tally.events, suppressed: tally.suppressed, rows };
}

const byPerson = (a: { person: string }, b: { person: string }) => (a.person < b.person ? -1 : 1);
const table = (columns: { name: string }[], rows: (string | number)[][]) => [csvRow(columns.map((column) => column.name)), ...rows.map(csvRow)].join("");

function pseudonymsOf(ctx: Ctx, { study }: ReleaseInputs) {
  if (study.wrappedKey === null) throw new Error("the key of the study is not there");
  return pseudonymsUnder(openStudyKey(ctx.house, study.id, study.wrappedKey));
}

/** What was written and what was not. */
class Tally {
  events = 0;
  rows = new Map<string, number>();
  suppressed = { area_emptied: 0, role_emptied: 0, audience_emptied: 0, rows_left_out: 0, second_persons_emptied: 0 };
}

async function* eventLines(ctx: Ctx, inputs: ReleaseInputs, rules: CellRules, tally: Tally, onSlice: (upTo: number) => Promise<void>): AsyncGenerator<string> {
  const pseudonym = pseudonymsOf(ctx, inputs);
  yield csvRow(columnsOf(inputs));
  for await (const { facts, upTo } of factsInSlices(ctx, inputs)) {
    const owners = await ownersOf(ctx, idsIn(inputs, facts));
    const lines: string[] = [];
    for (const row of facts) {
      const before = cellOf(inputs, row);
      const cell = rules.fateOf(before);
      if (cell === "left-out") {
        tally.suppressed.rows_left_out += 1;
        continue;
      }
      for (const key of ["area", "role", "audience"] as const) if (cell[key] !== before[key]) tally.suppressed[`${key}_emptied`] += 1;
      tally.events += 1;
      tally.rows.set(row.actorId!, (tally.rows.get(row.actorId!) ?? 0) + 1);
      lines.push(csvRow(valuesOf(inputs, row, cell, { pseudonym, owners, onEmptied: () => (tally.suppressed.second_persons_emptied += 1) })));
    }
    await onSlice(upTo);
    if (lines.length > 0) yield lines.join("");
  }
}

/** Writes a zip to a file, and its checksum. The file is whole, or an error was thrown. */
async function zipTo(path: string, fill: (zip: ZipFile) => Promise<void>): Promise<{ sha256: string; bytes: number }> {
  // Opened before anything can fail: a file that comes into being after the caller took it away would stay.
  const file = (await open(path, "w", 0o600)).createWriteStream({ flush: true });
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const hash = createHash("sha256");
  let bytes = 0;
  const measured = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  // A source that fails is told by its own promise; the zip would end the process if nobody listened.
  zip.on("error", () => undefined);
  const written = pipeline(output, measured, file);
  const filled = fill(zip).then(
    () => zip.end(),
    (error: unknown) => void output.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  await Promise.all([written, filled]);
  return { sha256: hash.digest("hex"), bytes };
}

async function addStream(zip: ZipFile, path: string, chunks: AsyncIterable<string>): Promise<WrittenFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  const measured = async function* () {
    for await (const chunk of chunks) {
      const part = Buffer.from(chunk);
      hash.update(part);
      bytes += part.length;
      yield part;
    }
  };
  const source = Readable.from(measured());
  zip.addReadStream(source, path, entry);
  await finished(source);
  return { path, bytes, sha256: hash.digest("hex") };
}

function addText(zip: ZipFile, path: string, text: string): WrittenFile {
  const part = Buffer.from(text);
  zip.addBuffer(part, path, entry);
  return { path, bytes: part.length, sha256: createHash("sha256").update(part).digest("hex") };
}
