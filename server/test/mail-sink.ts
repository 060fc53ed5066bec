import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";

/** A mail server that keeps what it is given, and can stay silent at a moment: before it takes a letter, or after. */
export interface MailSink {
  url: string;
  /** Whole letters, as they came in. */
  letters: string[];
  /** From now on it goes no further than here; null: it does its work. */
  stallAt: (point: "greeting" | "receipt" | null) => void;
  /** Resolves when somebody waits there. */
  stalled: () => Promise<void>;
  close: () => Promise<void>;
}

/** Starts a mail server on a port of its own. It speaks as much SMTP as nodemailer asks of it. */
export async function startMailSink(): Promise<MailSink> {
  const letters: string[] = [];
  const open = new Set<Socket>();
  let stall: "greeting" | "receipt" | null = null;
  let arrived: () => void = () => undefined;
  let arrival = new Promise<void>((resolve) => (arrived = resolve));
  const server = createServer((socket) => {
    open.add(socket.on("close", () => open.delete(socket)).on("error", () => undefined));
    const say = (line: string) => socket.write(`${line}\r\n`);
    let waiting = "";
    let inLetter = false;
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      waiting += chunk;
      for (;;) {
        const end = waiting.indexOf(inLetter ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const said = waiting.slice(0, end);
        waiting = waiting.slice(end + (inLetter ? 5 : 2));
        if (inLetter) {
          inLetter = false;
          letters.push(said);
          if (stall === "receipt") arrived();
          else say("250 taken");
        } else if (/^DATA/i.test(said)) {
          inLetter = true;
          say("354 go on");
        } else say(/^QUIT/i.test(said) ? "221 bye" : "250 good");
      }
    });
    if (stall === "greeting") arrived();
    else say("220 here");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    stallAt: (point) => {
      stall = point;
      arrival = new Promise<void>((resolve) => (arrived = resolve));
    },
    stalled: () => arrival,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
