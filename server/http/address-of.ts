import type { Express } from "express";
import type { IncomingMessage } from "node:http";
import proxyAddress from "proxy-addr";

/** The address of who asks, by the same rule of trusted proxies as the pages use. */
export function addressOf(app: Express): (request: IncomingMessage) => string {
  const trust = app.get("trust proxy fn") as (address: string, hop: number) => boolean;
  return (request) => proxyAddress(request, trust);
}
