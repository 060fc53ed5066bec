import { describe, expect, test } from "vitest";
import { EnvError, parseEnv } from "./env.server";

describe("the configuration", () => {
  test("needs nothing, and shows the demonstration on a machine of one's own alone", () => {
    expect(parseEnv({})).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", DATA_DIR: "data", demo: true });
    expect(parseEnv({ HOST: "0.0.0.0" }).demo).toBe(false);
    expect(parseEnv({ PUBLIC_URL: "https://leren.example" }).demo).toBe(false);
    expect(parseEnv({ DATABASE_URL: "postgres://db" }).demo).toBe(false);
    expect(parseEnv({ HOST: "0.0.0.0", DEMO: "1" }).demo).toBe(true);
    expect(parseEnv({ DEMO: "0" }).demo).toBe(false);
  });
  test("an empty variable is an absent one, a trailing slash does not matter", () => {
    expect(parseEnv({ PORT: "", PUBLIC_URL: "https://leren.example/" })).toMatchObject({ PORT: 3000, PUBLIC_URL: "https://leren.example" });
  });
  test.each([
    [{ PORT: "many" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ PUBLIC_URL: "javascript:x" }, "PUBLIC_URL"],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL"],
    [{ DEMO: "perhaps" }, "DEMO"],
    [{ REGION: "../../etc" }, "REGION"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [{ REPLY_DOMAIN: "antwoord.example" }, "MAIL_IN"],
    [{ MAIL_IN: "file:///var/mail-in" }, "REPLY_DOMAIN"],
    [{ MAIL_IN: "pop3://host", REPLY_DOMAIN: "antwoord.example" }, "MAIL_IN"],
    [{ MAIL_IN: "file:///var/mail-in", REPLY_DOMAIN: "a b" }, "REPLY_DOMAIN"],
  ])("%j stops the start and names the variable", (given, name) => {
    expect(() => parseEnv(given as Record<string, string>)).toThrow(EnvError);
    expect(() => parseEnv(given as Record<string, string>)).toThrow(name);
  });
});
