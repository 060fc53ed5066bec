import { and, eq, isNull } from "drizzle-orm";
import { installationRole, oneTimeCode } from "#db/schema/index";
import { mayBecomeFirstAdministrator, mayOfferFirstAdministrator } from "~/permissions/accounts";
import { anonymous, makeCtx, theHouse, type Ctx, type House } from "~/platform/ctx.server";
import { defineAction } from "~/platform/define-action.server";
import { perAddress } from "~/platform/limiter.server";
import { limits } from "~/platform/limits";
import { accountMade, firstAdministratorMade } from "./facts";
import { FirstAdministratorInput, NoInput } from "./input";
import { countLetterTo } from "./letters.server";
import { askToConfirmEmail, hashNewPassword, insertPerson } from "./new-person.server";
import { hashSecret, makeLinkSecret } from "./secrets.server";
import { openSession } from "./sessions.server";
import { accessLink, useCode } from "./use-code.server";

async function hasAdministrator(ctx: Ctx): Promise<boolean> {
  const held = await ctx.db.select({ id: installationRole.personId }).from(installationRole).where(eq(installationRole.role, "administrator")).limit(1);
  return held.length > 0;
}

const offer = defineAction({
  name: "accounts.offer-first-administrator",
  input: NoInput,
  load: hasAdministrator,
  allow: mayOfferFirstAdministrator,
  run: async (ctx, { loaded: there }) => {
    if (there) return null;
    const secret = makeLinkSecret();
    // One link at a time: the one printed last.
    await ctx.db.delete(oneTimeCode).where(and(eq(oneTimeCode.purpose, "first_administrator"), isNull(oneTimeCode.usedAt)));
    await ctx.db.insert(oneTimeCode).values({
      purpose: "first_administrator",
      codeHash: hashSecret(secret),
      expiresAt: new Date(ctx.now.getTime() + limits.firstAdministratorLink * 1_000),
    });
    return `${ctx.house.publicUrl}/eerste-beheerder?link=${secret}`;
  },
});

/** A link, good once and for a day, with which whoever runs the server becomes the first administrator; null when there is one. */
export function createFirstAdministratorLink(house: House): Promise<string | null> {
  return offer(makeCtx(house, { actor: theHouse }), {});
}

/**
 * Makes the account of the first administrator and signs in to it.
 * @returns the sign-in name and the Set-Cookie of the session.
 * @throws AppError `wrong_code`, `code_used`, `code_expired`, `already_done`, `weak_password`.
 */
export const becomeFirstAdministrator = defineAction({
  name: "accounts.become-first-administrator",
  input: FirstAdministratorInput,
  limit: perAddress(20, "hour"),
  prepare: async (ctx, input) => {
    await accessLink(ctx, input.link, "first_administrator");
    if (input.email) await countLetterTo(ctx, input.email);
    return hashNewPassword(input.password, [input.name]);
  },
  load: async (ctx, input) => ({ code: await accessLink(ctx, input.link, "first_administrator"), hasAdministrator: await hasAdministrator(ctx) }),
  allow: mayBecomeFirstAdministrator,
  run: async (ctx, { input, loaded, prepared: passwordHash, fact }) => {
    await useCode(ctx, loaded.code.id);
    const made = await insertPerson(ctx, { name: input.name, passwordHash, ageGroup: "16_plus" });
    await ctx.db.insert(installationRole).values({ personId: made.personId, role: "administrator" });
    if (input.email) await askToConfirmEmail(ctx, { ...made, email: input.email, language: ctx.language });
    // On one's own device with the short lifetimes of staff.
    const cookie = await openSession(ctx, { personId: made.personId, device: "own", label: input.label });
    ctx.actor = { ...anonymous, personId: made.personId, actorId: made.actorId, ageGroup: "16_plus", roles: ["administrator"] };
    fact(accountMade, { data: { device: "own" } });
    fact(firstAdministratorMade, { data: {} });
    return { signInName: made.signInName, setCookies: [cookie] };
  },
});
