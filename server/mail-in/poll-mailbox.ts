import { ImapFlow } from "imapflow";
import { takeAnswer } from "~/features/notifications/index.server";
import type { House } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { createPatience, type Patience } from "./patience";

/** So many mails are taken in one round; the others wait for the next. */
const mailsPerRound = 100;

/**
 * Looks into a mailbox: what is new there is taken in, and removed when what it says is decided, so that a process that
 * dies in between finds it again. What was sent elsewhere is marked as read and left.
 * @param address `imaps://user:secret@host:port/mailbox`; `imap://` asks for encryption too, but on this very machine.
 * @returns does one round, and says how many mails it took. Throws when the mailbox cannot be reached.
 */
export function mailboxDoor(house: House, address: URL): () => Promise<number> {
  const secure = address.protocol === "imaps:";
  const onThisMachine = ["localhost", "127.0.0.1", "[::1]"].includes(address.hostname);
  const patience = createPatience(house.now);
  const mailbox = decodeURIComponent(address.pathname.slice(1)) || "INBOX";
  return async () => {
    const client = new ImapFlow({
      host: address.hostname.replace(/^\[|\]$/g, ""),
      port: Number(address.port) || (secure ? 993 : 143),
      secure,
      ...(secure ? {} : { doSTARTTLS: onThisMachine ? undefined : true }),
      auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) },
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: 20_000,
      greetingTimeout: 20_000,
      socketTimeout: 60_000,
      maxLiteralSize: limits.mailBytes + 1_024,
    });
    // Said again by the call that it breaks.
    client.on("error", () => undefined);
    await client.connect();
    try {
      return await takeNew(house, client, mailbox, patience);
    } finally {
      await client.logout().catch(() => client.close());
    }
  };
}

async function takeNew(house: House, client: ImapFlow, mailbox: string, patience: Patience): Promise<number> {
  const { uidValidity } = await client.mailboxOpen(mailbox);
  const fresh = (await client.search({ seen: false, deleted: false }, { uid: true })) || [];
  const keyOf = (uid: number) => `${uidValidity}:${uid}`;
  patience.keepOnly(new Set(fresh.map(keyOf)));
  let taken = 0;
  for (const uid of fresh.filter((one) => patience.isDue(keyOf(one))).slice(0, mailsPerRound)) {
    const mail = await client.fetchOne(String(uid), { source: { maxLength: limits.mailBytes } }, { uid: true });
    if (!mail || !mail.source) continue;
    let outcome: Awaited<ReturnType<typeof takeAnswer>>;
    try {
      outcome = await takeAnswer(house, { raw: mail.source });
    } catch (error) {
      patience.failed(keyOf(uid));
      house.logger.warn({ err: error }, "a mail could not be taken in; it stays and is tried again");
      continue;
    }
    const noted = outcome === "not_ours" ? await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true }) : await client.messageDelete(String(uid), { uid: true });
    // It comes again, and changes nothing then.
    if (!noted) throw new Error("the mailbox did not let go of a mail that was taken in");
    taken += 1;
    house.logger.info({ outcome }, "a mail was taken in");
  }
  return taken;
}
