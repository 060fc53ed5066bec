import { and, asc, eq, isNull, lt, lte } from "drizzle-orm";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";
import { mailOutbox } from "#db/schema/index";
import type { House } from "~/platform/ctx.server";

/** Sends one letter; throws when it could not be handed over. */
export type Post = (letter: SendMailOptions & { messageId: string; id: string }) => Promise<void>;

const mostAttempts = 8;

/** Through SMTP where it is configured, else as `.eml` files in the folder `mail` of the installation, for the operator to look at. */
export function openPost(house: House): Post {
  const from = { name: house.env.INSTALLATION_NAME, address: house.env.MAIL_FROM };
  if (house.env.SMTP_URL) {
    const transport = createTransport({ url: house.env.SMTP_URL, connectionTimeout: 10_000, socketTimeout: 20_000 }, { from });
    return async ({ id: _id, ...letter }) => void (await transport.sendMail(letter));
  }
  const folder = join(house.dataDir, "mail");
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" }, { from });
  return async ({ id, ...letter }) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { message } = await transport.sendMail(letter);
    await writeFile(join(folder, `${id}.eml`), message as Buffer, { mode: 0o600 });
  };
}

/**
 * Hands over the letters that are due. A letter is claimed in a transaction of its own before it goes out, so that two
 * processes do not send it both; its Message-ID stays the same, so that a repeat after a crash is recognised.
 * @returns how many went out.
 */
export async function deliverMail(house: House, post: Post): Promise<number> {
  let sent = 0;
  for (;;) {
    const letter = await claim(house);
    if (!letter) return sent;
    try {
      await post({
        id: letter.id,
        to: letter.address,
        subject: letter.subject,
        text: letter.body,
        messageId: `<${letter.id}@${new URL(house.publicUrl).hostname}>`,
        headers: { "Auto-Submitted": "auto-generated" },
      });
      await house.database.db.update(mailOutbox).set({ sentAt: house.now(), body: "", failedCode: null }).where(eq(mailOutbox.id, letter.id));
      sent += 1;
    } catch (error) {
      const failedCode = error instanceof Error && "code" in error ? String(error.code).slice(0, 40) : "failed";
      await house.database.db.update(mailOutbox).set({ failedCode }).where(eq(mailOutbox.id, letter.id));
      house.logger.warn({ letter: letter.id, attempt: letter.attempts, failedCode }, "a letter could not be handed over; it is tried again");
    }
  }
}

async function claim(house: House) {
  const { value } = await house.database.withTx(async (db) => {
    const now = house.now();
    const [letter] = await db
      .select()
      .from(mailOutbox)
      .where(and(isNull(mailOutbox.sentAt), lte(mailOutbox.nextTryAt, now), lt(mailOutbox.attempts, mostAttempts)))
      .orderBy(asc(mailOutbox.nextTryAt))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!letter) return { value: null };
    const attempts = letter.attempts + 1;
    const nextTryAt = new Date(now.getTime() + 60_000 * 2 ** attempts);
    await db.update(mailOutbox).set({ attempts, nextTryAt }).where(eq(mailOutbox.id, letter.id));
    return { value: { ...letter, attempts } };
  });
  return value;
}
