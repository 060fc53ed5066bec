import * as Y from "yjs";
import { mayPass, type Answer, type Line, type LineState } from "~/platform/live-client/line";
import { limits } from "~/platform/limits";
import { fromBase64 } from "../writing/base64";
import { schemaVersion } from "../content-rules";
import type { DocumentDenied, DocumentJoined, DocumentRole, DocumentRoleEvent, DocumentUpdateEvent } from "../live";
import { Outbox, type OutboxKeeper } from "./outbox";

/** Why nothing more can be typed; `code` says what to tell and what to do next. */
export interface Lock {
  code: string;
}

export interface SyncState {
  phase: "joining" | "live" | "offline" | "locked";
  role: DocumentRole;
  lock: Lock | null;
  /** Edits that are not acknowledged. Only 0 means saved. */
  waiting: number;
  /** Number of the newest edit of the text that the server confirmed to be stored. */
  seq: number;
}

export interface SyncOptions {
  id: string;
  doc: Y.Doc;
  line: Line;
  keeper?: OutboxKeeper | null;
  onState: (state: SyncState) => void;
  /** How to wait before trying again; the attempt counts from 1. */
  wait: (attempt: number) => Promise<void>;
}

/** Edits on their way at once: enough for a slow line, few enough to send again when one fails. */
const flyingAtMost = 16;
/** Times that the server may miss something after we gave it everything. */
const gapsAtMost = 3;

/** After these nothing that waits can ever be sent, and the device need not know the text any longer. */
const rightIsGone = new Set(["forbidden", "not_found", "join_group", "join_space", "suspended"]);

/** Which right was wanting, with `forbidden`. */
type Reasoned = { values?: { reason?: string } };

/** Origin of changes that came from the server, in Yjs transactions. */
export const fromServer = Symbol("from the server");

/**
 * Keeps one Yjs document and the log on the server the same. Own edits wait in an outbox until the server says that they
 * are stored; what others wrote comes in the order of its numbers, and a hole in them is repaired by joining again.
 */
export class DocumentSync {
  readonly outbox: Outbox;
  private beforeOthers: () => void = () => undefined;
  private state: SyncState = { phase: "joining", role: "read", lock: null, waiting: 0, seq: 0 };
  private joined: "no" | "asking" | "yes" = "no";
  private known = 0;
  private sending = false;
  /** Called when there is something new to send. */
  private onNew: () => void = () => undefined;
  private attempt = 0;
  private gaps = 0;
  private stopped = false;
  private readonly stops: (() => void)[] = [];

  constructor(private readonly options: SyncOptions) {
    this.outbox = new Outbox(options.keeper ?? null);
  }

  /** Begins: takes up what an earlier tab left, then joins as soon as there is a connection. */
  async start(): Promise<void> {
    const { doc, line, id } = this.options;
    for (const { update } of await this.outbox.restore()) Y.applyUpdate(doc, update, fromServer);
    if (this.stopped) return;
    doc.on("update", this.onLocal);
    this.stops.push(
      () => doc.off("update", this.onLocal),
      line.on("document:update", (event: DocumentUpdateEvent) => event.id === id && this.onUpdate(event)),
      line.on("document:role", (event: DocumentRoleEvent) => event.id === id && this.onRole(event.role)),
      line.on("document:denied", (event: DocumentDenied) => event.id === id && this.lock(event.code)),
      line.onState((state) => this.onLine(state)),
    );
    this.onLine(line.state());
    this.set({ waiting: this.outbox.size });
  }

  stop(): void {
    this.stopped = true;
    this.stops.splice(0).forEach((stop) => stop());
  }

  get current(): SyncState {
    return this.state;
  }

  private set(change: Partial<SyncState>): void {
    this.state = { ...this.state, ...change };
    this.options.onState(this.state);
  }

  /** Nothing more may be typed or sent; what was not saved stays in the outbox, to be copied. */
  private lock(code: string): void {
    if (rightIsGone.has(code)) this.outbox.forgetDevice();
    this.set({ phase: "locked", lock: { code }, role: "read" });
  }

  private onLine(state: LineState): void {
    if (state === "live") return void this.join();
    this.joined = "no";
    if (state === "ended") return this.lock("session_ended");
    if (!this.state.lock) this.set({ phase: state === "connecting" ? "joining" : "offline" });
  }

  private readonly onLocal = (update: Uint8Array, origin: unknown) => {
    if (origin === fromServer || this.state.lock) return;
    this.outbox.add(update);
    this.set({ waiting: this.outbox.size });
    this.onNew();
    void this.send();
  };

  private onUpdate({ updates, seq }: DocumentUpdateEvent): void {
    this.take(...updates.map(fromBase64));
    if (seq - updates.length <= this.known) this.known = Math.max(this.known, seq);
    else if (this.joined === "yes") void this.join();
    if (seq > this.state.seq) this.set({ seq });
  }

  /** Has something done just before words of others are put into the document, until the returned function is called. */
  doBeforeOthers(what: () => void): () => void {
    this.beforeOthers = what;
    return () => void (this.beforeOthers = () => undefined);
  }

  /** Puts them in as one change, so that the page is drawn once for them. */
  private take(...updates: Uint8Array[]): void {
    const { doc } = this.options;
    this.beforeOthers();
    doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update, fromServer)), fromServer);
  }

  private onRole(role: DocumentRole): void {
    if (this.state.lock) return;
    if (role === "read") this.lock("forbidden");
    else this.set({ role });
  }

  /** Gives the server what we have and gets what we lack. */
  private async join(): Promise<void> {
    const { doc, line, id } = this.options;
    if (this.joined === "asking" || this.state.lock || this.stopped || line.state() !== "live") return;
    this.joined = "asking";
    const answer = await line.ask<DocumentJoined>("document:join", { id, stateVector: vectorOf(doc), schemaVersion, rows: true });
    // The right may have gone while the answer was on its way: what was let in before does not open it again.
    if (this.stopped || this.state.lock) return;
    if (!answer.ok) {
      this.joined = "no";
      if (!mayPass(answer.code)) return this.lock(answer.code);
      await this.pause();
      return this.join();
    }
    this.take(bytesOf(answer.missing), ...(answer.updates ?? []).map(fromBase64));
    this.known = Math.max(this.known, answer.seq);
    this.joined = line.state() === "live" ? "yes" : "no";
    this.attempt = 0;
    if (answer.role === "read") return this.lock("forbidden");
    this.set({ phase: this.joined === "yes" ? "live" : "offline", role: answer.role, seq: Math.max(this.state.seq, answer.seq) });
    void this.send();
  }

  /** Sends what waits, in order, several at a time. After a failure all that fly are awaited, and then sent again in order. */
  private async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    let failed: "no" | "again" | "gap" = "no";
    const flights = new Set<Promise<void>>();
    while (!this.stopped && this.joined === "yes" && !this.state.lock) {
      const item = failed !== "no" || this.outbox.inFlight >= flyingAtMost ? null : this.outbox.next();
      if (item) {
        this.outbox.sent(item.push);
        const flight: Promise<void> = this.push(item.push, item.update).then((outcome) => {
          if (outcome === "gap" || failed === "no") failed = outcome;
          flights.delete(flight);
        });
        flights.add(flight);
      } else if (flights.size > 0) await Promise.race([...flights, new Promise<void>((resolve) => (this.onNew = resolve))]);
      else if (failed !== "no") {
        const gap = failed === "gap";
        failed = "no";
        await this.pause();
        if (gap) await this.join();
      } else break;
    }
    await Promise.all(flights);
    this.sending = false;
    if (this.joined === "yes" && !this.state.lock && !this.stopped && this.outbox.next()) void this.send();
  }

  /** Sends one edit. @returns whether it, and what was sent after it, must be sent again; after a gap only once we joined again. */
  private async push(push: string, update: Uint8Array): Promise<"no" | "again" | "gap"> {
    const answer: Answer<{ seq: number }> & Reasoned = await this.options.line.ask<{ seq: number }>("document:push", { id: this.options.id, push, update });
    if (answer.ok) {
      this.outbox.acknowledged(push);
      this.attempt = 0;
      this.gaps = 0;
      this.set({ waiting: this.outbox.size, seq: Math.max(this.state.seq, answer.seq) });
      return "no";
    }
    this.outbox.failed(push);
    if (mayPass(answer.code)) return "again";
    if (answer.code === "gap" && (this.gaps += 1) <= gapsAtMost * flyingAtMost) return "gap";
    this.lock(answer.code === "forbidden" ? (answer.values?.reason ?? "forbidden") : answer.code);
    return "no";
  }

  private async pause(): Promise<void> {
    this.attempt += 1;
    await this.options.wait(this.attempt);
  }
}

/** What it has; nothing where that is more than the server reads, and then it gets all of the text. */
function vectorOf(doc: Y.Doc): Uint8Array {
  const vector = Y.encodeStateVector(doc);
  return vector.byteLength > limits.stateVectorBytes ? new Uint8Array() : vector;
}

/** Socket.io hands bytes as an ArrayBuffer in a browser and as a Buffer on Node. */
export function bytesOf(value: Uint8Array | ArrayBuffer): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array(value);
}
