import { and, asc, eq, lt, lte, or, sql } from "drizzle-orm";
import { lookup } from "node:dns";
import { Agent, request } from "node:https";
import { BlockList, isIPv6, type LookupFunction } from "node:net";
import webPush from "web-push";
import { pushDevice, pushOutbox } from "#db/schema/index";
import { makeCtx, theHouse, type House } from "~/platform/ctx.server";
import { limits } from "~/platform/limits";
import { isPushAddress } from "./push-services";
import { pushKeys } from "./push-keys.server";
import { writePush, type PushedNews } from "./write-push.server";

/** What is handed to a push service: sealed for one device. */
export interface SealedPush {
  endpoint: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** Hands it over; the status that the service answers. Throws when the service cannot be reached. */
export type HandOver = (sealed: SealedPush) => Promise<number>;

/** Networks of one's own, to which nothing is sent, whatever a name stands for. */
const inside = new BlockList();
for (const [net, bits] of [["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24], ["192.168.0.0", 16], ["198.18.0.0", 15], ["224.0.0.0", 3]] as const) inside.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [["::", 96], ["64:ff9b::", 96], ["fc00::", 7], ["fe80::", 10], ["ff00::", 8]] as const) inside.addSubnet(net, bits, "ipv6");

/** Whether an address is of a network of one's own. */
export function isInside(address: string): boolean {
  return inside.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

/** Looks a name up at the moment of connecting, so that it cannot stand for another machine afterwards. */
export const lookUpOutside: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    const outside = error ? [] : found.filter(({ address }) => !isInside(address));
    if (error || outside.length === 0) return done(error ?? Object.assign(new Error("no address outside"), { code: "ENOTFOUND" }), "", 0);
    if (options.all) return done(null, outside);
    done(null, outside[0]!.address, outside[0]!.family);
  });
};

/** To the push services of browsers, over https, following nobody elsewhere. */
export function openPushDoor(): HandOver {
  const agent = new Agent({ lookup: lookUpOutside, keepAlive: true, maxSockets: 10 });
  return ({ endpoint, headers, body }) =>
    new Promise((resolve, reject) => {
      if (!isPushAddress(endpoint)) return reject(new Error("not the address of a push service"));
      const asked = request(endpoint, { method: "POST", headers, agent, timeout: 15_000 }, (answer) => {
        answer.resume().on("end", () => resolve(answer.statusCode ?? 0)).on("error", reject);
      });
      asked.on("timeout", () => asked.destroy(new Error("the push service took too long"))).on("error", reject).end(body);
    });
}

/**
 * Hands over the news that is due. It is claimed in a transaction of its own before it goes, so that two processes do not
 * send it both; when this process dies in between it goes again, and takes the place of the first on the device. A device
 * that its service no longer knows is forgotten.
 * @returns how many were handed over.
 */
export async function deliverPush(house: House, handOver: HandOver): Promise<number> {
  const { db } = house.database;
  let sent = 0;
  for (let claimed = await claim(house); claimed !== null; claimed = await claim(house)) {
    const { id, deviceId, attempts, device, news } = claimed;
    if (!news) continue;
    try {
      const status = await handOver(seal(house, device, news, await pushKeys({ db })));
      if (status === 404 || status === 410) await db.delete(pushDevice).where(eq(pushDevice.id, deviceId));
      else if (status >= 200 && status < 300) {
        await db.delete(pushOutbox).where(eq(pushOutbox.id, id));
        sent += 1;
      } else house.logger.warn({ push: id, attempt: attempts, status }, "news for a device was not taken; it is tried again");
    } catch (error) {
      house.logger.warn({ push: id, attempt: attempts, code: error instanceof Error && "code" in error ? String(error.code).slice(0, 40) : "failed" }, "news for a device could not be handed over; it is tried again");
    }
  }
  return sent;
}

function seal(house: House, device: typeof pushDevice.$inferSelect, news: PushedNews, keys: { publicKey: string; privateKey: string }): SealedPush {
  const subject = house.publicUrl.startsWith("https:") ? house.publicUrl : `mailto:${house.env.MAIL_FROM}`;
  const { endpoint, headers, body } = webPush.generateRequestDetails({ endpoint: device.endpoint, keys: { p256dh: device.p256dh, auth: device.auth } }, JSON.stringify(news), {
    vapidDetails: { subject, ...keys },
    TTL: limits.pushKept,
    contentEncoding: "aes128gcm",
  });
  return { endpoint, headers: Object.fromEntries(Object.entries(headers as Record<string, unknown>).map(([name, value]) => [name, String(value)])), body: body as Buffer };
}

/** Takes one that is due; with no news when there was nothing left to say. Null when none is due. */
async function claim(house: House) {
  const ctx = makeCtx(house, { actor: theHouse });
  const { value } = await house.database.withTx(async (db) => {
    const now = house.now();
    const givenUp = new Date(now.getTime() - limits.pushKept * 1_000);
    await db.delete(pushOutbox).where(or(lt(pushOutbox.createdAt, givenUp), and(sql`${pushOutbox.attempts} >= ${limits.pushAttempts}`, lte(pushOutbox.nextTryAt, now))));
    const [due] = await db
      .select({ id: pushOutbox.id, attempts: pushOutbox.attempts, deviceId: pushOutbox.deviceId, device: pushDevice })
      .from(pushOutbox)
      .innerJoin(pushDevice, eq(pushDevice.id, pushOutbox.deviceId))
      .where(lte(pushOutbox.nextTryAt, now))
      .orderBy(asc(pushOutbox.nextTryAt), asc(pushOutbox.id))
      .limit(1)
      .for("update", { of: pushOutbox, skipLocked: true });
    if (!due) return { value: null };
    const news = await writePush({ ...ctx, db, writing: true }, due.id);
    if (!news) await db.delete(pushOutbox).where(eq(pushOutbox.id, due.id));
    else await db.update(pushOutbox).set({ attempts: due.attempts + 1, nextTryAt: new Date(now.getTime() + 60_000 * 2 ** due.attempts) }).where(eq(pushOutbox.id, due.id));
    return { value: { ...due, news } };
  });
  return value;
}
