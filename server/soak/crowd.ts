import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { openOutbox, type Outbox } from "~/features/discussions/live/outbox";
import { followStream, type Delivery } from "~/platform/live-client/follow-stream";
import { asLine } from "~/platform/live-client/open-line";

export interface CrowdOrder {
  url: string;
  groupId: string;
  discussionId: string;
  /** One connection for each. */
  cookies: string[];
  /** Number of the newest message there is. */
  last: number;
  /** The first so many write. */
  writers: number;
}

/** What the parent asks of the crowd, and what it answers. */
export type CrowdAsk = "write" | "shake" | "stop writing" | "report";
export interface CrowdReport {
  /** Ids that were acknowledged, and ids that were never. */
  acknowledged: string[];
  unsettled: string[];
  /** Number of the last message that each connection got; every one before it came too, once. */
  last: number[];
  /** Messages that came twice, out of order or after a hole. */
  outOfPlace: number;
  /** When a message was sent and how many milliseconds later it was received, of a sample. */
  delays: [sent: number, ms: number][];
  /** Connections whose stream was given up, by why: `reload` when so much was missed that the page must come anew, or the code of a refusal. */
  givenUp: Record<string, number>;
}

interface Seat {
  socket: Socket;
  last: number;
}

const acknowledged: string[] = [];
const unsettled = new Map<number, readonly { id: string }[]>();
const delays: CrowdReport["delays"] = [];
const seats: Seat[] = [];
const outboxes: Outbox[] = [];
const givenUp: Record<string, number> = {};
let outOfPlace = 0;

/** Opens every connection with the product's own client code, a few at a time. */
async function takeSeats(order: CrowdOrder): Promise<void> {
  const since = await headOf(order);
  for (let first = 0; first < order.cookies.length; first += 50) {
    await Promise.all(order.cookies.slice(first, first + 50).map((cookie, index) => takeSeat(order, first + index, cookie, since)));
  }
}

async function takeSeat(order: CrowdOrder, index: number, cookie: string, since: number): Promise<void> {
  const socket = open(order.url, cookie);
  const line = asLine(socket);
  const seat: Seat = { socket, last: order.last };
  seats.push(seat);
  await new Promise<void>((resolve) => {
    const end = line.onState((state) => {
      if (state !== "live") return;
      end();
      resolve();
    });
  });
  followStream(line, { stream: `group:${order.groupId}`, since, onFacts: (facts) => facts.forEach((fact) => hear(seat, fact)), onReload: () => giveUp("reload"), onDenied: giveUp });
  if (index >= order.writers) return;
  outboxes.push(openOutbox(line, { discussion: order.discussionId, onChange: (items) => unsettled.set(index, items.filter(({ state }) => state !== "sent")), onSent: ({ message }) => void acknowledged.push(message.id) }));
}

function giveUp(why: string): void {
  givenUp[why] = (givenUp[why] ?? 0) + 1;
}

function hear(seat: Seat, fact: Delivery): void {
  if (fact.type !== "discussion.message-posted") return;
  const number = Number(fact.data["number"]);
  if (number !== seat.last + 1) outOfPlace += 1;
  seat.last = number;
  const sent = Number(String(fact.entities[0]?.["text"] ?? "").split(" ")[0]);
  // A sample that moves over the connections.
  if ((number + seats.indexOf(seat)) % 50 === 0 && sent > 0) delays.push([sent, Date.now() - sent]);
}

function open(url: string, cookie: string): Socket {
  const address = `10.0.${Number.parseInt(cookie.slice(0, 2), 16)}.${Number.parseInt(cookie.slice(2, 4), 16)}`;
  return io(url, { path: "/live", transports: ["websocket"], forceNew: true, reconnectionDelay: 500, reconnectionDelayMax: 5_000, extraHeaders: { "x-forwarded-for": address, cookie: `leerhoek_session=${cookie}`, origin: url } });
}

async function headOf(order: CrowdOrder): Promise<number> {
  const socket = open(order.url, order.cookies[0]!);
  const { head } = (await socket.timeout(30_000).emitWithAck("stream:join", { stream: `group:${order.groupId}`, since: 0 })) as { head: number };
  socket.disconnect();
  return head;
}

/** One in a hundred loses its connection and comes back within five seconds. */
function shake(): void {
  for (const { socket } of seats) {
    if (Math.random() > 0.01 || !socket.connected) continue;
    socket.disconnect();
    setTimeout(() => socket.connect(), Math.random() * 5_000);
  }
}

let writing = true;
const writeOne = () => {
  if (writing) outboxes[Math.floor(Math.random() * outboxes.length)]!.post({ id: randomUUID(), text: `${Date.now()} Wie rijdt er mee naar de markt?`, replyTo: null });
};

process.on("message", (asked: CrowdOrder | CrowdAsk) => {
  if (typeof asked === "object") return void takeSeats(asked).then(() => process.send!({ ready: true }));
  if (asked === "write") writeOne();
  if (asked === "shake") shake();
  if (asked === "stop writing") writing = false;
  if (asked !== "report") return;
  const report: CrowdReport = { acknowledged, unsettled: [...unsettled.values()].flat().map(({ id }) => id), last: seats.map(({ last }) => last), outOfPlace, delays, givenUp };
  process.send!(report);
});
