import { eq } from "drizzle-orm";
import { organisationSteward, spaceRole } from "#db/schema/index";
import { signedIn, type Ctx } from "~/platform/ctx.server";
import { countUnread } from "~/features/notifications/index.server";
import type { Language } from "~/platform/language";
import { readContact, type Contact } from "./read-contact.server";
import type { LoadContext } from "~/platform/load-context.server";

/** What stands around every page. Dates are ISO. */
export interface ShellView {
  installation: string;
  language: Language;
  demo: boolean;
  signedIn: boolean;
  /** Runs something: gets "Beheer". */
  staff: boolean;
  unread: number;
  sharedUntil: string | null;
  /** Nothing changes by itself on this device. */
  calm: boolean;
  help: Contact;
}

/** Reads the shell for one request; a reader without an account costs no query. */
export async function readShell({ ctx, session, calm }: Pick<LoadContext, "ctx" | "session" | "calm">): Promise<ShellView> {
  const { env } = ctx.house;
  const person = signedIn(ctx.actor);
  return {
    installation: env.INSTALLATION_NAME,
    language: ctx.language,
    demo: env.demo,
    signedIn: person,
    staff: person && (ctx.actor.roles.length > 0 || (await runsSomething(ctx, ctx.actor.personId!))),
    unread: person ? await countUnread(ctx) : 0,
    sharedUntil: session?.device === "shared" ? session.endsAt.toISOString() : null,
    calm,
    help: readContact(ctx.house),
  };
}

async function runsSomething(ctx: Ctx, personId: string): Promise<boolean> {
  const roles = await ctx.db.select({ id: spaceRole.id }).from(spaceRole).where(eq(spaceRole.personId, personId)).limit(1);
  if (roles.length > 0) return true;
  const steward = await ctx.db.select({ id: organisationSteward.organisationId }).from(organisationSteward).where(eq(organisationSteward.personId, personId)).limit(1);
  return steward.length > 0;
}
