import { parentPort } from "node:worker_threads";
import * as Y from "yjs";
import { readPassage } from "../comments/read-passage";
import { bodyField } from "../content-rules";
import { openDoc } from "../open-doc";
import type { Fork } from "../proposals/weigh-proposal";
import { ownThread } from "./thread-time";
import { countNodes, examine, type ExamineLimits, type KeptDocument, type Verdict } from "./examine";
import type { AnswerMessage, OrderMessage } from "./orders";

// The worker in which everything is read that somebody else's browser made. It may be ended at any moment: it only keeps
// what the database can give again.

const kept = new Map<string, KeptDocument>();
const answer = (message: AnswerMessage) => parentPort?.postMessage(message);

function keep(document: string, updates: Uint8Array[]): void {
  const doc = openDoc();
  doc.getXmlFragment(bodyField);
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
  kept.set(document, { doc, nodes: countNodes(doc) });
}

function open(state: Uint8Array): Y.Doc {
  const doc = openDoc();
  Y.applyUpdate(doc, state);
  return doc;
}

function need(document: string): KeptDocument {
  const found = kept.get(document);
  if (!found) throw new Error(`document ${document} is not kept here`);
  return found;
}

function examineInTurn(document: string, updates: Uint8Array[], limits: ExamineLimits): Verdict[] {
  const one = need(document);
  const verdicts: Verdict[] = [];
  for (const update of updates) {
    const verdict = examine(one, update, limits);
    verdicts.push(verdict);
    if (verdict.ok || !verdict.spoiled) continue;
    kept.delete(document);
    break;
  }
  return verdicts;
}

async function run(message: OrderMessage): Promise<unknown> {
  switch (message.kind) {
    case "load":
      return keep(message.document, [message.snapshot, ...message.rows]);
    case "apply": {
      const one = need(message.document);
      one.doc.transact(() => message.rows.forEach((row) => Y.applyUpdate(one.doc, row)));
      one.nodes = countNodes(one.doc);
      return;
    }
    case "drop":
      return void kept.delete(message.document);
    case "examine":
      return examineInTurn(message.document, message.updates, message.limits);
    case "missing":
      return missing(need(message.document).doc, message.stateVector);
    case "passage":
      return readPassage(need(message.document).doc, message.start, message.end);
    case "readFile":
      return (await import("../formats/read-file")).readFile(message.file);
    case "makeFile":
      return (await import("../formats/make-file")).makeFile(message.content, message.format, message.given);
    default: {
      // The schema with its libraries is only loaded where it is needed: judging an update does without.
      const { projectDoc, seedDoc, restoreDoc, measureUpdates, blocksOfDoc } = await import("./project");
      if (message.kind === "project") return projectDoc(need(message.document).doc);
      if (message.kind === "restore") return restoreDoc(need(message.document).doc, message.state);
      if (message.kind === "seed") return seedDoc(message.content);
      if (message.kind === "measure") return measureUpdates(message.updates);
      if (message.kind === "blocks") return blocksOfDoc(need(message.document).doc);
      if (message.kind === "blocksOf") return blocksOfDoc(open(message.state));
      if (message.kind === "addBlock") {
        const { addBlock } = await import("./blocks");
        return addBlock(need(message.document).doc, seedDoc({ type: "doc", content: [message.block] }).snapshot, message.after);
      }
      if (message.kind === "judge") {
        const { judgeText } = await import("../gate/judge-text");
        return judgeText(projectDoc(need(message.document).doc).content, message.words, message.language);
      }
      if (message.kind === "compare" || message.kind === "compareContents") {
        const { compareTexts } = await import("../compare/compare-texts");
        if (message.kind === "compareContents") return compareTexts(message.before, message.after);
        return compareTexts(projectDoc(open(message.before)).content, projectDoc(open(message.after)).content);
      }
      if (message.kind === "findDeletions") return (await import("./find-deletions")).findDeletions(message.before, message.rows, message.atMost);
      if (message.kind === "compareSince") return (await import("../since/compare-since")).compareSince(message.before, message.after);
      if (message.kind === "projectState") return projectDoc(open(message.state));
      return forProposal(message);
    }
  }
}

async function forProposal(message: Extract<OrderMessage, { fork: Fork }>): Promise<unknown> {
  const { weighProposal, takeParts } = await import("../proposals/weigh-proposal");
  const { piecesOf, editPiece, changeFork } = await import("../proposals/edit-fork");
  const { openWith } = await import("../proposals/fork");
  if (message.kind === "weigh") return weighProposal(need(message.document).doc, message.fork);
  if (message.kind === "takeParts") return takeParts(need(message.document).doc, message.fork, message.keys, message.limits);
  if (message.kind === "openFork") return missing(openWith(message.fork.base, message.fork.update), message.stateVector);
  if (message.kind === "changeFork") return changeFork(message.fork, message.update, message.limits);
  return message.kind === "pieces" ? piecesOf(message.fork) : editPiece(message.fork, message.edit, message.limits);
}

function missing(doc: Y.Doc, stateVector: Uint8Array): { missing: Uint8Array; stateVector: Uint8Array } | null {
  try {
    return { missing: Y.encodeStateAsUpdate(doc, stateVector.length > 0 ? stateVector : undefined), stateVector: Y.encodeStateVector(doc) };
  } catch {
    return null;
  }
}

// One after another, also where an order must first load something: an answer must not overtake the one before it.
let last: Promise<void> = Promise.resolve();
parentPort?.on("message", (message: OrderMessage) => {
  last = last.then(async () => {
    try {
      answer({ id: message.id, answer: await run(message) });
    } catch (error) {
      answer({ id: message.id, failed: error instanceof Error ? error.message : String(error) });
    }
  });
});
answer({ ready: true, thread: ownThread() });
