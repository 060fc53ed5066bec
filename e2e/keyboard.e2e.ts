import type { Locator, Page } from "@playwright/test";
import { credentialsOf, expect, openContext, test } from "./fixtures";

/** The longest way to a thing, in presses of the tab key: what is further off nobody reaches by keyboard. */
const mostTabs = 60;

const isFocused = (target: Locator) => target.evaluateAll((found) => found.includes(document.activeElement as HTMLElement));

/** Where the focus is, for who reads why a journey failed. */
const whereFocusIs = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement!;
    return `${at.tagName.toLowerCase()} "${(at.getAttribute("aria-label") ?? at.textContent ?? "").trim().slice(0, 40)}"`;
  });

/** Presses the tab key until the thing has the focus, and sees that the focus shows. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < mostTabs; presses += 1) {
    if (await isFocused(target)) {
      expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle), `the ring around ${await whereFocusIs(page)}`).not.toBe("none");
      return;
    }
    await page.keyboard.press(key);
    passed.push(await whereFocusIs(page));
  }
  throw new Error(`no ${key} leads to ${String(target)}, past:\n${passed.join("\n")}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Skips what stands above on every page, as somebody who uses a keyboard does. */
async function skipToContent(page: Page): Promise<void> {
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Naar de inhoud" })).toBeFocused();
  await page.keyboard.press("Enter");
}

test("with the keyboard alone: signs in, opens a conversation of a group, posts, and reports a message from its menu", async ({ browser, server }) => {
  test.setTimeout(120_000);
  const context = await openContext(browser, server);
  const page = await context.newPage();
  const ria = credentialsOf(server, "ria");

  await test.step("signs in", async () => {
    await page.goto("/");
    await press(page, page.getByRole("link", { name: "Aanmelden" }).first());
    await expect(page.getByRole("heading", { level: 1, name: "Aanmelden" })).toBeVisible();
    await skipToContent(page);
    await tabTo(page, page.getByLabel("Aanmeldnaam of e-mailadres"));
    await page.keyboard.type(ria.name);
    await tabTo(page, page.getByLabel("Wachtwoord", { exact: true }));
    await page.keyboard.type(ria.password);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: "Ik", exact: true })).toBeVisible();
  });

  await test.step("opens a conversation of a group, by the main bar", async () => {
    await press(page, page.getByRole("link", { name: "Gesprekken" }).first());
    await expect(page.getByRole("heading", { level: 1, name: "Gesprekken" })).toBeVisible();
    await skipToContent(page);
    await press(page, page.getByRole("link", { name: "Wat doe jij tegen slakken?" }));
    await expect(page.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  });

  await test.step("posts, and stays in the field", async () => {
    await skipToContent(page);
    const field = page.getByLabel("Jouw bericht");
    await tabTo(page, field);
    await page.keyboard.type("Zonder muis geschreven.");
    await press(page, page.getByRole("button", { name: "Verstuur" }));
    await expect(page.getByRole("article").filter({ hasText: "Zonder muis geschreven." })).toBeVisible();
    await expect(field).toBeFocused();
  });

  await test.step("opens the menu of a message, closes it, and opens it again", async () => {
    const message = page.getByRole("article").filter({ hasText: "Zonder muis geschreven." });
    const menu = message.getByRole("button", { name: /^Meer/ });
    const change = message.getByRole("link", { name: "Pas aan" });
    await tabTo(page, menu, "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(change).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(change).toBeHidden();
    await expect(menu).toBeFocused();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await expect(change).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(menu).toBeFocused();
  });

  await test.step("reports what somebody else wrote", async () => {
    const message = page.getByRole("article").filter({ hasText: "Ik raap ze 's avonds op" });
    await tabTo(page, message.getByRole("link", { name: "Niet oké? Zeg het ons" }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Niet oké? Zeg het ons" })).toBeVisible();
    await skipToContent(page);
    await tabTo(page, page.getByRole("radio", { name: "Iemand wordt beledigd of gepest" }));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await expect(page.getByRole("radio", { name: "Iemand wordt beledigd of gepest" })).toBeChecked();
    await press(page, page.getByRole("button", { name: "Verstuur je melding" }));
    await expect(page.getByText("Dank je. We hebben je melding.")).toBeVisible();
  });
  await context.close();
});

const caretIsAtEnd = (text: Locator) =>
  text.evaluate((element) => {
    const { focusNode, focusOffset } = getSelection()!;
    const rest = document.createRange();
    rest.setStart(focusNode!, focusOffset);
    rest.setEndAfter(element.lastElementChild!);
    return rest.toString() === "";
  });

test("with the keyboard alone: writes in a text, reaches the toolbar with Alt+F10, walks it with the arrows and leaves it", async ({ as }) => {
  const page = await as("ria");
  await page.goto("/teksten");
  await skipToContent(page);
  await press(page, page.getByRole("link", { name: "Composteren met de buren" }));
  await expect(page.getByRole("heading", { level: 1, name: "Composteren met de buren" })).toBeVisible();
  await skipToContent(page);
  await press(page, page.getByRole("link", { name: "Schrijf mee" }));
  const text = page.getByRole("textbox", { name: "Tekst: Composteren met de buren" });
  await expect(text).toHaveAttribute("contenteditable", "true");
  await skipToContent(page);
  await tabTo(page, text);
  // Keys right behind one another may come before the caret on a busy machine.
  await expect(async () => {
    await page.keyboard.press("Control+End");
    expect(await caretIsAtEnd(text)).toBe(true);
  }).toPass();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Keer om: ");

  const tool = (name: string) => page.getByRole("toolbar").getByRole("button", { name, exact: true });
  await page.keyboard.press("Alt+F10");
  await expect(tool("Titel")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(tool("Doe opnieuw")).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(tool("Vet")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(text).toBeFocused();
  await page.keyboard.type("elke maand");
  await expect(text.locator("strong")).toHaveText("elke maand");
  await expect(text.locator("p").last()).toHaveText("Keer om: elke maand");
  await expect(page.getByText(/^Bewaard \(nummer \d+\)$/)).toBeVisible();

  await page.keyboard.press("Alt+F10");
  await expect(tool("Vet")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(text).toBeFocused();
  // One stop for the whole bar, and the text holds nobody: the tab key goes on to what comes after it.
  await page.keyboard.press("Shift+Tab");
  await expect(tool("Vet")).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Verstuur je opmerking" }));
});
