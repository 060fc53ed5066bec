import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import * as Y from "yjs";
import { bodyField } from "~/features/documents/content-rules";
import { DocumentSync, type SyncState } from "~/features/documents/editor/sync-document";
import { openDoc } from "~/features/documents/open-doc";
import { asLine } from "~/platform/live-client/open-line";
import { idsOnPage, type Visitor } from "./visitor";

/** How a writer reaches a server: its address, and what each request brings along. */
export interface WayIn {
  url: string;
  headers: Record<string, string>;
}

/** Somebody with a text open over a real connection that comes back by itself, as the editor's page has it; types in a paragraph of their own. */
export class CoWriter {
  readonly doc = openDoc();
  readonly sync: DocumentSync;
  /** What they typed so far. */
  typed = "";
  private readonly socket: Socket;
  private onState: (state: SyncState) => void = () => undefined;
  private line: Y.XmlText | null = null;

  constructor(way: WayIn, readonly document: string) {
    this.socket = io(way.url, { path: "/live", transports: ["websocket"], forceNew: true, reconnectionDelay: 100, reconnectionDelayMax: 500, extraHeaders: { ...way.headers, origin: way.url } });
    // Sooner than a browser would: a test waits for it.
    const wait = (attempt: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.min(1_000, 100 * attempt) * (0.5 + Math.random())));
    this.sync = new DocumentSync({ id: document, doc: this.doc, line: asLine(this.socket), onState: (state) => this.onState(state), wait });
  }

  /** Opens the text. Resolves once it is there and words may be typed. */
  async open(): Promise<this> {
    await this.sync.start();
    await this.until(({ phase }) => phase === "live");
    return this;
  }

  /** @throws when the right to write ended. */
  async until(reached: (state: SyncState) => boolean): Promise<void> {
    for (;;) {
      const { current } = this.sync;
      if (reached(current)) return;
      if (current.lock) throw new Error(`the text was locked: ${current.lock.code}`);
      await new Promise<void>((resolve) => (this.onState = () => resolve()));
    }
  }

  /** All that was typed is stored, as far as this page knows. */
  saved(): Promise<void> {
    return this.until(({ waiting, phase }) => waiting === 0 && phase === "live");
  }

  type(words: string): void {
    this.doc.transact(() => {
      if (!this.line) {
        this.line = new Y.XmlText();
        const paragraph = new Y.XmlElement("paragraph");
        paragraph.insert(0, [this.line]);
        const body = this.doc.getXmlFragment(bodyField);
        body.insert(body.length, [paragraph]);
      }
      this.line.insert(this.line.length, words);
    });
    this.typed += words;
  }

  /** Types steadily until told to stop; resolves when it stopped. */
  async typeOn(name: string, isOver: () => boolean, everyMs = 100): Promise<void> {
    for (let n = 0; !isOver(); n += 1) {
      this.type(`${name}${n} `);
      await new Promise((resolve) => setTimeout(resolve, everyMs * (0.5 + Math.random())));
    }
  }

  /** The paragraphs as this page shows them. */
  get paragraphs(): string[] {
    return this.doc.getXmlFragment(bodyField).toArray().map((one) => ((one as Y.XmlElement).toArray() as Y.XmlText[]).map((text) => text.toString()).join(""));
  }

  leave(): void {
    this.sync.stop();
    this.socket.disconnect();
  }
}

/** How a visitor reaches the server. */
export const wayOf = (visitor: Visitor): WayIn => ({ url: visitor.url, headers: { ...visitor.always, cookie: visitor.cookieHeader() } });

/** Begins a text in a group of a leerplek, by its plain form. @returns its id. @throws when it is refused */
export async function beginText(visitor: Visitor, spacePage: string, groupName: string, words: string): Promise<string> {
  const page = await (await visitor.get(spacePage)).text();
  const groups = await idsOnPage(visitor, spacePage, "groepen");
  const group = groups.find((id) => new RegExp(`/groepen/${id}[^>]*>[^<]*${groupName}`).test(page.replace(/<(?!\/?a\b)[^>]*>/g, "")));
  if (!group) throw new Error(`no group ${groupName} on ${spacePage}`);
  const id = randomUUID();
  const answer = await visitor.post(`/teksten/nieuw?groep=${group}`, { id, groupId: group, title: `Proef ${id.slice(0, 8)}`, licence: "CC BY 4.0", template: "empty", text: words });
  if (answer.status !== 302) throw new Error(`the text was refused: ${answer.status}`);
  return id;
}
