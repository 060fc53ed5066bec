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
async function signInOnOwnDevice(page: Page, who: { name: string; password: string }): Promise<void> {
  await page.goto("/aanmelden");
  await page.getByLabel("Aanmeldnaam of e-mailadres").fill(who.name);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(who.password);
  await page.getByRole("radio", { name: /Op mijn eigen toestel/ }).check();
  await page.getByRole("button", { name: "Meld je aan" }).click();
  await expect(page.getByRole("link", { name: "Ik", exact: true })).toBeVisible();
}
const timesAsked = (page: Page) => page.evaluate(() => (window as unknown as { asked: { times: number } }).asked.times);

test("news on one's own device: asked for by a tap alone, turned off without a script, never on a shared computer", async ({ browser, server }) => {
  const who = credentialsOf(server, "ria");
  const context = await openContext(browser, server);
  const page = await context.newPage();
  const violations: string[] = [];
  page.on("console", (said) => void (said.type() === "error" && violations.push(said.text())));
  await withPushService(page, "granted");
  await signInOnOwnDevice(page, who);
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

test("on an iPhone the way to news goes over the home screen, on which the site can stand", async ({ browser, server }) => {
  const context = await openContext(browser, server);
  const page = await context.newPage();
  const said: string[] = [];
  page.on("console", (one) => void (one.type() === "error" && said.push(one.text())));
  // As Safari there has it, until the site is opened from the home screen.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "standalone", { value: false });
    Reflect.deleteProperty(window, "PushManager");
  });
  await signInOnOwnDevice(page, credentialsOf(server, "ria"));
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(request.method()));
  await page.goto("/ik/meldingen");
  await expect(page.getByText("Op een iPhone of iPad kan dit met een icoon op je beginscherm.")).toBeVisible();
  await expect(page.getByText("Kies \"Zet op beginscherm\"")).toBeVisible();
  await expect(page.getByText("Deze browser kan geen meldingen tonen.")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Zet meldingen aan" })).toHaveCount(0);
  expect(asked.filter((method) => method !== "GET")).toEqual([]);

  const { errors, data, url } = (await (await context.newCDPSession(page)).send("Page.getAppManifest")) as { errors: unknown[]; data?: string; url: string };
  expect([errors, new URL(url).pathname]).toEqual([[], "/manifest.webmanifest"]);
  const manifest = JSON.parse(data ?? "{}") as { name: string; display: string; start_url: string; icons: { src: string; sizes: string }[] };
  expect(manifest).toMatchObject({ name: "Leerhoek", display: "standalone", start_url: "/" });
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (from) => {
      const picture = new Image();
      picture.src = from;
      await picture.decode();
      return `${picture.naturalWidth}x${picture.naturalHeight}`;
    }, src);
    expect([src, size]).toEqual([src, sizes]);
  }
  const answer = await page.request.get("/manifest.webmanifest");
  expect([answer.headers()["content-type"], answer.headers()["cache-control"]]).toEqual(["application/manifest+json; charset=utf-8", "public, max-age=3600"]);
  expect(said).toEqual([]);
  await context.close();
});
