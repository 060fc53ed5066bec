import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import type { SealedPush } from "../deliver-push.server";

/** A browser that was told to let news appear: it has the keys, and reads what comes as RFC 8291 and RFC 8292 say. */
export function makeDevice(name = "een") {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  const auth = randomBytes(16);
  return {
    asked: { endpoint: `https://updates.push.services.mozilla.com/wpush/v2/${name}`, p256dh: pair.getPublicKey("base64url"), auth: auth.toString("base64url") },
    /** What a push shows. Throws when it was not sealed for this device. */
    open: ({ body }: SealedPush): unknown => {
      const [salt, keyLength] = [body.subarray(0, 16), body[20]!];
      const [theirs, sealed] = [body.subarray(21, 21 + keyLength), body.subarray(21 + keyLength)];
      const secret = hkdf(auth, pair.computeSecret(theirs), Buffer.concat([Buffer.from("WebPush: info\0"), pair.getPublicKey(), theirs]), 32);
      const [key, nonce] = [hkdf(salt, secret, Buffer.from("Content-Encoding: aes128gcm\0"), 16), hkdf(salt, secret, Buffer.from("Content-Encoding: nonce\0"), 12)];
      const decipher = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(sealed.subarray(-16));
      const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
      return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString());
    },
  };
}

const hkdf = (salt: Buffer, from: Buffer, info: Buffer, length: number) => Buffer.from(hkdfSync("sha256", from, salt, info, length));

/** Who a push says to be from, when its signature fits the key that devices were given; else null. */
export function signedBy({ headers }: SealedPush, publicKey: string): { aud: string; sub: string; exp: number } | null {
  const [, token, key] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers["Authorization"] ?? "") ?? [];
  if (!token || key !== publicKey) return null;
  const [head, body, signature] = token.split(".");
  const point = Buffer.from(publicKey, "base64url");
  const jwk = { kty: "EC", crv: "P-256", x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") };
  const fits = verify("sha256", Buffer.from(`${head}.${body}`), { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" }, Buffer.from(signature!, "base64url"));
  return fits ? JSON.parse(Buffer.from(body!, "base64url").toString()) : null;
}
