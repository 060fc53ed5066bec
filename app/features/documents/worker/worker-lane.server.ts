import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { processorTime, tickMs } from "./thread-time";
import type { AnswerMessage, OrderKind, Orders } from "./orders";

/** Why an order got no answer: it took too long and the worker was ended, or the worker ended while it waited. */
export class LaneError extends Error {
  constructor(readonly reason: "exceeded" | "lost" | "failed", message: string) {
    super(message);
  }
}

interface Pending {
  id: number;
  limitMs: number;
  resolve: (answer: never) => void;
  reject: (error: LaneError) => void;
}

/** Memory that a worker may take, in MB; a crafted update ends the worker, not the process. */
const memory = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 };
/** How long it may take to read what was examined before; large texts take a while. */
export const loadMs = 10_000;
/** How much longer an order may take while its thread gets no processor. */
const starvedMs = 10_000;
/** How many documents a lane keeps ready. */
const keptAtMost = 48;
/** How many rows of one document the worker is told of later at most, and of how many bytes. */
const [owedAtMost, owedBytes] = [100, 16 * 1024];
/** And how large they may be together, in bytes as they were loaded: in a worker's memory a text takes ten to fifteen times that. */
const keptBytes = 16 * 1024 * 1024;

/**
 * One worker that answers orders one after another, started when first needed and again after it was ended. An order that
 * exceeds its time ends the worker; the others in line are told that they got lost, and may ask again.
 */
export class WorkerLane {
  private worker: Worker | null = null;
  private ready = false;
  /** Its thread, where the system counts what each has had of the processor. */
  private thread: string | null = null;
  private nextId = 1;
  private line: Pending[] = [];
  private clock: NodeJS.Timeout | null = null;
  /** Documents that the worker keeps, the longest unused first: the number up to which it knows their log, when that was noted, how large they were when they were loaded, and rows up to that number of which it is told before its next order. */
  private readonly kept = new Map<string, { seq: number; at: number; bytes: number; owed: Uint8Array[] }>();
  private askedAt = 0;

  /** Sends one order; `limitMs` counts from when the worker comes to it. @throws LaneError */
  ask<K extends OrderKind>(kind: K, order: Orders[K]["order"], limitMs: number): Promise<Orders[K]["answer"]> {
    if ("document" in order) this.tellOwed(order.document);
    const worker = (this.worker ??= this.launch());
    this.askedAt = performance.now();
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      this.line.push({ id, limitMs, resolve, reject });
      worker.ref();
      worker.postMessage({ id, kind, ...order });
      this.watch();
    });
  }

  /** The number up to which the worker knows this document, or undefined when it does not keep it. */
  seqOf(document: string): number | undefined {
    return this.kept.get(document)?.seq;
  }

  /** Notes up to where the worker knows a document now, with its size when it is loaded; those longest unused make room. */
  note(document: string, seq: number, bytes = this.kept.get(document)?.bytes ?? 0): void {
    const owed = this.kept.get(document)?.owed ?? [];
    this.kept.delete(document);
    this.kept.set(document, { seq, at: performance.now(), bytes, owed });
    let held = 0;
    for (const one of this.kept.values()) held += one.bytes;
    for (const [oldest, one] of this.kept) {
      if (oldest === document || (this.kept.size <= keptAtMost && held <= keptBytes)) break;
      held -= one.bytes;
      this.drop(oldest);
    }
  }

  /** Notes rows that follow on what the worker knows, and tells it of them when it is next asked about the document: waking it for each takes longer than what it does with them. */
  tellLater(document: string, seq: number, rows: readonly Uint8Array[]): void {
    this.note(document, seq);
    const { owed } = this.kept.get(document)!;
    owed.push(...rows);
    if (owed.length > owedAtMost || owed.reduce((sum, { byteLength }) => sum + byteLength, 0) > owedBytes) this.tellOwed(document);
  }

  private tellOwed(document: string): void {
    const rows = this.kept.get(document)?.owed.splice(0) ?? [];
    if (rows.length > 0) this.ask("apply", { document, rows }, loadMs).catch(() => this.forget(document));
  }

  /** Lets go of a document; the next order for it must load it first. */
  drop(document: string): void {
    if (!this.kept.delete(document) || !this.worker) return;
    this.ask("drop", { document }, loadMs).catch(() => undefined);
  }

  /** The worker already let go of it. */
  forget(document: string): void {
    this.kept.delete(document);
  }

  /** Lets go of documents that nothing was noted of for so long; with nothing else to do the worker ends, and its memory is free again. */
  async rest(unusedMs: number): Promise<void> {
    const since = performance.now() - unusedMs;
    const unused = [...this.kept].flatMap(([document, { at }]) => (at <= since ? [document] : []));
    if (this.worker && unused.length === this.kept.size && this.line.length === 0 && this.askedAt <= since) return this.close();
    for (const document of unused) this.drop(document);
  }

  /** How many documents it keeps, and whether its thread runs. */
  get holds(): { documents: number; thread: boolean } {
    return { documents: this.kept.size, thread: this.worker !== null };
  }

  /** Ends the worker; the next order starts another. */
  async close(): Promise<void> {
    await this.end(new LaneError("lost", "the lane was closed"), null);
  }

  private launch(): Worker {
    const worker = new Worker(...entry());
    worker.on("message", (message: AnswerMessage) => this.receive(worker, message));
    const lost = (error?: Error) => {
      if (this.worker === worker) void this.end(new LaneError("lost", error?.message ?? "the worker ended"), new LaneError("exceeded", error?.message ?? "the worker ended"));
    };
    worker.on("error", lost);
    worker.on("exit", () => lost());
    worker.unref();
    this.ready = false;
    return worker;
  }

  private receive(worker: Worker, message: AnswerMessage): void {
    if (worker !== this.worker) return;
    if ("ready" in message) {
      this.ready = true;
      this.thread = message.thread;
      return this.watch();
    }
    const [head] = this.line;
    if (head?.id !== message.id) return;
    this.line.shift();
    this.stopClock();
    if (this.line.length === 0) worker.unref();
    if ("failed" in message) head.reject(new LaneError("failed", message.failed));
    else head.resolve(message.answer as never);
    this.watch();
  }

  /** Runs the clock of the order at the head of the line, once the worker is up. */
  private watch(): void {
    const [head] = this.line;
    if (this.ready && !this.clock && head) this.wait(head, null, performance.now());
  }

  /**
   * Gives an order its time. Where the system tells, only time of the processor counts from then on: on a busy machine, or
   * one that stood still, an honest order may wait long for what takes it a moment. `used` is what the thread had when its time was first up.
   */
  private wait(head: Pending, used: number | null, since: number): void {
    const giveUp = () => {
      if (this.line[0] !== head) return;
      const now = this.thread === null ? null : processorTime(this.thread);
      const hadItsTime = now === null || (used !== null && now - used + tickMs >= head.limitMs);
      const waited = performance.now() - since;
      if (hadItsTime) return void this.end(new LaneError("lost", "the worker was ended"), new LaneError("exceeded", `took more than ${head.limitMs} ms`));
      if (waited > head.limitMs + starvedMs) return void this.end(new LaneError("lost", `the worker got no processor for ${Math.round(waited)} ms`), null);
      this.wait(head, used ?? now, since);
    };
    // An answer that came in while this process itself was busy counts: it is read before the immediate runs.
    this.clock = setTimeout(() => setImmediate(giveUp), head.limitMs);
  }

  private stopClock(): void {
    if (this.clock) clearTimeout(this.clock);
    this.clock = null;
  }

  private async end(rest: LaneError, first: LaneError | null): Promise<void> {
    const { worker, line } = this;
    this.worker = null;
    this.ready = false;
    this.line = [];
    this.kept.clear();
    this.stopClock();
    line.forEach((pending, index) => pending.reject(index === 0 && first ? first : rest));
    await worker?.terminate();
  }
}

/** From the built server its own file runs; from the sources the same code runs through tsx, which a thread must register for itself. */
function entry(): ConstructorParameters<typeof Worker> {
  const here = dirname(fileURLToPath(import.meta.url));
  const built = [here, dirname(here)].map((folder) => join(folder, "examine-update.js")).find((file) => existsSync(file));
  if (built) return [built, { execArgv: [], resourceLimits: memory }];
  const api = join(dirname(createRequire(import.meta.url).resolve("tsx/package.json")), "dist/esm/api/index.mjs");
  const [tsx, source] = [api, join(here, "examine-update.ts")].map((file) => pathToFileURL(file).href);
  return [`import(${JSON.stringify(tsx)}).then(({ register }) => (register(), import(${JSON.stringify(source)})))`, { eval: true, execArgv: [], resourceLimits: memory }];
}
