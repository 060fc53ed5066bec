import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** What somebody would put into the words of a page if those were ever taken as markup. */
const smuggled = `<script>window.ran = "an inline script"</script>
<script src="data:text/javascript,window.ran='a script of data'"></script>
<script nonce="AAAAAAAAAAAAAAAAAAAAAA==">window.ran = "a guessed nonce"</script>
<img src="/nergens.png" onerror="window.ran = 'a handler'">
<a id="smuggled" href="javascript:window.ran='an address'">x</a>
<base href="https://evil.example/"><form id="away" action="https://evil.example/"></form>`;

/** Opens a page into whose answer the smuggled markup was put, its headers as they were; what ran of it. */
async function openTainted(page: Page, path: string): Promise<{ ran: string | null; policy: string }> {
  let policy = "";
  const tainted = (url: URL) => url.pathname === path;
  await page.route(tainted, async (route) => {
    const answer = await route.fetch();
    policy = answer.headers()["content-security-policy"] ?? "";
    await route.fulfill({ response: answer, body: (await answer.text()).replace("</body>", `${smuggled}</body>`) });
  });
  await page.goto(path);
  await page.locator("#smuggled").evaluate((link: HTMLElement) => link.click());
  const ran = await page.evaluate(async () => {
    // What the click and the picture started comes in the page's next tasks.
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    return (window as { ran?: string }).ran ?? null;
  });
  await page.unroute(tainted);
  return { ran, policy };
}

test("a script that somebody smuggles into a page does not run, on a reading page, a live page and the writing page, and the browser says so", async ({ as }) => {
  const page = await as("ria");
  const said: string[] = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  const first = (kind: string) => page.locator(`a[href^='/${kind}/']:not([href*='nieuw'])`).first().evaluate((link: HTMLAnchorElement) => new URL(link.href).pathname);
  await page.goto("/leerplekken/samen-in-de-moestuin/gesprekken");
  const discussion = await first("gesprekken");
  await page.goto("/leerplekken/samen-in-de-moestuin/teksten");
  const text = await first("teksten");
  for (const path of ["/hulp", discussion, `${text}/schrijven`]) {
    said.length = 0;
    const { ran, policy } = await openTainted(page, path);
    expect(ran, path).toBeNull();
    expect(policy).not.toContain("unsafe");
    expect(policy).toMatch(/object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'/);
    // What the walk over all pages takes for a mistake.
    expect(said.some((line) => line.includes("Content Security Policy")), path).toBe(true);
  }
  // A nonce is of one answer alone.
  const nonces = await Promise.all([0, 1].map(async () => /'nonce-([^']+)'/.exec((await page.request.get(discussion)).headers()["content-security-policy"]!)![1]));
  expect(nonces[0]).not.toBe(nonces[1]);
  // Where there is no page there is nothing to bring to life: a route's own script would look for words that are not there.
  const failed: string[] = [];
  page.on("pageerror", (error) => failed.push(error.message));
  for (const path of ["/teksten/00000000-0000-4000-8000-000000000000/schrijven", "/gesprekken/00000000-0000-4000-8000-000000000000"]) {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole("link", { name: "Vraag hulp" }).last()).toBeVisible();
    await expect(page.locator("#words")).toHaveCount(0);
  }
  expect(failed).toEqual([]);
});
