import type { Page } from "@playwright/test";
import { get, type IncomingHttpHeaders } from "node:http";
import { brotliCompressSync } from "node:zlib";
import { createRandom } from "../db/seed/load/random";
import { textOf } from "../db/seed/load/words";
import { expect, test } from "./fixtures";

const conversation = "Wat doe jij tegen slakken?";
const pageSize = 50;
/** A person may post 30 a minute, so two share the work; others than in the journey without JavaScript, which writes as much. */
const writers = ["fien", "tuur"];

async function addressOf(page: Page, title: string): Promise<string> {
  await page.goto("/gesprekken");
  await page.getByRole("link", { name: title }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** @returns its address; its first message is this text. */
async function startConversation(page: Page, text: string): Promise<string> {
  await page.goto("/gesprekken/nieuw?leerplek=samen-in-de-moestuin");
  const garden = page.getByRole("radio", { name: /^De tuin/ });
  if (await garden.isVisible()) await garden.check();
  await page.getByLabel("Waarover gaat het?").fill("Een lang gesprek");
  await page.getByLabel("Jouw eerste bericht").fill(text);
  await page.getByRole("button", { name: "Begin het gesprek" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Een lang gesprek" })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** An answer as it travels, not unpacked. */
function fetchPacked(url: string): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "br" } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve({ headers: answer.headers, body: Buffer.concat(chunks) }));
    }).on("error", reject);
  });
}

test("a page of 50 messages brings at most 25 kB of text, style and script, and no framework", async ({ as, browser, server }) => {
  const random = createRandom(7);
  let address = "";
  for (const [turn, name] of writers.entries()) {
    const page = await as(name);
    // One of its own: others read the first messages of the shared one.
    if (turn === 0) address = await startConversation(page, textOf(random));
    for (let count = turn + 1; count < pageSize; count += writers.length) {
      const form = { intent: "post", id: random.uuid(), text: textOf(random) };
      const answer = await page.request.post(address, { form, headers: { Origin: server.url }, maxRedirects: 0 });
      expect(answer.status()).toBe(302);
    }
  }
  const reader = await browser.newPage();
  const asked: string[] = [];
  reader.on("request", (request) => void (/^(document|stylesheet|script)$/.test(request.resourceType()) && asked.push(request.url())));
  await reader.goto(`${server.url}${address}`);
  await expect(reader.locator("article[id^='bericht-']")).toHaveCount(pageSize);
  await reader.close();
  const sizes = await Promise.all(
    asked.map(async (url) => {
      const { headers, body } = await fetchPacked(url);
      expect(headers["content-encoding"], url).toBe("br");
      return body.length;
    }),
  );
  expect(asked).toHaveLength(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(25_000);
  test.info().annotations.push({ type: "wire", description: `${sizes.join(" + ")} bytes` });
});

test("a live conversation brings at most 120 kB of script", async ({ as }) => {
  const page = await as("ria");
  await addressOf(page, conversation);
  const whenLive = () => expect(page.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  await whenLive();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => void (response.request().resourceType() === "script" && bodies.push(response.body())));
  await page.reload();
  await whenLive();
  const sizes = (await Promise.all(bodies)).map((body) => brotliCompressSync(body).length);
  expect(sizes.length).toBeGreaterThan(5);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(120_000);
});
