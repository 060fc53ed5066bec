import { and, count, eq, gt } from "drizzle-orm";
import { mailOutbox } from "#db/schema/index";
import { hashSecret } from "~/features/accounts/index.server";
import type { Code } from "~/platform/codes";
import type { Ctx } from "~/platform/ctx.server";
import { errorWords } from "~/platform/error-words";
import type { Language } from "~/platform/language";
import { limits } from "~/platform/limits";
import { replyWords } from "./words";

/** A letter about an answer that came by mail. */
export const aboutAnswer = "notifications.about-answer";

/** Why an answer is not, or not wholly, in the conversation. */
export type Reason = { kind: "unknown" | "other_sender" | "no_place" | "empty" | "too_long" | "gone" | "attachments" } | { kind: "refused"; code: Code };

/**
 * Writes to who sent an answer what became of it and what to do, without naming a conversation or group. Once for each
 * mail, and to one address a few times a day at most: whatever answers such letters by itself soon hears nothing more.
 */
export async function tellWriter(ctx: Ctx, given: { address: string; personId: string; language: Language; about: string; why: Reason }): Promise<"told" | "ignored"> {
  const { address, personId, language, about, why } = given;
  const { db, now } = ctx;
  const dayAgo = new Date(now.getTime() - 86_400_000);
  const [today] = await db.select({ n: count() }).from(mailOutbox).where(and(eq(mailOutbox.address, address), eq(mailOutbox.kind, aboutAnswer), gt(mailOutbox.createdAt, dayAgo)));
  if ((today?.n ?? 0) >= limits.replyLettersPerDay) return "ignored";
  const t = replyWords.for(language);
  const { INSTALLATION_NAME: product } = ctx.house.env;
  const letter = {
    subject: t("subject", { product }),
    body: t("greeting", { said: saying(why, language), address: `${ctx.house.publicUrl}/berichten`, product }),
  };
  await db
    .insert(mailOutbox)
    .values({ personId, address, kind: aboutAnswer, ...letter, dedupeKey: `answer:${why.kind}:${hashSecret(about)}`, nextTryAt: now, createdAt: now })
    .onConflictDoNothing();
  return "told";
}

function saying(why: Reason, language: Language): string {
  const t = replyWords.for(language);
  if (why.kind === "refused") return t("said_refused", { reason: errorWords.for(language)(why.code) });
  if (why.kind === "gone") return t("said_refused", { reason: t("said_gone") });
  return t(`said_${why.kind}`, { count: limits.messageCharacters });
}
