import { randomBytes, randomUUID } from "node:crypto";
import { reportWords, type ReportKind } from "~/features/house-rules/report-path";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { isOwn } from "./report-thing.server";
import { seeSubject } from "./subjects.server";

export interface ReportForm {
  kind: ReportKind;
  subject: string;
  title: string;
  excerpt: string;
  shownName: string;
  href: string;
  own: boolean;
  account: boolean;
  /** Made anew for each form; with them a second tap reports once, and only the reporter opens the status page. */
  id: string;
  secret: string;
}

/**
 * What "Niet oké? Zeg het ons" shows: what it is about, as this reader sees it.
 * @throws AppError `not_found` for a word that names no kind, and where the reader cannot see the thing.
 */
export async function readReportForm(ctx: Ctx, word: string, id: string): Promise<ReportForm> {
  const kind = kindOf(word);
  const subject = addressId(id);
  const seen = await seeSubject(ctx, kind, subject);
  return {
    kind,
    subject,
    title: seen.title ?? "",
    excerpt: seen.text.slice(0, 300),
    shownName: seen.shownName,
    href: seen.href,
    own: isOwn(ctx.actor, seen, kind),
    account: signedIn(ctx.actor),
    id: randomUUID(),
    secret: randomBytes(32).toString("base64url"),
  };
}

/** The kind that a word in the address names. @throws AppError `not_found`. */
function kindOf(word: string): ReportKind {
  const found = Object.entries(reportWords).find(([, its]) => its === word);
  if (!found) throw new AppError("not_found");
  return found[0] as ReportKind;
}
