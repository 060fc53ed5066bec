import { simpleParser, type HeaderLines } from "mailparser";
import { hashSecret } from "~/features/accounts/index.server";
import { limits } from "~/platform/limits";
import { answersByItself } from "./mail-programs";
import { ownWords } from "./own-words";
import { replyMarkers } from "./words";

/** A mail as a door took it in. */
export interface TakenMail {
  raw: Buffer;
  /** As the other server said it, where there was one; an empty `from` is nobody, as of mail about mail. */
  envelope?: { from: string; to: string[] };
}

/** What counts of a mail that came in. */
export interface ReadMail {
  /** Sent to an address of ours. */
  ours: boolean;
  /** The secret parts of the addresses that it was sent to, five at most. */
  tokens: string[];
  /** In small letters; null where not exactly one person says to have written it. */
  from: string | null;
  /** The same for the same mail. */
  id: string;
  /** Written by a program: an absence, a list, a report of another server. */
  automatic: boolean;
  /** In the writer's own words. */
  text: string;
  /** Files that hang on to it. */
  attachments: number;
}

const deliveredTo = new Set(["to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-forwarded-to"]);

/** Reads what a mail says, whatever it is made of; what is no mail reads as an empty one. */
export async function readMail({ raw, envelope }: TakenMail, domain: string): Promise<ReadMail> {
  const mail = await simpleParser(raw.subarray(0, limits.mailBytes), {
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
    maxHtmlLengthToParse: 1_000_000,
  });
  const header = (name: string) => valuesOf(mail.headerLines, (key) => key === name).join(" ").trim();
  const recipients = [...(envelope?.to ?? []), ...valuesOf(mail.headerLines, (key) => deliveredTo.has(key))].join("\n").toLowerCase();
  const ours = new RegExp(`\\bantwoord(?:\\+([a-z0-9]{40}))?@${domain.toLowerCase().replace(/[^a-z0-9]/g, "\\$&")}(?![a-z0-9.-]*[a-z0-9])`, "g");
  const found = [...recipients.matchAll(ours)];
  const writers = mail.from?.value.flatMap((one) => one.group ?? [one]) ?? [];
  return {
    ours: found.length > 0,
    tokens: [...new Set(found.flatMap(([, token]) => token ?? []))].slice(0, 5),
    from: writers.length === 1 ? writers[0]!.address?.trim().toLowerCase() || null : null,
    id: hashSecret(header("message-id") || raw.toString("latin1")),
    automatic: isAutomatic(header, envelope?.from, mail.subject ?? "", writers[0]?.address ?? ""),
    text: ownWords(mail.text ?? "", replyMarkers),
    attachments: mail.attachments.filter((one) => !one.related && !one.cid && !/^application\/(?:pgp|pkcs7|x-pkcs7)|^text\/calendar/.test(one.contentType)).length,
  };
}

function valuesOf(lines: HeaderLines, wanted: (key: string) => boolean): string[] {
  return lines.filter(({ key }) => wanted(key)).map(({ line }) => line.slice(line.indexOf(":") + 1).replace(/\r?\n\s*/g, " "));
}

/** Programs that write mails say so, in one of many ways (RFC 3834 and older ones); nobody answers them, lest they answer back. */
function isAutomatic(header: (name: string) => string, envelopeFrom: string | undefined, subject: string, from: string): boolean {
  const submitted = header("auto-submitted").toLowerCase();
  if (submitted !== "" && !submitted.startsWith("no")) return true;
  if (envelopeFrom === "" || /^<\s*>$/.test(header("return-path"))) return true;
  if (/\b(?:bulk|junk|list|auto_reply)\b/i.test(header("precedence"))) return true;
  if (["list-id", "list-unsubscribe", "x-autoreply", "x-autorespond", "x-auto-reply", "x-failed-recipients"].some((name) => header(name) !== "")) return true;
  if (/^multipart\/report\b/i.test(header("content-type"))) return true;
  if (/^(?:mailer-daemon|postmaster|no-?reply|bounces?)@/i.test(from)) return true;
  return answersByItself.test(subject.trim());
}
