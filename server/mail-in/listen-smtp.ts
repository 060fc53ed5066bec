import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import { takeAnswer } from "~/features/notifications/index.server";
import { AppError } from "~/platform/codes";
import type { House } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";

/** From one address, in a minute: a mail server in front is one address. */
const mailsPerMinute = 120;
const answersPerMail = 5;

export interface SmtpDoor {
  port: number;
  stop: () => Promise<void>;
}

class Refused extends Error {
  constructor(readonly responseCode: number, message: string) {
    super(message);
  }
}

/**
 * Takes mails in as a mail server does: for addresses to answer to and for nobody else, so it relays nothing. It says that
 * it took a mail only when what it says is decided; else the other server keeps it and comes again. It stands behind the
 * mail server of the house, so it knows no passwords and no encryption of its own.
 * @throws Error when the port is taken.
 */
export async function listenSmtp(house: House, { host, port }: { host: string; port: number }): Promise<SmtpDoor> {
  const ours = new RegExp(`^antwoord(?:\\+[a-z0-9]{40})?@${house.env.REPLY_DOMAIN!.replace(/[^a-z0-9]/gi, "\\$&")}$`, "i");
  const server = new SMTPServer({
    name: house.env.REPLY_DOMAIN,
    banner: "answers only",
    disabledCommands: ["AUTH", "STARTTLS"],
    authOptional: true,
    disableReverseLookup: true,
    size: limits.mailBytes,
    rejectOversized: true,
    maxClients: 10,
    socketTimeout: 60_000,
    closeTimeout: 2_000,
    onRcptTo: ({ address }, { envelope }, done) => {
      if (!ours.test(address)) return done(new Refused(550, "no such address here, and nothing is passed on"));
      done(envelope.rcptTo.length >= answersPerMail ? new Refused(452, "too many addresses") : null);
    },
    onData: (stream, { envelope, remoteAddress }, done) => {
      const mailFrom = envelope.mailFrom;
      const taking = async () => {
        const raw = await wholeOf(stream);
        if (stream.sizeExceeded) return;
        await house.limiter.consumeKey(`mail-in|${remoteAddress}`, mailsPerMinute, 60);
        const outcome = await takeAnswer(house, { raw, envelope: { from: mailFrom ? mailFrom.address : "", to: envelope.rcptTo.map(({ address }) => address) } });
        house.logger.info({ outcome }, "a mail was taken in");
      };
      taking().then(
        () => done(null),
        (error: unknown) => {
          if (!(error instanceof AppError)) house.logger.warn({ err: error }, "a mail could not be taken in; the other server keeps it");
          done(new Refused(451, "not now, please try again later"));
        },
      );
    },
  });
  server.on("error", (error) => house.logger.warn({ err: error }, "the door for mail"));
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** All of a mail; beyond the size that is taken it is read and thrown away. */
async function wholeOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (stream.sizeExceeded) chunks.length = 0;
    else chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
