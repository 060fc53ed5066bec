import type { Page } from "@playwright/test";
import pg from "pg";
import { expect, test } from "./fixtures";
import { startTalk } from "./start-talk";

const many = 420;

/** Messages 2 to `many`, of different lengths, put straight into the database: nobody may write that many in a minute. */
async function fill(databaseUrl: string, path: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const id = path.split("/").at(-1);
  await client.query(
    `INSERT INTO message (id, discussion_id, group_id, number, author_actor, text)
     SELECT gen_random_uuid(), m.discussion_id, m.group_id, n, m.author_actor, 'Bericht ' || n || repeat(' en nog wat woorden', n % 17) FROM message m, generate_series(2, ${many}) n WHERE m.discussion_id = $1`,
    [id],
  );
  await client.query("UPDATE discussion SET message_count = $2 WHERE id = $1", [id, many]);
  await client.end();
}

const numbers = (page: Page) => page.locator("article[id^='bericht-']").evaluateAll((found) => found.map((one) => Number(one.id.replace("bericht-", ""))));
const topOf = (page: Page, number: number) => page.locator(`#bericht-${number}`).evaluate((one) => Math.round(one.getBoundingClientRect().top));
/** Two frames on, what the browser still had to do is done. */
const settled = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))));
const unbroken = (found: number[]) => found.every((number, index) => index === 0 || number === found[index - 1]! + 1);

test("a long conversation is read up and down from any place: nothing moves, and never more than a part is held", async ({ as, databaseUrl }) => {
  test.slow();
  const [ria, sam] = [await as("ria"), await as("sam")];
  const path = await startTalk(ria, "Wat eten we uit de tuin?", 1);
  await fill(databaseUrl!, path);

  await sam.goto(`${path}?vanaf=301`);
  await expect(sam.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  expect(await numbers(sam)).toEqual(Array.from({ length: 50 }, (_, index) => 301 + index));
  const older = sam.getByRole("link", { name: "Oudere berichten" });
  await older.scrollIntoViewIfNeeded();
  const place = await topOf(sam, 301);
  await older.click();
  await expect(sam.locator("#bericht-251")).toBeAttached();
  await settled(sam);
  expect(Math.abs((await topOf(sam, 301)) - place)).toBeLessThanOrEqual(1);
  expect(new URL(sam.url()).search).toBe("?vanaf=301");

  await sam.mouse.move(300, 400);
  await expect(async () => {
    await sam.mouse.wheel(0, -20_000);
    await expect(sam.locator("#bericht-1")).toBeAttached({ timeout: 300 });
  }).toPass({ intervals: [100] });
  const held = await numbers(sam);
  expect([held[0], held.length, unbroken(held)]).toEqual([1, 200, true]);

  await expect(async () => {
    await sam.mouse.wheel(0, 20_000);
    await expect(sam.locator(`#bericht-${many}`)).toBeAttached({ timeout: 300 });
  }).toPass({ intervals: [100] });
  const end = await numbers(sam);
  expect([end.at(-1), end.length, unbroken(end)]).toEqual([many, 200, true]);

  await ria.goto(`${path}?vanaf=${many - 10}`);
  await expect(ria.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  await ria.getByLabel("Jouw bericht").fill("Soep van pompoen");
  await ria.getByRole("button", { name: "Verstuur" }).click();
  await expect(sam.getByText("Soep van pompoen").or(sam.getByText("1 nieuw bericht.")).first()).toBeAttached();
});

test("without script it is pages, and a message has an address", async ({ browser, server, as, databaseUrl }) => {
  const path = await startTalk(await as("ria"), "Wat bewaren we?", 1);
  await fill(databaseUrl!, path);
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${path}?vanaf=301#bericht-333`);
  await expect(page.locator("#bericht-333")).toBeInViewport();
  await expect(page.getByText(`Berichten 301 tot 350 van ${many}`).first()).toBeVisible();
  await page.getByRole("link", { name: "Oudere berichten" }).click();
  expect(await numbers(page)).toEqual(Array.from({ length: 50 }, (_, index) => 251 + index));
  await page.getByRole("link", { name: "Nieuwere berichten" }).click();
  await page.goto(`${path}?vanaf=999999`);
  expect((await numbers(page)).at(-1)).toBe(many);
  await context.close();
});
