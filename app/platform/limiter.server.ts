import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "./codes";
import type { Ctx } from "./ctx.server";

export interface Limit {
  points: number;
  seconds: number;
  /** `person`: the account; without one the device cookie and, as anyone can invent such a cookie, the address at ten times the points. */
  by: "person" | "address";
}

const unit = { minute: 60, hour: 3_600, day: 86_400 } as const;

export function perPerson(points: number, per: keyof typeof unit): Limit {
  return { points, seconds: unit[per], by: "person" };
}

export function perAddress(points: number, per: keyof typeof unit): Limit {
  return { points, seconds: unit[per], by: "address" };
}

export interface Limiter {
  /** Counts one try. @throws AppError `too_many` with the seconds to wait. */
  consume: (ctx: Pick<Ctx, "actor" | "device" | "address">, name: string, limit: Limit) => Promise<void>;
  /** Counts one try against a key of the caller's own, such as an account that somebody tries to sign in to. */
  consumeKey: (key: string, points: number, seconds: number) => Promise<void>;
  /** Forgets the tries of a key, after success. */
  forget: (key: string) => Promise<void>;
  /** Takes back one counted try against a key, where only failures count. */
  giveBack: (key: string, points: number, seconds: number) => Promise<void>;
}

/** How much wider a limit per address is than one per person: a library is one address. */
const sharedAddressFactor = 10;

/** Limits kept in this process; each process counts for itself. */
export function createLimiter(): Limiter {
  const limiters = new Map<string, RateLimiterMemory>();
  const limiterFor = (points: number, seconds: number) => {
    const name = `${points}/${seconds}`;
    let limiter = limiters.get(name);
    if (!limiter) limiters.set(name, (limiter = new RateLimiterMemory({ points, duration: seconds, keyPrefix: name })));
    return limiter;
  };
  const consumeKey = async (key: string, points: number, seconds: number) => {
    try {
      await limiterFor(points, seconds).consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new AppError("too_many", { retryAfterSeconds: Math.ceil(refused.msBeforeNext / 1_000) });
    }
  };
  return {
    consumeKey,
    consume: async (ctx, name, limit) => {
      const own = limit.by === "person" ? (ctx.actor.personId ?? ctx.device) : null;
      if (own) await consumeKey(`${name}|${own}`, limit.points, limit.seconds);
      if (own && ctx.actor.personId) return;
      if (!ctx.address) return;
      const points = limit.by === "person" ? limit.points * sharedAddressFactor : limit.points;
      await consumeKey(`${name}|${addressKey(ctx.address)}`, points, limit.seconds);
    },
    forget: async (key) => {
      for (const limiter of limiters.values()) await limiter.delete(key);
    },
    giveBack: async (key, points, seconds) => void (await limiterFor(points, seconds).reward(key)),
  };
}

/** An IPv6 household is one /64; an IPv4 address is itself. */
export function addressKey(address: string): string {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address.replace("::ffff:", "");
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const full = address.includes("::") ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right] : left;
  return full.slice(0, 4).join(":");
}
