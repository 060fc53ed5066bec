import type { Page, Request } from "@playwright/test";
import { credentialsOf, expect, openContext, signIn, test } from "./fixtures";

const title = "Alles over de tuin";
const parts = 15;
const linesInPart = 40;
const last = parts * linesInPart;
const words = Array.from({ length: last }, (_, index) => `${index % linesInPart === 0 ? `## Over maand ${index / linesInPart + 1}\n\n` : ""}Regel ${index + 1}. Wie een tuin heeft, heeft altijd iets te doen.`).join("\n\n");

/** Paragraphs of the text that begin so, in the order of the page. */
const linesOf = (page: Page, place: string) => page.locator(place).locator("p").filter({ hasText: /Regel \d+\./ });

/** Leaves the caret behind, until the browser has laid out what is in sight now. */
async function scrollAway(page: Page): Promise<void> {
  await page.evaluate(async () => {
    window.scrollTo(0, document.documentElement.scrollHeight / 2);
    for (let frames = 0; frames < 3; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

async function beginText(page: Page): Promise<void> {
  await page.goto("/teksten/uit-bestand?leerplek=samen-in-de-moestuin");
  const group = page.getByRole("radio", { name: /^De tuin/ });
  if ((await group.count()) > 0) await group.check();
  await page.getByLabel("Kies een bestand").setInputFiles({ name: "tuin.md", mimeType: "text/markdown", buffer: Buffer.from(words) });
  await page.getByLabel("Titel").fill(title);
  await page.getByRole("button", { name: "Lees het bestand" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

test("a long text is sent once, and what is out of sight is led to, found, chosen, written in and printed as ever", async ({ browser, server }) => {
  test.setTimeout(120_000);
  const page = await (await openContext(browser, server)).newPage();
  await signIn(page, credentialsOf(server, "ria"));
  await beginText(page);
  const address = page.url();

  await test.step("to read: an address leads to a part far down, and on paper all of it stands", async () => {
    const answer = await page.goto(address);
    expect((await answer!.text()).split(`Regel ${last}.`)).toHaveLength(2);
    await page.goto(`${address}#deel-${parts}`);
    await expect(page.getByRole("heading", { name: `Over maand ${parts}`, exact: true })).toBeInViewport();
    await expect(linesOf(page, "#tekst")).toHaveCount(last);
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate(() => [...document.querySelectorAll(".prose__part")].map((part) => getComputedStyle(part).getPropertyValue("content-visibility")).filter((one) => one !== "visible"))).toEqual([]);
    await page.emulateMedia({ media: "screen" });
  });

  const text = page.getByRole("textbox", { name: `Tekst: ${title}` });
  await test.step("to write: the words came once, and make room for the editor", async () => {
    const asked: string[] = [];
    const note = (request: Request) => void asked.push(request.url());
    page.on("request", note);
    const answer = await page.goto(`${address}/schrijven`);
    expect((await answer!.text()).split(`Regel ${last}.`)).toHaveLength(2);
    await expect(text).toHaveAttribute("contenteditable", "true");
    await expect(linesOf(page, ".writing")).toHaveCount(last);
    // Letters that come when all of it is drawn have it laid out anew.
    await page.waitForLoadState("networkidle");
    page.off("request", note);
    expect(asked.filter((url) => url.includes("italic"))).toEqual([]);
    expect(asked.filter((url) => url.includes("normal"))).not.toEqual([]);
  });

  await test.step("what stays in sight under the text leaves room for it, and stands above the five words of a phone", async () => {
    const foot = page.locator(".editor__foot");
    const usual = page.viewportSize()!;
    await page.setViewportSize({ width: 1280, height: 800 });
    const atFirst = await linesOf(page, ".writing").first().boundingBox();
    expect((await foot.boundingBox())!.height).toBeLessThan(70);
    expect(atFirst!.y + atFirst!.height).toBeLessThan((await foot.boundingBox())!.y);
    await foot.getByRole("button", { name: "Opmerking bij dit stuk" }).click({ force: true });
    await expect(foot.getByText("Selecteer eerst een stuk van de tekst.")).toBeVisible();
    await page.setViewportSize({ width: 375, height: 740 });
    await page.evaluate(() => window.scrollTo(0, 0));
    const tools = await page.getByRole("toolbar").boundingBox();
    expect((await foot.boundingBox())!.y).toBeGreaterThanOrEqual(tools!.y + tools!.height);
    await scrollAway(page);
    const [saved, bar] = [await foot.getByText(/^Bewaard/).first().boundingBox(), await page.locator(".bar").boundingBox()];
    expect(saved!.y).toBeGreaterThan(370);
    expect(saved!.y + saved!.height).toBeLessThanOrEqual(bar!.y);
    await page.setViewportSize(usual);
  });

  await test.step("the caret goes to the end and to the beginning, and from line to line", async () => {
    // Not with the mouse: on the way to it from far down, what comes in sight moves it under the toolbar.
    await text.focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Zo is het.");
    await expect(text.locator("p").last()).toHaveText(/te doen\. Zo is het\.$/);
    await expect(text.locator("p").last()).toBeInViewport();
    await page.keyboard.press("Home");
    await page.keyboard.type("A ");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Home");
    await page.keyboard.type("B ");
    await expect(linesOf(page, ".editor__text").nth(last - 1)).toHaveText(/^A Regel/);
    await expect(linesOf(page, ".editor__text").nth(last - 2)).toHaveText(/^B Regel/);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await page.keyboard.type(" C");
    await expect(linesOf(page, ".editor__text").first()).toHaveText(/te doen\. C$/);
    await expect(text.locator("h2").first()).toBeInViewport();
    // The caret stays behind where nothing is laid out, and goes on from there.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Home");
    await scrollAway(page);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("!");
    await expect(linesOf(page, ".editor__text").first()).toHaveText(/te doen\. C!$/);
    await scrollAway(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await page.keyboard.type(" D");
    await expect(linesOf(page, ".editor__text").nth(1)).toHaveText(/te doen\. D$/);
    await page.keyboard.press("Control+a");
    const chosen = await page.evaluate(() => String(window.getSelection()));
    expect([chosen.includes("Regel 1."), chosen.includes(`Regel ${last}.`)]).toEqual([true, true]);
    await page.keyboard.press("ArrowLeft");
  });

  await test.step("words far away are found and come into sight", async () => {
    await page.keyboard.press("Control+Shift+F");
    await page.getByLabel("Zoek in de tekst").fill("Regel 333.");
    await expect(page.getByText("1 keer gevonden.")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(text.locator("p").filter({ hasText: "Regel 333." })).toBeInViewport();
    await page.keyboard.press("Escape");
    await expect(text).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type(" Hier");
    await expect(text.locator("p").filter({ hasText: "Regel 333. Hier" })).toHaveCount(1);
    await expect(page.getByText(/^Bewaard \(nummer \d+\)$/)).toBeVisible();
  });

  await test.step("what was written stands on the page to read", async () => {
    await page.goto(address);
    await expect(page.locator("#tekst")).toContainText("Regel 333. Hier");
    await expect(linesOf(page, "#tekst").last()).toContainText("Zo is het.");
  });
});
