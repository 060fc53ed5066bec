import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { installationSetting } from "#db/schema/index";

const key = "demonstration";

/** What the installation remembers of the demonstration. */
export type DemonstrationSetting =
  | {
      state: "loaded";
      region: string;
      /** The one password of everybody in it, made for this installation; in the clear, since the terminal says it at every start. */
      password: string;
      people: { signInName: string; what: string }[];
    }
  /** Taken away on purpose: it does not come back by itself. */
  | { state: "removed" };

export async function readDemonstrationSetting(db: Db): Promise<DemonstrationSetting | null> {
  const [row] = await db.select().from(installationSetting).where(eq(installationSetting.key, key));
  return (row?.value as DemonstrationSetting | undefined) ?? null;
}

export async function writeDemonstrationSetting(db: Db, value: DemonstrationSetting, now: Date): Promise<void> {
  await db
    .insert(installationSetting)
    .values({ key, value, changedAt: now })
    .onConflictDoUpdate({ target: installationSetting.key, set: { value, changedAt: now } });
}
