import { expect, test } from "vitest";
import { calmCookie, wantsCalm } from "./calm-mode";

test("what the cookie says is read back, beside whatever else is there, and nothing else turns it on", () => {
  const held = (on: boolean) => calmCookie(on, { secure: true, kept: true }).split(";")[0];
  expect([wantsCalm(held(true)), wantsCalm(held(false))]).toEqual([true, false]);
  expect(wantsCalm(`language=nl; ${held(true)}; leerhoek_session=x`)).toBe(true);
  for (const other of [null, undefined, "", "xcalm=1", "calm=10", "calm=", "a=calm=1", "notcalm=1; b=2"]) expect(wantsCalm(other)).toBe(false);
});
