import { eq } from "drizzle-orm";
import webPush from "web-push";
import { installationSetting } from "#db/schema/index";
import type { Ctx } from "~/platform/ctx.server";

/** The keys with which push services know this installation. */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

const key = "push_keys";

/** Made once, in the database that all processes share: devices are bound to them, so they never change. */
export async function pushKeys(ctx: Pick<Ctx, "db">): Promise<PushKeys> {
  const find = async () => (await ctx.db.select({ value: installationSetting.value }).from(installationSetting).where(eq(installationSetting.key, key)))[0]?.value as PushKeys | undefined;
  const known = await find();
  if (known) return known;
  await ctx.db.insert(installationSetting).values({ key, value: webPush.generateVAPIDKeys() }).onConflictDoNothing();
  return (await find())!;
}
