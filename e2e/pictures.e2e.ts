import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, openContext, test } from "./fixtures";
import { startTalk } from "./start-talk";
import { joinTheGarden, makeAccount } from "./take-part";

/** As a phone makes one, with where it was taken. */
const photo = async (background: string) => ({
  name: "IMG_2041.JPG",
  mimeType: "image/jpeg",
  buffer: await sharp({ create: { width: 1_200, height: 900, channels: 3, background } }).withExif({ IFD0: { Make: "Geheimtoestel" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "50/1 51/1 0/1" } }).jpeg().toBuffer(),
});

const isDrawn = (page: Page, alt: string) => expect.poll(() => page.getByRole("img", { name: alt }).evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);

test("a picture comes into a conversation, with and without JavaScript, is seen by who reads it, and is gone when it is taken back", async ({ as, browser, server }) => {
  test.setTimeout(120_000);
  const ria = await as("ria");
  const talk = await startTalk(ria, "Wat groeit er bij jou?", 1);

  await test.step("Ria takes along what she wrote, forgets to say what is to be seen, and need not choose the picture again", async () => {
    await ria.getByLabel("Jouw bericht").fill("Onze eerste pompoenen!");
    await ria.getByRole("button", { name: "Voeg een foto toe" }).click();
    await expect(ria.getByRole("heading", { level: 1, name: "Een foto in het gesprek" })).toBeVisible();
    await expect(ria.getByLabel("Jouw bericht")).toHaveValue("Onze eerste pompoenen!");
    await ria.getByLabel("Kies een foto").setInputFiles(await photo("#d2691e"));
    await ria.getByRole("button", { name: "Verstuur" }).click();
    await expect(ria.getByRole("alert").getByText("Schrijf wat je op de foto ziet.")).toBeVisible();
    await isDrawn(ria, "De foto die je koos");
    expect((await new AxeBuilder({ page: ria }).setLegacyMode(true).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze()).violations).toEqual([]);
    await ria.getByLabel("Wat zie je op de foto?").fill("Drie pompoenen op een kruiwagen");
    await ria.getByRole("button", { name: "Verstuur" }).click();
    await expect(ria).toHaveURL(/#bericht-2$/);
    await isDrawn(ria, "Drie pompoenen op een kruiwagen");
    await expect(ria.locator("#bericht-2").getByText("Onze eerste pompoenen!")).toBeVisible();
    await expect(ria.getByLabel("Jouw bericht")).toHaveValue("");
    expect((await new AxeBuilder({ page: ria }).setLegacyMode(true).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze()).violations).toEqual([]);
  });

  const context = await openContext(browser, server, { javaScriptEnabled: false });
  const pol = await context.newPage();
  await test.step("Pol sees it without an account and without JavaScript, and sends one himself", async () => {
    await pol.goto(talk);
    await expect(pol.getByRole("img", { name: "Drie pompoenen op een kruiwagen" })).toBeVisible();
    await pol.goto("/account-maken");
    await makeAccount(pol, "Pol");
    await joinTheGarden(pol, "Pol van de molen");
    await pol.goto(talk);
    await pol.getByRole("button", { name: "Voeg een foto toe" }).click();
    await pol.getByLabel("Kies een foto").setInputFiles({ name: "tuin.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
    await pol.getByLabel("Wat zie je op de foto?").fill("Mijn vensterbank met kruiden");
    await pol.getByRole("button", { name: "Verstuur" }).click();
    await expect(pol.getByRole("alert").getByText("Dit is geen foto die we kunnen tonen.")).toBeVisible();
    await pol.getByLabel("Kies een foto").setInputFiles(await photo("#2e8b57"));
    await pol.getByRole("button", { name: "Verstuur" }).click();
    await expect(pol).toHaveURL(/#bericht-3$/);
  });

  await test.step("it stands on the page that Ria has open, by itself", async () => {
    await isDrawn(ria, "Mijn vensterbank met kruiden");
  });

  await test.step("what is served is a picture and nothing else, without where it was taken, and asked for each time", async () => {
    const address = (await ria.locator("#bericht-2 img").getAttribute("src"))!.replace("?klein", "");
    const served = await ria.request.get(address);
    expect([served.status(), served.headers()["content-type"], served.headers()["x-content-type-options"], served.headers()["cache-control"]]).toEqual([200, "image/webp", "nosniff", "private, no-cache"]);
    expect(served.headers()["content-security-policy"]).toContain("sandbox");
    expect((await served.body()).includes("Geheimtoestel")).toBe(false);
    const again = await ria.request.get(address, { headers: { "If-None-Match": served.headers()["etag"]! } });
    expect([again.status(), (await again.body()).length]).toEqual([304, 0]);

    await ria.locator("#bericht-2").getByRole("button", { name: "Meer" }).click();
    await ria.locator("#bericht-2").getByRole("link", { name: /Verwijder|Haal/ }).click();
    await ria.getByRole("button", { name: /^(Ja|Verwijder|Haal)/ }).click();
    await expect(ria).toHaveURL(/#bericht-2$/);
    await expect(ria.locator("#bericht-2 img")).toHaveCount(0);
    expect((await pol.request.get(address, { headers: { "If-None-Match": served.headers()["etag"]! } })).status()).toBe(404);
  });
  await context.close();
});
