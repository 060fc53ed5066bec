import { availableParallelism } from "node:os";
import { expect, it } from "vitest";
import type { AppError } from "~/platform/codes";
import { limits } from "~/platform/limits";
import { deviceLabel } from "./device-label";
import { canonicalPassword, proposePassphrase } from "./passphrase.server";
import { passwordFault } from "./password-strength.server";
import { admitAttempt, hashPassword, verifyPassword } from "./passwords.server";
import { makeKey, makePaperCode, readPaperCode } from "./secrets.server";

const lanes = Math.max(1, availableParallelism() - 1);

it("holds a flood: what does not fit in the queue is told to come back, the rest is done", async () => {
  const hash = await hashPassword("zeven-Zotte-Zeilboten");
  const answers = await Promise.all(Array.from({ length: 200 }, () => verifyPassword(hash, "raad-maar").then(String, (error: AppError) => `${error.code}:${error.detail.retryAfterSeconds}`)));
  expect(answers.filter((answer) => answer === "false")).toHaveLength(lanes + limits.passwordQueue);
  expect(answers.filter((answer) => answer === "busy:5")).toHaveLength(200 - lanes - limits.passwordQueue);
  expect(await verifyPassword(hash, "zeven-Zotte-Zeilboten")).toBe(true);
});

it("turns attempts away before they cost anything", async () => {
  let begun = 0;
  const answers = await Promise.allSettled(Array.from({ length: 200 }, () => admitAttempt(async () => void (begun += 1, await Promise.resolve()))));
  expect(begun).toBe(lanes + limits.passwordQueue);
  expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(200 - begun);
  await admitAttempt(async () => undefined);
});

it("says no without a hash, whatever is typed", async () => {
  for (const typed of ["", "x", "zeven-Zotte-Zeilboten"]) expect(await verifyPassword(null, typed)).toBe(false);
});

it("proposes four words from the list, seldom the same", () => {
  const proposals = Array.from({ length: 200 }, proposePassphrase);
  for (const proposal of proposals) {
    expect(proposal).toMatch(/^[a-z]+( [a-z]+){3}$/);
    expect(canonicalPassword(proposal)).toBe(proposal);
    expect(passwordFault(proposal, [])).toBeNull();
    expect(new TextEncoder().encode(proposal).length).toBeLessThanOrEqual(limits.passwordBytes);
  }
  expect(new Set(proposals).size).toBe(200);
});

it("leaves every other password as it was typed", () => {
  for (const typed of ["Zeven Zotte Zeilboten Varen", " spatie voor", "kat-lamp", "k@t lamp fiets brood"]) expect(canonicalPassword(typed)).toBe(typed);
});

it("reads a paper code as people write it, and nothing else", () => {
  const code = makePaperCode();
  for (const typed of [code, code.toLowerCase(), code.replace("-", ""), ` ${code.split("").join(" ")} `]) expect(readPaperCode(typed)).toBe(code);
  for (const typed of ["", "K7MP", "K7MP-3WX", "K7MP-3WXDD", "K7MP_3WXD"]) expect(readPaperCode(typed)).toBeNull();
});

it("makes keys that its own reader takes", () => {
  expect(new Set(Array.from({ length: 50 }, () => /^[a-z0-9]{40}$/.test(makeKey())))).toEqual(new Set([true]));
});

it.each([
  ["Mozilla/5.0 (Linux; Android 10; SM-A105F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0.3987.99 Mobile Safari/537.36", "Chrome · Android"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 13_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.0 Mobile/15E148 Safari/604.1", "Safari · iPhone"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Windows"],
  ["curl/8.5", ""],
  [null, ""],
])("names a device coarsely", (userAgent, label) => {
  expect(deviceLabel(userAgent)).toBe(label);
});
