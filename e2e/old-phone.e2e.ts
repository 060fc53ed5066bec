import type { Page } from "@playwright/test";
import { credentialsOf, expect, openContext, signIn, test } from "./fixtures";

/** Takes from a browser what Safari on iOS 13 does not have. */
function forgetTheNew(): void {
  const lacks: [object, string[]][] = [
    [globalThis, ["TextEncoderStream", "TextDecoderStream", "TransformStream", "ResizeObserver", "BroadcastChannel", "WeakRef", "structuredClone", "reportError", "HTMLDialogElement", "BigInt"]],
    [Array.prototype, ["at", "findLast", "findLastIndex", "toSorted", "toReversed"]],
    [String.prototype, ["at", "replaceAll"]],
    [ReadableStream.prototype, ["pipeThrough"]],
    [HTMLElement.prototype, ["popover", "showPopover", "hidePopover", "togglePopover"]],
    [HTMLFormElement.prototype, ["requestSubmit"]],
    [Object, ["hasOwn"]],
    [Crypto.prototype, ["randomUUID"]],
  ];
  for (const [holder, names] of lacks) for (const name of names) Reflect.deleteProperty(holder, name);
}

test("on a phone of the browser floor everything is read and every form is sent, also where others see it live", async ({ browser, server }) => {
  const context = await openContext(browser, server);
  await context.addInitScript(forgetTheNew);
  const page = await context.newPage();
  await signIn(page, credentialsOf(server, "ria"));

  await test.step("posts in a conversation, and takes the message back after the question whether that is sure", async () => {
    await page.goto("/gesprekken");
    await page.getByRole("link", { name: "Wat doe jij tegen slakken?" }).first().click();
    await page.getByLabel("Jouw bericht").fill("Met een oude gsm");
    await page.getByRole("button", { name: "Verstuur" }).click();
    const own = page.getByRole("article").filter({ hasText: "Met een oude gsm" });
    await expect(own).toHaveCount(1);
    await expect(page).toHaveURL(/#bericht-\d+$/);
    await expect(page.getByText("Nieuwe berichten komen vanzelf.")).toHaveCount(0);
    await own.getByRole("button", { name: /^Meer/ }).click();
    await own.getByRole("link", { name: "Pas aan" }).click();
    await page.getByLabel("Jouw bericht").fill("Met een heel oude gsm");
    await page.getByRole("button", { name: /^Bewaar/ }).click();
    await expect(page.getByRole("article").filter({ hasText: "Met een heel oude gsm" })).toHaveCount(1);
  });
  await context.close();
});

/** Whether the framework has the page. */
const lives = (page: Page) => page.evaluate(() => Object.keys(document).some((key) => key.startsWith("__reactContainer")));

test("the desk stays there as the server made it, and lives in a newer browser", async ({ browser, server, as }) => {
  const context = await openContext(browser, server);
  await context.addInitScript(forgetTheNew);
  const page = await context.newPage();
  await signIn(page, credentialsOf(server, "mo"));
  await page.goto("/beheer/meldingen", { waitUntil: "networkidle" });
  await expect(page.getByRole("link", { name: /^Afgehandeld/ })).toBeVisible();
  expect(await lives(page)).toBe(false);
  await context.close();
  const newer = await as("mo");
  await newer.goto("/beheer/meldingen");
  await expect.poll(() => lives(newer)).toBe(true);
});
