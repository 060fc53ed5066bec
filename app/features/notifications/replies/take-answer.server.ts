import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { createHash } from "node:crypto";
import { person } from "#db/schema/index";
import { actorOfPerson, hashSecret } from "~/features/accounts/index.server";
import { postMessage } from "~/features/discussions/index.server";
import { AppError, type Code } from "~/platform/codes";
import { makeCtx, theHouse, type Ctx, type House } from "~/platform/ctx.server";
import type { Language } from "~/platform/language";
import { readMail, type ReadMail, type TakenMail } from "./read-mail.server";
import { findReplyAddress } from "./reply-address.server";
import { tellWriter, type Reason } from "./tell-writer.server";

/** What became of a mail: all that it answered is posted; its writer was told why not; nobody is told; it was not sent to an address of ours. */
export type Taken = "posted" | "told" | "ignored" | "not_ours";

/** What passes by itself: the mail stays where it is and is taken again. */
const passes: readonly Code[] = ["too_many", "retry", "busy", "unavailable", "failed"];

/**
 * Takes a mail in: as an answer to a letter it comes into the conversation of that letter, under the very rules of
 * posting, judged now. The secret address says which person and which conversation, and the sender must be that person's
 * own address: neither is enough alone. The same mail again changes nothing.
 * @throws AppError or another error when it could not be decided; then it must be given again.
 */
export async function takeAnswer(house: House, taken: TakenMail): Promise<Taken> {
  const domain = house.env.REPLY_DOMAIN;
  if (!domain) return "not_ours";
  const mail = await readMail(taken, domain);
  if (!mail.ours) return "not_ours";
  if (mail.automatic || mail.from === null) return "ignored";
  const ctx = makeCtx(house, { actor: theHouse });
  if (mail.tokens.length === 0) return tellUnknown(ctx, { ...mail, from: mail.from });
  const all: Taken[] = [];
  for (const token of mail.tokens) all.push(await takeOne(ctx, { ...mail, from: mail.from }, token));
  return all.find((one) => one === "told") ?? all.find((one) => one === "ignored") ?? "posted";
}

type Answer = ReadMail & { from: string };

async function takeOne(ctx: Ctx, mail: Answer, token: string): Promise<Taken> {
  const address = await findReplyAddress(ctx, token);
  const writer = address ? await writerOf(ctx, address.personId) : null;
  // Of an address that is gone nothing is said, not even that it was there.
  if (!address || !writer || address.addressHash !== hashSecret(writer.email.toLowerCase())) return tellUnknown(ctx, mail);
  const tell = (why: Reason) => tellWriter(ctx, { address: mail.from, personId: writer.personId, language: writer.language, about: `${mail.id}:${address.discussionId}`, why });
  if (mail.from !== writer.email.toLowerCase()) return tell({ kind: "other_sender" });
  if (address.discussionId === null) return tell({ kind: "no_place" });
  if (mail.text === "") return tell({ kind: "empty" });
  const actor = await actorOfPerson(ctx, writer.personId);
  if (!actor) return tellUnknown(ctx, mail);
  try {
    await postMessage(makeCtx(ctx.house, { actor, language: writer.language }), { id: idOf(mail.id, token), discussion: address.discussionId, text: mail.text });
  } catch (error) {
    if (!(error instanceof AppError) || passes.includes(error.code)) throw error;
    // It was posted before, and changed or taken away since.
    if (error.code !== "already_done") return tell(reasonOf(error));
  }
  if (mail.attachments > 0) await tell({ kind: "attachments" });
  return "posted";
}

function reasonOf(error: AppError): Reason {
  if (error.code === "invalid_input") return { kind: error.detail.fields?.["text"] === "too_long" ? "too_long" : "empty" };
  return error.code === "not_found" ? { kind: "gone" } : { kind: "refused", code: error.code };
}

/** Somebody who has an account hears that the address does not work; anybody else might be a mailbox that never wrote to us. */
async function tellUnknown(ctx: Ctx, mail: Answer): Promise<Taken> {
  const [known] = await ctx.db
    .select({ personId: person.id, language: person.mailLanguage })
    .from(person)
    .where(and(eq(person.email, mail.from), isNotNull(person.emailConfirmedAt), isNull(person.disabledAt)));
  if (!known) return "ignored";
  return tellWriter(ctx, { address: mail.from, ...known, about: mail.id, why: { kind: "unknown" } });
}

async function writerOf(ctx: Ctx, personId: string): Promise<{ personId: string; email: string; language: Language } | null> {
  const [row] = await ctx.db.select({ personId: person.id, email: person.email, confirmed: person.emailConfirmedAt, language: person.mailLanguage }).from(person).where(eq(person.id, personId));
  return row?.email && row.confirmed ? { personId, email: row.email, language: row.language } : null;
}

/** The id of the message that a mail becomes: the same whenever it is taken. */
function idOf(mail: string, token: string): string {
  const hex = createHash("sha256").update(`${mail} ${token}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
