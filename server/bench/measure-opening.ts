import * as Y from "yjs";
import { fromBase64 } from "~/features/documents/writing/base64";
import { bodyField, schemaVersion } from "~/features/documents/content-rules";
import { openDoc } from "~/features/documents/open-doc";
import { connectAll, emit } from "./clients";
import type { BenchWorld } from "./prepare";
import type { ColdTexts, OpeningTexts } from "./prepare-texts";
import { runBeside } from "./run-beside";
import type { MeasuredServer } from "./run-server";
import { median, percentile, report } from "./statistics";
import { wordsOf } from "./type-by-hand";

/** How often each kind of text is opened. */
export const tries = 30;

interface Opened {
  /** Until the answer came, and until it stood in a document of Yjs; in milliseconds, by try. */
  answered: number[];
  stands: number[];
  bytes: number;
}

type Kinds = Record<keyof OpeningTexts, Opened>;

/**
 * Opening texts that neither the process nor its workers know, from asking for everything until it stands in an empty document: 10 kB,
 * 1 MB, and a hundred thousand strokes beside the same words typed once; beside a bare socket.io server that sends as many bytes.
 */
export async function measureOpening(home: string, server: MeasuredServer, world: BenchWorld, texts: OpeningTexts): Promise<void> {
  const kinds = Object.keys(texts) as (keyof OpeningTexts)[];
  const seen = Object.fromEntries(kinds.map((kind) => [kind, { answered: [], stands: [], bytes: 0 }])) as unknown as Kinds;
  // In turn, each time another one first, so that what else the machine does, and what the one before left behind, meets them alike.
  for (let turn = 0; turn < tries; turn += 1) {
    for (const kind of kinds.map((_, index) => kinds[(index + turn) % kinds.length]!)) await openOne(server, world.cookies[turn % world.cookies.length]!, texts[kind], turn, seen[kind]);
  }
  const bare = await besideBareSockets(world.cookies[0]!, kinds.map((kind) => seen[kind].bytes));
  const said = (kind: keyof OpeningTexts, what: string, ratio?: number, goal = "") => {
    const { answered, stands, bytes } = seen[kind];
    const ours = `p50 ${median(stands).toFixed(1)}, p95 ${percentile(stands, 95).toFixed(1)} ms, the first ${stands[0]!.toFixed(0)}; answered after p50 ${median(answered).toFixed(1)}, p95 ${percentile(answered, 95).toFixed(1)} ms; ${(bytes / 1_000).toFixed(0)} kB`;
    const limit = bare[kinds.indexOf(kind)]!;
    report(`${home}: opening ${what}`, ours, `p50 ${median(limit).toFixed(1)}, p95 ${percentile(limit, 95).toFixed(1)} ms`, ratio ?? median(answered) / median(limit), goal);
  };
  const beside = (kind: keyof OpeningTexts, other: keyof OpeningTexts) => median(seen[kind].stands) / median(seen[other].stands);
  said("small", "a text of 10 kB");
  said("large", "a text of 1 MB");
  said("once", "what 100 000 edits left, typed once");
  said("edited", "a text of 100 000 edits, beside typed once", beside("edited", "once"), "≤ 2");
  said("onceOn", "the same, typed once, its newest 100 strokes not folded");
  said("editedOn", "the same of 100 000 edits, its newest 100 not folded, beside typed once", beside("editedOn", "onceOn"), "≤ 2");
}

async function openOne(server: MeasuredServer, cookie: string, { ids, paragraphs }: ColdTexts, turn: number, seen: Opened): Promise<void> {
  const [socket] = await connectAll(server.url, [cookie]);
  const doc = openDoc();
  doc.getXmlFragment(bodyField);
  const begun = performance.now();
  const answer = await emit(socket!, "document:join", { id: ids[turn]!, stateVector: Y.encodeStateVector(doc), schemaVersion, rows: true });
  const answered = performance.now();
  if (!answer.ok) throw new Error(`a text was not opened: ${String(answer.code)}`);
  const missing = new Uint8Array(answer.missing as ArrayBuffer);
  const rows = ((answer.updates ?? []) as string[]).map(fromBase64);
  doc.transact(() => [missing, ...rows].forEach((update) => Y.applyUpdate(doc, update)));
  seen.stands.push(performance.now() - begun);
  seen.answered.push(answered - begun);
  seen.bytes = missing.byteLength;
  socket!.disconnect();
  if (turn === 0 && wordsOf(doc).join("\n") !== paragraphs.join("\n")) throw new Error("a text was opened that says something else");
}

/** How long a server takes that only sends so many bytes, for each size. */
async function besideBareSockets(cookie: string, sizes: number[]): Promise<number[][]> {
  const bare = await runBeside<{ port: number }>("bare-live", { bytes: 200 });
  try {
    const [socket] = await connectAll(`http://127.0.0.1:${bare.said.port}`, [cookie]);
    const times: number[][] = sizes.map(() => []);
    for (let turn = 0; turn < tries; turn += 1) {
      for (const [index, bytes] of sizes.entries()) {
        const begun = performance.now();
        await emit(socket!, "document:join", { bytes });
        times[index]!.push(performance.now() - begun);
      }
    }
    socket!.disconnect();
    return times;
  } finally {
    bare.child.kill();
  }
}
