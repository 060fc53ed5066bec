import { and, eq, gt, isNull } from "drizzle-orm";
import { oneTimeCode } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";
import type { Language } from "~/platform/language";
import { accessOwnAccount } from "./access-own-account.server";

export interface AccountView {
  signInName: string;
  /** The name that a next leerplek proposes. */
  name: string;
  /** Confirmed, or null. */
  email: string | null;
  /** An address to which a link is on its way. */
  emailAsked: string | null;
  mailLanguage: Language;
  ageGroup: "16_plus" | "13_to_15";
  /** Whether other members see that they are there, and that they write. */
  showsPresence: boolean;
  showsTyping: boolean;
}

/** The account of who acts, for its own pages. @throws AppError `sign_in`. */
export async function readAccount(ctx: Ctx): Promise<AccountView> {
  const person = await accessOwnAccount(ctx);
  const [asked] = await ctx.db
    .select({ email: oneTimeCode.email })
    .from(oneTimeCode)
    .where(and(eq(oneTimeCode.personId, person.id), eq(oneTimeCode.purpose, "email_confirm"), isNull(oneTimeCode.usedAt), gt(oneTimeCode.expiresAt, ctx.now)))
    .limit(1);
  const { signInName, name, email, mailLanguage, ageGroup, showsPresence, showsTyping } = person;
  return { signInName, name, email, emailAsked: asked?.email ?? null, mailLanguage, ageGroup, showsPresence, showsTyping };
}
