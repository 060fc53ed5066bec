import { z } from "zod";

const flag = z
  .enum(["0", "1", "true", "false", ""])
  .optional()
  .transform((value) => (value === undefined || value === "" ? undefined : value === "1" || value === "true"));

/** A mailbox that is looked into, a port of our own, or a folder of `.eml` files. */
const mailInForms = /^(imaps?:\/\/[^/@]+@[^/@]+|smtp:\/\/[^/@]+:\d+|file:\/\/\/.+)/;

const Settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((value) => value.replace(/\/+$/, ""))
    .optional(),
  TRUST_PROXY: z.string().optional(),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres:// or postgresql://").optional(),
  DATA_DIR: z.string().min(1).default("data"),
  REDIS_URL: z.string().regex(/^rediss?:\/\//, "must begin with redis:// or rediss://").optional(),
  DEMO: flag,
  REGION: z.string().regex(/^[a-z-]+$/, "is the name of a folder in db/seed/regions").default("westhoek"),
  INSTALLATION_NAME: z.string().min(1).max(60).default("Leerhoek"),
  CONTACT_NAME: z.string().min(1).optional(),
  CONTACT_PHONE: z.string().regex(/^\+?[\d ./()-]{6,20}$/, "is a phone number, such as 057 12 34 56").optional(),
  CONTACT_EMAIL: z.email().optional(),
  DPO_CONTACT: z.string().min(3).optional(),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://").optional(),
  MAIL_FROM: z.string().min(3).default("leerhoek@localhost"),
  REPLY_DOMAIN: z.string().regex(/^(?=.{1,200}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i, "is what stands behind the @, such as antwoord.example.be").optional(),
  MAIL_IN: z.string().regex(mailInForms, "is imaps://user:secret@host/INBOX, smtp://address:port or file:///folder").optional(),
  CHROMIUM_PATH: z.string().min(1).optional(),
  SOFFICE_PATH: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

/** Letters must not name an address that nobody reads, and what comes in must be for somebody. */
const Env = Settings.superRefine(({ REPLY_DOMAIN, MAIL_IN }, issues) => {
  if (REPLY_DOMAIN && !MAIL_IN) issues.addIssue({ code: "custom", path: ["MAIL_IN"], message: "must say where answers come in, when REPLY_DOMAIN is set" });
  if (MAIL_IN && !REPLY_DOMAIN) issues.addIssue({ code: "custom", path: ["REPLY_DOMAIN"], message: "must say to which domain answers are sent, when MAIL_IN is set" });
});

export type Env = z.infer<typeof Env> & {
  /** True while the demonstration may exist: asked for, or bound to loopback without a public address or a database of one's own. */
  demo: boolean;
};

/** What is wrong with the configuration, one sentence per variable. */
export class EnvError extends Error {}

/**
 * Reads the configuration once, at boot. Empty variables count as absent.
 * @throws EnvError naming each wrong variable and how to mend it.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Env.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new EnvError(`The configuration is not right: ${lines.join("; ")}. See the table in docs/operate.md.`);
  }
  const env = parsed.data;
  const loopback = ["127.0.0.1", "::1", "localhost"].includes(env.HOST);
  return { ...env, demo: env.DEMO ?? (loopback && !env.PUBLIC_URL && !env.DATABASE_URL) };
}
