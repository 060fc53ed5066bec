import { expect, test } from "vitest";
import { answerFeed, type Fetched } from "./answer-feed.server";
import { AppError } from "./codes";

const past = new Date("2025-11-20T10:00:00.250Z");
let written = 0;
const fetched = (given: Partial<Fetched> = {}): Fetched => ({ contentType: "application/atom+xml", version: "nl space:1=4", changedAt: past, write: async () => `nr ${++written}`, ...given });
const ask = (headers: Record<string, string> = {}, given?: Partial<Fetched>) => answerFeed(new Request("http://leer.example/feed.atom", { headers }), async () => fetched(given));

test("says what it is, when it changed and how to ask whether it did", async () => {
  const answer = await ask();
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe("application/atom+xml");
  expect(answer.headers.get("ETag")).toMatch(/^W\/"[\w-]{27}"$/);
  // The second after: a change in the same second would otherwise stay unseen.
  expect(answer.headers.get("Last-Modified")).toBe("Thu, 20 Nov 2025 10:00:01 GMT");
  expect(answer.headers.get("Cache-Control")).toBe("no-cache");
});

test("what did not change is neither made nor sent again", async () => {
  const tag = (await ask()).headers.get("ETag")!;
  const before = written;
  for (const known of [tag, tag.slice(2), `"other", ${tag}`, "*"]) {
    const answer = await ask({ "If-None-Match": known });
    expect([answer.status, await answer.text(), answer.headers.get("ETag")]).toEqual([304, "", tag]);
  }
  expect((await ask({ "If-Modified-Since": "Thu, 20 Nov 2025 10:00:01 GMT" })).status).toBe(304);
  expect(written).toBe(before);
});

test("what changed is sent, also when the time alone would say otherwise", async () => {
  const tag = (await ask()).headers.get("ETag")!;
  const later = { version: "nl space:1=5" };
  expect((await ask({ "If-None-Match": tag }, later)).status).toBe(200);
  expect((await ask({ "If-None-Match": tag, "If-Modified-Since": "Thu, 20 Nov 2025 10:00:01 GMT" }, later)).status).toBe(200);
  expect((await ask({ "If-Modified-Since": "Thu, 20 Nov 2025 10:00:00 GMT" })).status).toBe(200);
  expect((await ask({ "If-Modified-Since": "gisteren" })).status).toBe(200);
});

test("names no moment while the second in which it changed has not passed, nor when nothing ever happened", async () => {
  expect((await ask({}, { changedAt: new Date() })).headers.get("Last-Modified")).toBeNull();
  expect((await ask({ "If-Modified-Since": new Date().toUTCString() }, { changedAt: null })).status).toBe(200);
});

test("a refusal is its code, whatever was known before", async () => {
  const refused = answerFeed(new Request("http://leer.example/feed.atom", { headers: { "If-None-Match": "*" } }), async () => {
    throw new AppError("not_found");
  });
  await expect(refused).rejects.toMatchObject({ status: 404 });
});
