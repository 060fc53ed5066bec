import { expect, test } from "vitest";
import { anonymous } from "./ctx.server";
import { addressKey, createLimiter, perPerson } from "./limiter.server";

const at = (personId: string | null, device: string | null, address: string | null) => ({ actor: { ...anonymous, personId }, device, address });

test("thirty people behind one address do not stand in each other's way", async () => {
  const limiter = createLimiter();
  for (let person = 0; person < 30; person += 1) await limiter.consume(at(`p${person}`, null, "10.0.0.1"), "post", perPerson(1, "minute"));
  await expect(limiter.consume(at("p0", null, "10.0.0.1"), "post", perPerson(1, "minute"))).rejects.toMatchObject({ code: "too_many" });
});

test("without an account or device the address counts, ten times as wide", async () => {
  const limiter = createLimiter();
  for (let tries = 0; tries < 10; tries += 1) await limiter.consume(at(null, null, "10.0.0.1"), "post", perPerson(1, "minute"));
  await expect(limiter.consume(at(null, null, "10.0.0.1"), "post", perPerson(1, "minute"))).rejects.toMatchObject({ code: "too_many" });
  await limiter.consume(at(null, null, "10.0.0.2"), "post", perPerson(1, "minute"));
});

test("an IPv6 household is one key, another household another", () => {
  expect(addressKey("2001:db8:1:2:3::4")).toBe(addressKey("2001:db8:1:2:ffff:1:1:1"));
  expect(addressKey("2001:db8:1:2::4")).toBe("2001:db8:1:2");
  expect(addressKey("2001:db8::4")).not.toBe(addressKey("2001:db9::4"));
  expect(addressKey("::ffff:10.0.0.1")).toBe(addressKey("10.0.0.1"));
});
