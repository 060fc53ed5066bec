import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";

interface Kept {
  uid: number;
  raw: Buffer;
  flags: Set<string>;
}

/** A mailbox that is looked into over IMAP. */
export interface MailboxServer {
  url: string;
  /** Mails in it, with their flags. */
  mails: Kept[];
  put: (raw: Buffer) => void;
  /** The commands that came in, without their tags. */
  said: string[];
  /** From now on it hangs up as soon as it hears such a command, before it does what it says; null: it does its work. */
  hangUpAt: (command: RegExp | null) => void;
  close: () => Promise<void>;
}

/** Starts a mail server with one mailbox on a port of its own. It speaks as much IMAP4rev1 (with UIDPLUS) as looking into a mailbox takes. */
export async function startMailboxServer(password = "geheim"): Promise<MailboxServer> {
  const mails: Kept[] = [];
  const said: string[] = [];
  const open = new Set<Socket>();
  let nextUid = 1;
  let stop: RegExp | null = null;
  const server = createServer((socket) => {
    open.add(socket.on("close", () => open.delete(socket)).on("error", () => undefined));
    const say = (line: string) => socket.write(`${line}\r\n`);
    let waiting = "";
    say("* OK [CAPABILITY IMAP4rev1 UIDPLUS] here");
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      waiting += chunk;
      for (let end = waiting.indexOf("\r\n"); end >= 0; end = waiting.indexOf("\r\n")) {
        const line = waiting.slice(0, end);
        waiting = waiting.slice(end + 2);
        const [, tag, command] = /^(\S+) (.*)$/.exec(line)!;
        said.push(command!);
        if (stop?.test(command!)) return void socket.destroy();
        answer(socket, say, tag!, command!);
      }
    });
  });
  const answer = (socket: Socket, say: (line: string) => void, tag: string, command: string) => {
    const done = (what = "OK done") => say(`${tag} ${what}`);
    const uid = Number(/^UID \w+ (\d+)/i.exec(command)?.[1]);
    const one = mails.find((mail) => mail.uid === uid);
    const numberOf = (mail: Kept) => mails.indexOf(mail) + 1;
    if (/^LOGIN/i.test(command)) return done(command.includes(password) ? "OK in" : "NO [AUTHENTICATIONFAILED] no");
    if (/^CAPABILITY/i.test(command)) say("* CAPABILITY IMAP4rev1 UIDPLUS");
    if (/^LIST/i.test(command)) say('* LIST () "/" INBOX');
    if (/^SELECT/i.test(command)) {
      for (const line of ["FLAGS (\\Seen \\Deleted)", `${mails.length} EXISTS`, "0 RECENT", "OK [PERMANENTFLAGS (\\Seen \\Deleted)] flags", "OK [UIDVALIDITY 7] valid", `OK [UIDNEXT ${nextUid}] next`]) say(`* ${line}`);
      return done("OK [READ-WRITE] open");
    }
    if (/^UID SEARCH/i.test(command)) {
      const wanted = mails.filter(({ flags }) => !(/UNSEEN/i.test(command) && flags.has("\\Seen")) && !(/UNDELETED/i.test(command) && flags.has("\\Deleted")));
      say(["* SEARCH", ...wanted.map((mail) => mail.uid)].join(" "));
    }
    if (/^UID FETCH/i.test(command) && one) {
      socket.write(`* ${numberOf(one)} FETCH (UID ${uid} BODY[]<0> {${one.raw.length}}\r\n`);
      socket.write(one.raw);
      say(")");
    }
    if (/^UID STORE/i.test(command) && one) for (const flag of command.match(/\\\w+/g) ?? []) one.flags.add(flag);
    if (/^UID EXPUNGE/i.test(command) && one?.flags.has("\\Deleted")) {
      say(`* ${numberOf(one)} EXPUNGE`);
      mails.splice(mails.indexOf(one), 1);
    }
    if (/^LOGOUT/i.test(command)) {
      say("* BYE");
      done();
      return void socket.end();
    }
    done();
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `imap://leerhoek:${password}@127.0.0.1:${(server.address() as AddressInfo).port}/INBOX`,
    mails,
    said,
    put: (raw) => void mails.push({ uid: nextUid++, raw, flags: new Set() }),
    hangUpAt: (command) => void (stop = command),
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
