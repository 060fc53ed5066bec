import type { Comparison } from "../compare/compare-texts";
import type { ContentNode } from "../content";
import type { FileGiven } from "../formats/file-words";
import type { ReadFile } from "../formats/read-file";
import type { PlainWord } from "../gate/difficult-words";
import type { Judgement } from "../gate/judge-text";
import type { EditedFork, PieceEdit, TextPiece } from "../proposals/edit-fork";
import type { Fork, ProposalPart } from "../proposals/weigh-proposal";
import type { Since } from "../since/compare-since";
import type { Block } from "./blocks";
import type { ExamineLimits, Verdict } from "./examine";
import type { WrittenRow } from "./find-deletions";
import type { FoundTask } from "./find-tasks";

/** What the worker is asked; `document` names one that it keeps. Bytes are Yjs updates and state vectors. */
export interface Orders {
  /** Keeps a document from here on: its snapshot and the log after it. */
  load: { order: { document: string; snapshot: Uint8Array; rows: Uint8Array[] }; answer: undefined };
  /** Adds what was committed since. */
  apply: { order: { document: string; rows: Uint8Array[] }; answer: undefined };
  drop: { order: { document: string }; answer: undefined };
  /** One verdict for each, in their order; none for what comes after one that spoiled what is kept. */
  examine: { order: { document: string; updates: Uint8Array[]; limits: ExamineLimits }; answer: Verdict[] };
  /** What a client with this state vector lacks; null when the vector cannot be read. */
  missing: { order: { document: string; stateVector: Uint8Array }; answer: { missing: Uint8Array; stateVector: Uint8Array } | null };
  project: { order: { document: string }; answer: Projection };
  /** A projection of bytes that are not kept: an old version. */
  projectState: { order: { state: Uint8Array }; answer: Projection };
  /** What came and went between two such states. */
  compare: { order: { before: Uint8Array; after: Uint8Array }; answer: Comparison };
  /** What came and went since an old state, by part of the text, and which clients wrote there; the updates make that state together. */
  compareSince: { order: { before: Uint8Array[]; after: Uint8Array }; answer: Since };
  /** What a reader of the kept document may stumble over. */
  judge: { order: { document: string; words: readonly PlainWord[]; language: string }; answer: Judgement };
  /** The same between two contents, such as editions. */
  compareContents: { order: { before: ContentNode; after: ContentNode }; answer: Comparison };
  /** The forward edit that brings the kept document to the content of an old state. Null when nothing would change. */
  restore: { order: { document: string; state: Uint8Array }; answer: { update: Uint8Array; state: Uint8Array } | null };
  /** What stands between two relative positions; null when they are not in the text, or nothing is there. */
  passage: { order: { document: string; start: Uint8Array; end: Uint8Array }; answer: string | null };
  /** The parts of a proposal beside the kept document. */
  weigh: { order: { document: string; fork: Fork }; answer: ProposalPart[] };
  /** The edit that puts parts of a proposal into the kept document, judged; null when they change nothing any more. */
  takeParts: { order: { document: string; fork: Fork; keys: readonly string[]; limits: ExamineLimits }; answer: { update: Uint8Array; state: Uint8Array; verdict: Verdict } | null };
  /** The paragraphs and headings of a proposal. */
  pieces: { order: { fork: Fork }; answer: TextPiece[] };
  /** A change to one of them, judged; null when it is not there. */
  editPiece: { order: { fork: Fork; edit: PieceEdit; limits: ExamineLimits }; answer: EditedFork | null };
  /** What an editor of a fork lacks; null when its state vector cannot be read. */
  openFork: { order: { fork: Fork; stateVector: Uint8Array }; answer: { missing: Uint8Array; stateVector: Uint8Array } | null };
  /** A fork's changes with another edit, judged. */
  changeFork: { order: { fork: Fork; update: Uint8Array; limits: ExamineLimits }; answer: { update: Uint8Array; verdict: Verdict } };
  seed: { order: { content: ContentNode }; answer: Projection };
  /** The blocks of the kept document, and of bytes that are not kept. */
  blocks: { order: { document: string }; answer: Block[] };
  blocksOf: { order: { state: Uint8Array }; answer: Block[] };
  /** The edit that puts a block behind another one; null when that one is gone. */
  addBlock: { order: { document: string; block: ContentNode; after: string | null }; answer: { update: Uint8Array; key: string } | null };
  /** A file of somebody else's program as content. */
  readFile: { order: { file: Uint8Array }; answer: ReadFile };
  makeFile: { order: { content: ContentNode; format: "docx" | "markdown"; given: FileGiven }; answer: Uint8Array };
  /** Where much went in a stretch of a log: the row with which that begins, and the state just before it. */
  findDeletions: { order: { before: Uint8Array; rows: WrittenRow[]; atMost: number }; answer: { row: number; state: Uint8Array }[] };
  measure: { order: { updates: Uint8Array[] }; answer: { added: number; removed: number }[] };
}

export interface Projection {
  /** The whole document as one update, superfluous history left out. */
  snapshot: Uint8Array;
  /** Its state vector. */
  vector: Uint8Array;
  content: ContentNode;
  text: string;
  nodes: number;
  /** Tasks that are for somebody. */
  tasks: FoundTask[];
}

export type OrderKind = keyof Orders;
export type OrderMessage = { [K in OrderKind]: { id: number; kind: K } & Orders[K]["order"] }[OrderKind];
export type AnswerMessage = { ready: true; /** As `/proc` names it, where there is one. */ thread: string | null } | { id: number; answer: unknown } | { id: number; failed: string };
