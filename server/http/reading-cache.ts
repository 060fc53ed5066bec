import type { Request, RequestHandler, Response } from "express";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { cookieNames } from "~/features/accounts/index.server";
import type { House } from "~/platform/ctx.server";
import type { StreamId } from "~/platform/streams";
import { contextOf, languageOf } from "./make-context";

type Encoding = "br" | "gzip" | "identity";

interface Kept {
  answers: Record<Encoding, { headers: OutgoingHttpHeaders; body: Buffer }>;
  /** Every stream that a loader of the page declared, with the number it was read at. */
  streams: Map<StreamId, number>;
}

/** Pages kept at most; the one not asked for the longest goes first. */
const mostPages = 500;
const notKept = new Set(["set-cookie", "content-length", "content-encoding", "date", "connection", "transfer-encoding", "keep-alive"]);

/**
 * Keeps rendered reading pages for people without an account: address + language → body, for as long as no stream the page
 * depends on has a newer number. A page of which one loader declared nothing is not kept. `look` says whether it answered.
 */
export function readingCache(house: House): { look: (request: IncomingMessage, response: ServerResponse) => boolean; keep: RequestHandler } {
  const pages = new Map<string, Kept>();
  const drop = (key: string) => {
    for (const stream of pages.get(key)?.streams.keys() ?? []) house.publisher.untrack(stream);
    pages.delete(key);
  };
  const session = new RegExp(`(?:^|;\\s*)${cookieNames(house).session}=`);
  // By the host too: one that is refused never finds a page.
  const keyOf = ({ headers, url }: IncomingMessage) => `${headers.host ?? ""} ${languageOf(headers.cookie)} ${url}`;
  const isReader = ({ method, headers }: IncomingMessage) => method === "GET" && (headers.cookie === undefined || !session.test(headers.cookie));

  const look = (request: IncomingMessage, response: ServerResponse): boolean => {
    if (!isReader(request)) return false;
    const key = keyOf(request);
    const page = pages.get(key);
    if (!page) return false;
    for (const [stream, n] of page.streams) {
      if (house.publisher.head(stream) !== n) {
        drop(key);
        return false;
      }
    }
    // Asked for again: it goes to the end of the line.
    pages.delete(key);
    pages.set(key, page);
    const { headers, body } = page.answers[encodingFor(request)];
    response.writeHead(200, headers).end(body);
    return true;
  };

  const keep: RequestHandler = (request, response, next) => {
    if (isReader(request)) collect(request, response, (body) => void store(keyOf(request), request, response, body));
    next();
  };

  const store = async (key: string, request: Request, response: Response, body: Buffer) => {
    const { reads, ctx } = contextOf(request);
    const streams = new Map(reads.flatMap((read) => [...read]));
    if (ctx.actor.personId || response.statusCode !== 200 || streams.size === 0 || reads.some((read) => read.size === 0)) return;
    if (!String(response.getHeader("content-type")).startsWith("text/html")) return;
    const [br, zipped] = await Promise.all([
      promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
      promisify(gzip)(body, { level: 6 }),
    ]);
    drop(key);
    for (const [stream, n] of streams) house.publisher.track(stream, n);
    const shared = Object.fromEntries(Object.entries(response.getHeaders()).filter(([name, value]) => value !== undefined && !notKept.has(name)));
    const answer = (bytes: Buffer, encoding?: Encoding) => ({ headers: { ...shared, vary: "Accept-Encoding, Cookie", ...(encoding ? { "content-encoding": encoding } : {}), "content-length": bytes.length }, body: bytes });
    pages.set(key, { answers: { br: answer(br, "br"), gzip: answer(zipped, "gzip"), identity: answer(body) }, streams });
    const oldest = pages.keys().next();
    if (pages.size > mostPages && !oldest.done) drop(oldest.value);
  };
  return { look, keep };
}

function encodingFor({ headers }: IncomingMessage): Encoding {
  const accepted = String(headers["accept-encoding"] ?? "");
  return /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : "identity";
}

/** Hands over what is sent as the body, once it was sent whole. */
function collect(request: Request, response: Response, done: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const { write, end } = response;
  const take = (chunk: unknown) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as Uint8Array));
  };
  response.write = ((...given: Parameters<typeof write>) => {
    take(given[0]);
    return write.apply(response, given);
  }) as typeof write;
  response.end = ((...given: Parameters<typeof end>) => {
    take(given[0]);
    return end.apply(response, given);
  }) as typeof end;
  response.once("finish", () => {
    if (!request.aborted) done(Buffer.concat(chunks));
  });
}
