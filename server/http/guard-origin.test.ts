import type { Request, Response } from "express";
import { describe, expect, test } from "vitest";
import { guardOrigin, judgeOrigin } from "./guard-origin";

const ours = ["https://leerhoek.test"];

describe("who started a write", () => {
  test.each([
    [{ "sec-fetch-site": "same-origin" }, "own"],
    [{ "sec-fetch-site": "same-origin", origin: "https://leerhoek.test" }, "own"],
    [{ origin: "https://leerhoek.test" }, "own"],
    [{ referer: "https://leerhoek.test/ik" }, "own"],
    [{ "sec-fetch-site": "cross-site", origin: "https://leerhoek.test" }, "foreign"],
    [{ "sec-fetch-site": "same-site" }, "foreign"],
    [{ "sec-fetch-site": "none", origin: "null" }, "foreign"],
    [{ origin: "null" }, "foreign"],
    [{ origin: "https://leerhoek.test.evil.test" }, "foreign"],
    [{ origin: "https://sub.leerhoek.test" }, "foreign"],
    [{ origin: "http://leerhoek.test" }, "foreign"],
    [{ origin: "https://leerhoek.test:8443" }, "foreign"],
    [{ origin: "%%%" }, "foreign"],
    [{ origin: "" }, "foreign"],
    [{ referer: "not an address" }, "foreign"],
    [{}, "unknown"],
  ] as const)("%j is %s", (headers, judged) => expect(judgeOrigin(headers, ours)).toBe(judged));
});

/** What the guard does with a write: 403, or what comes after it. */
function guarded(path: string, headers: Record<string, string>): number | "on" {
  let answer: number | "on" = 0;
  const response = { status: (code: number) => ((answer = code), response), type: () => response, send: () => response };
  const request = { method: "POST", path, get: (name: string) => headers[name] };
  void guardOrigin(() => ours)(request as unknown as Request, response as unknown as Response, () => (answer = "on"));
  return answer;
}

test("a mail program may stop letters from no page at all, by the key in the address; another site may not, and nothing else is so open", () => {
  const key = "A".repeat(43);
  expect(guarded(`/mails-uit/${key}`, {})).toBe("on");
  expect(guarded(`/mails-uit/${key}`, { origin: "https://evil.test" })).toBe(403);
  expect(guarded(`/mails-uit/${key}`, { "sec-fetch-site": "cross-site" })).toBe(403);
  for (const path of ["/mails-uit/", `/mails-uit/${key}A`, `/mails-uit/${key}/ik`, `/ik/mails-uit/${key}`, "/ik/meldingen", "/aanmelden"]) expect(guarded(path, {})).toBe(403);
});
