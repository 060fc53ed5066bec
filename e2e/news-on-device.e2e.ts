import type { Page } from "@playwright/test";
import { credentialsOf, expect, openContext, signIn, test } from "./fixtures";

/** A browser that has a push service, and notes whether somebody was asked for leave. */
async function withPushService(page: Page, answer: NotificationPermission): Promise<void> {
  await page.addInitScript((given) => {
    const asked = { times: 0 };
    Object.assign(window, { asked });
    Notification.requestPermission = async () => {
      asked.times += 1;
      return given;
    };
    PushManager.prototype.subscribe = async () =>
      ({ toJSON: () => ({ endpoint: "https://updates.push.services.mozilla.com/wpush/v2/e2e", keys: { p256dh: `B${"A".repeat(86)}`, auth: "A".repeat(22) } }) }) as unknown as PushSubscription;
  }, answer);
}
const timesAsked = (page: Page) => page.evaluate(() => (window as unknown as { asked: { times: number } }).asked.times);

test("news on one's own device: asked for by a tap alone, turned off without a script, never on a shared computer", async ({ browser, server }) => {
  const who = credentialsOf(server, "ria");
  const context = await openContext(browser, server);
  const page = await context.newPage();
  const violations: string[] = [];
  page.on("console", (said) => void (said.type() === "error" && violations.push(said.text())));
  await withPushService(page, "granted");
  await page.goto("/aanmelden");
  await page.getByLabel("Aanmeldnaam of e-mailadres").fill(who.name);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(who.password);
  await page.getByRole("radio", { name: /Op mijn eigen toestel/ }).check();
  await page.getByRole("button", { name: "Meld je aan" }).click();
  await expect(page.getByRole("link", { name: "Ik", exact: true })).toBeVisible();
  await page.goto("/ik/meldingen");
  await expect(page.getByText("De meldingen staan uit op dit toestel.")).toBeVisible();
  expect(await timesAsked(page)).toBe(0);
  await page.getByRole("button", { name: "Zet meldingen aan" }).click();
  await expect(page.getByText("De meldingen staan aan op dit toestel")).toBeVisible();
  const workers = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname));
  expect(workers).toEqual(["/melding/"]);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  await page.getByRole("button", { name: "Zet meldingen uit" }).click();
  await expect(page.getByText("De meldingen staan uit op dit toestel.")).toBeVisible();
  expect(violations).toEqual([]);

  const refusing = await context.newPage();
  await withPushService(refusing, "denied");
  await refusing.goto("/ik/meldingen");
  await refusing.getByRole("button", { name: "Zet meldingen aan" }).click();
  await expect(refusing.getByText("Je toestel laat geen meldingen van deze website toe.")).toBeVisible();
  await context.close();

  const library = await openContext(browser, server);
  const shared = await library.newPage();
  await withPushService(shared, "granted");
  await signIn(shared, who);
  await shared.goto("/ik/meldingen");
  await expect(shared.getByText("Op een gedeelde computer kan dit niet.")).toBeVisible();
  await expect(shared.getByRole("button", { name: "Zet meldingen aan" })).toHaveCount(0);
  await library.close();
});
