import { makeCtx, type Ctx, type House } from "~/platform/ctx.server";
import { makeAccount, resolveActor } from "../index.server";

export const goodPassword = "zeven-Zotte-Zeilboten";

/** What a browser would send back of these Set-Cookies. */
export function cookieHeader(setCookies: string[]): string {
  return setCookies.map((line) => line.split(";")[0]!).join("; ");
}

/** The context of a request with these cookies, as the http door makes it. */
export async function ctxWithCookies(house: House, header: string | null, given: { address?: string } = {}): Promise<Ctx> {
  const { actor, device } = await resolveActor(house, header);
  return makeCtx(house, { actor, device, address: given.address ?? null });
}

/** An account made through the front door, with its session. */
export async function newAccount(house: House, given: Record<string, unknown> = {}): Promise<{ signInName: string; setCookies: string[]; cookies: string; ctx: Ctx; personId: string; actorId: string }> {
  const made = await makeAccount(makeCtx(house), { name: "Noor Vandewalle", password: goodPassword, age: "16_plus", device: "own", ...given });
  const cookies = cookieHeader(made.setCookies);
  const ctx = await ctxWithCookies(house, cookies);
  return { ...made, cookies, ctx, personId: ctx.actor.personId!, actorId: ctx.actor.actorId! };
}
