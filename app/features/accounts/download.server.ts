import type { Ctx } from "~/platform/ctx.server";
import { languages } from "~/platform/language";
import { accessOwnAccount } from "./access-own-account.server";
import { listSessions } from "./list-sessions.server";
import { accountWords } from "./words";

export interface DownloadPart {
  /** Name in the file, stable: "messages". */
  key: string;
  /** Heading on the page, in its language. */
  title: string;
  /** One object per thing; the keys are the columns. Moments as ISO text. */
  rows: Record<string, string | number | boolean | null>[];
  /** What each key is called on the page, in its language. */
  columns: Record<string, string>;
  /** The rows of the file, where they hold more than the page can show. */
  inFile?: () => Promise<Record<string, string | number | boolean | null>[]>;
  /** What a code among the values is called on the page; the file keeps the code. */
  words?: Record<string, string>;
}

export interface Download {
  feature: string;
  /** Everything of the person here, also what others wrote about them where they may see it. */
  collect: (ctx: Ctx, person: { personId: string; actorId: string }) => Promise<DownloadPart[]>;
}

const downloads = new Map<string, Download>();

/** Registers what a feature gives when somebody downloads their data. */
export function defineDownload(download: Download): void {
  downloads.set(download.feature, download);
}

/** Everything that is kept about who acts, from every feature that registered. @throws AppError `sign_in`. */
export async function collectDownload(ctx: Ctx): Promise<DownloadPart[]> {
  const { id: personId } = await accessOwnAccount(ctx);
  const parts: DownloadPart[] = [];
  for (const { collect } of downloads.values()) parts.push(...(await collect(ctx, { personId, actorId: ctx.actor.actorId! })));
  return parts;
}

/** The same as a file: JSON, keys in English, moments in UTC. */
export async function downloadFile(parts: DownloadPart[], madeAt: Date): Promise<string> {
  const all: Record<string, DownloadPart["rows"]> = {};
  for (const part of parts) all[part.key] = (await part.inFile?.()) ?? part.rows;
  return JSON.stringify({ madeAt: madeAt.toISOString(), ...all }, null, 2);
}

defineDownload({
  feature: "accounts",
  collect: async (ctx): Promise<DownloadPart[]> => {
    const t = accountWords.for(ctx.language);
    const person = await accessOwnAccount(ctx);
    const sessions = await listSessions(ctx);
    return [
      {
        key: "account",
        title: t("download_account"),
        rows: [
          {
            signInName: person.signInName,
            name: person.name,
            email: person.email,
            mailLanguage: person.mailLanguage,
            ageGroup: person.ageGroup,
            showsPresence: person.showsPresence,
            showsTyping: person.showsTyping,
            createdAt: person.createdAt.toISOString(),
          },
        ],
        columns: {
          signInName: t("sign_in_name"),
          name: t("download_name"),
          email: t("email"),
          mailLanguage: t("mail_language"),
          ageGroup: t("age"),
          showsPresence: t("presence_word"),
          showsTyping: t("typing_word"),
          createdAt: t("download_since"),
        },
        words: {
          "16_plus": t("age_value_16_plus"),
          "13_to_15": t("age_value_13_to_15"),
          ...Object.fromEntries(languages.map((language) => [language, t(`language_${language}`)])),
        },
      },
      {
        key: "devices",
        title: t("devices"),
        rows: sessions.map(({ label, device, since, lastActive }) => ({ label, device, since, lastActive })),
        columns: { label: t("download_device"), device: t("download_device_kind"), since: t("download_since"), lastActive: t("download_last_active") },
        words: { own: t("device_kind_own"), shared: t("device_kind_shared") },
      },
    ];
  },
});
