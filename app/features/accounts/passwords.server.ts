import argon2 from "@node-rs/argon2";
import { availableParallelism } from "node:os";
import { AppError } from "~/platform/codes";
import { limits } from "~/platform/limits";
import { canonicalPassword } from "./passphrase.server";

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; about 20 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash of a random value nobody knows: what a password is compared with when there is no such account. */
const nobodysHash = "$argon2id$v=19$m=19456,t=2,p=1$6zFA1shrDYU+YaacwLKKoA$TEbeVNso+qOW5gcMlhanAabS91HDnjs7BKhgcK2pAJQ";

/** Hashes at a time: one core stays free for pages and the database. */
const lanes = Math.max(1, availableParallelism() - 1);

let running = 0;
const waiting: (() => void)[] = [];

/** Runs at most one hash per lane; a few more wait, the rest are told to come back. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= lanes) {
    if (waiting.length >= limits.passwordQueue) throw new AppError("busy", { retryAfterSeconds: 5 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

let admitted = 0;

/**
 * Lets in as many attempts as can be hashed or wait for it, before they cost anything: a flood of log-ins would otherwise
 * stand in line for the database with every reader behind it.
 * @throws AppError `busy` when too many are under way.
 */
export async function admitAttempt<T>(work: () => Promise<T>): Promise<T> {
  if (admitted >= lanes + limits.passwordQueue) throw new AppError("busy", { retryAfterSeconds: 5 });
  admitted += 1;
  try {
    return await work();
  } finally {
    admitted -= 1;
  }
}

/**
 * Hash to keep of a password or paper code.
 * @throws AppError `busy` when too many wait.
 */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => argon2.hash(canonicalPassword(password), cost));
}

/**
 * Whether the password belongs to the hash. Without a hash the same work is done and the answer is no, so that the time
 * tells nothing.
 * @throws AppError `busy` when too many wait.
 */
export async function verifyPassword(kept: string | null | undefined, password: string): Promise<boolean> {
  const right = await inTurn(() => argon2.verify(kept ?? nobodysHash, canonicalPassword(password)));
  return right && typeof kept === "string";
}
