import { io, type Socket } from "socket.io-client";
import { openOutbox, type Outbox, type Unsent } from "~/features/discussions/live/outbox";
import { reveal, shownMessages, start, take, type Followed } from "~/features/discussions/live/follow-discussion";
import { readDiscussion } from "~/features/discussions/index.server";
import type { MessageView } from "~/features/discussions/views";
import { AppError } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import type { Answer, LineCode } from "~/platform/live-client/line";
import { followStream, type Delivery, type Following } from "~/platform/live-client/follow-stream";
import { asLine } from "~/platform/live-client/open-line";
import type { Random } from "~/platform/test/random";
import { LossyLine, type Losses } from "./lossy-line";

const soon = (work: () => void) => {
  const timer = setTimeout(work, 5);
  return () => clearTimeout(timer);
};

export interface ScreenOptions {
  url: string;
  cookie: string;
  discussionId: string;
  losses: Losses;
  random: Random;
  /** Loads the page as this person does. */
  ctx: () => Promise<Ctx>;
  /** Hears every fact that reaches this browser, before anything else does. */
  onReceived: (fact: Delivery) => void;
}

/** One browser with a conversation open: the client's own code over a real connection, without the drawing. */
export class Screen {
  readonly line: LossyLine;
  /** Ids of what the server acknowledged. */
  readonly acknowledged = new Set<string>();
  unsent: readonly Unsent[] = [];
  denied: LineCode | null = null;
  private readonly socket: Socket;
  private readonly outbox: Outbox;
  private following: Following | null = null;
  private followed: Followed | null = null;
  private opening = 0;
  /** The group's stream that this screen follows, and the number up to which it is. */
  at = { id: "", n: 0 };

  constructor(private readonly options: ScreenOptions) {
    this.socket = io(options.url, { path: "/live", transports: ["websocket"], forceNew: true, reconnectionDelay: 10, reconnectionDelayMax: 20, extraHeaders: { cookie: `leerhoek_session=${options.cookie}`, origin: options.url } });
    this.socket.on("fact", options.onReceived);
    this.line = new LossyLine(asLine(this.socket), options.losses, options.random);
    this.outbox = openOutbox(this.line, {
      discussion: options.discussionId,
      onChange: (items) => void (this.unsent = items),
      onSent: ({ message, n }) => {
        this.acknowledged.add(message.id);
        if (n !== null) this.following?.expect(n);
        if (message.discussion !== options.discussionId) this.outbox.drop(new Set([message.id]));
        // It may have come with the stream before its acknowledgement did.
        this.dropArrived();
      },
      later: soon,
    });
  }

  /** Loads the page, and follows it from there; what is denied stays denied until it is opened again. */
  async open(): Promise<void> {
    const turn = (this.opening += 1);
    this.following?.stop();
    const page = await readDiscussion(await this.options.ctx(), { id: this.options.discussionId, from: 1 }).catch((error: unknown) => {
      if (error instanceof AppError) return error;
      throw error;
    });
    // A later load is under way, or there: as in a browser, the earlier one is called off.
    if (turn !== this.opening) return;
    if (page instanceof AppError) return this.refuse(page.code);
    this.denied = null;
    this.followed = start(page);
    this.at = { ...page.streams.group };
    this.outbox.forgetSent();
    this.dropArrived();
    this.following = followStream(this.line, {
      stream: page.streams.group.id,
      since: this.at.n,
      onFacts: (facts) => {
        this.at = { ...this.at, n: facts.at(-1)!.n };
        this.outbox.drop(new Set(facts.flatMap((fact) => fact.entities.map(({ id }) => id))));
        this.followed = reveal(take(this.followed!, facts));
        if (this.followed.stale) void this.open();
      },
      onReload: () => void this.open(),
      onDenied: (code) => this.refuse(code),
      later: soon,
    });
  }
  private refuse(code: LineCode): void {
    this.denied = code;
    this.followed = null;
  }
  post(id: string, text: string, replyTo: string | null): void {
    this.outbox.post({ id, text, replyTo });
  }
  ask<T extends object>(event: string, payload: object): Promise<Answer<T>> {
    return this.line.ask<T>(event, payload);
  }
  /** What stands on it: nothing when the right to it is gone. */
  shown(): MessageView[] {
    return this.followed ? shownMessages(this.followed) : [];
  }
  discussion() {
    return this.followed?.discussion ?? null;
  }
  cut(): void {
    this.socket.disconnect();
  }
  plugIn(): void {
    if (!this.socket.connected) this.socket.connect();
  }
  /** What is still under way: nothing, once everything that was written is settled. */
  underWay(): string[] {
    const sending = this.unsent.filter(({ state }) => state !== "refused").map(({ id, state }) => `${state} ${id}`);
    return this.line.state() === "live" ? sending : [this.line.state(), ...sending];
  }
  /** What came back is no longer on its way. */
  private dropArrived(): void {
    this.outbox.drop(new Set(this.unsent.filter(({ id }) => this.followed?.messages.has(id)).map(({ id }) => id)));
  }
  close(): void {
    this.outbox.stop();
    this.following?.stop();
    this.socket.disconnect();
  }
}
