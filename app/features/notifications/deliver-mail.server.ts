import { and, asc, eq, isNull, lt, lte } from "drizzle-orm";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";
import { mailOutbox } from "#db/schema/index";
import { makeCtx, theHouse, type House } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { newsLetter } from "./letters/gather-news.server";
import { noteWritten, writeNews } from "./letters/write-news.server";
import { aboutAnswer } from "./replies/tell-writer.server";

/** Sends one letter; throws when it could not be handed over. */
export type Post = (letter: SendMailOptions & { messageId: string; id: string }) => Promise<void>;

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
 * Hands over the letters that are due, once each. A letter is claimed in a transaction of its own before it goes out, so
 * that two processes do not send it both. When this process dies before it wrote down that the letter went, nobody can
 * know whether it did: then it goes again after a while, with the same words and the same Message-ID, by which
 * mailboxes see that they have it already.
 * @returns how many went out.
 */
export async function deliverMail(house: House, post: Post): Promise<number> {
  let sent = 0;
  for (;;) {
    const claimed = await claim(house);
    if (claimed === "nothing") return sent;
    if (claimed === "dropped") continue;
    const { id, address, subject, body, stopAddress, replyTo, createdAt, attempts } = claimed;
    try {
      await post({
        id,
        to: address,
        subject,
        text: body,
        date: createdAt,
        ...(replyTo ? { replyTo: { name: house.env.INSTALLATION_NAME, address: replyTo } } : {}),
        messageId: `<${id}@${new URL(house.publicUrl).hostname}>`,
        headers: { "Auto-Submitted": claimed.kind === aboutAnswer ? "auto-replied" : "auto-generated", ...(stopAddress ? { "List-Unsubscribe": `<${stopAddress}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {}) },
      });
      await house.database.db.update(mailOutbox).set({ sentAt: house.now(), body: "", replyTo: null, failedCode: null }).where(eq(mailOutbox.id, id));
      sent += 1;
    } catch (error) {
      const failedCode = error instanceof Error && "code" in error ? String(error.code).slice(0, 40) : "failed";
      await house.database.db.update(mailOutbox).set({ failedCode }).where(eq(mailOutbox.id, id));
      house.logger.warn({ letter: id, attempt: attempts, failedCode }, "a letter could not be handed over; it is tried again");
    }
  }
}

type Claimed = typeof mailOutbox.$inferSelect;

async function claim(house: House): Promise<Claimed | "nothing" | "dropped"> {
  const ctx = makeCtx(house, { actor: theHouse });
  const { value } = await house.database.withTx<Claimed | "nothing" | "dropped">(async (db) => {
    const now = house.now();
    const [letter] = await db
      .select()
      .from(mailOutbox)
      .where(and(isNull(mailOutbox.sentAt), lte(mailOutbox.nextTryAt, now), lt(mailOutbox.attempts, limits.mailAttempts)))
      .orderBy(asc(mailOutbox.nextTryAt), asc(mailOutbox.id))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!letter) return { value: "nothing" };
    const inside = { ...ctx, db, writing: true };
    const news = letter.kind === newsLetter ? await writeNews(inside, letter.id) : null;
    if (letter.kind === newsLetter && news === null) {
      await db.delete(mailOutbox).where(eq(mailOutbox.id, letter.id));
      return { value: "dropped" };
    }
    // After a known failure it is written anew, for something may have been read; where nobody knows, the very same goes again.
    const anew = letter.attempts === 0 || letter.failedCode !== null ? news : null;
    if (anew) await noteWritten(inside, anew);
    const words = anew ? { address: anew.address, subject: anew.subject, body: anew.body, stopAddress: anew.stopAddress, replyTo: anew.replyTo } : {};
    const attempts = letter.attempts + 1;
    const nextTryAt = new Date(now.getTime() + 60_000 * 2 ** attempts);
    const [claimed] = await db.update(mailOutbox).set({ ...words, attempts, nextTryAt, failedCode: null }).where(eq(mailOutbox.id, letter.id)).returning();
    return { value: claimed! };
  });
  return value;
}
