import type { Page } from "@playwright/test";
import { credentialsOf, expect, openContext, test } from "./fixtures";

const title = "Zo stekken wij een roos";
const editor = (page: Page) => page.getByRole("textbox", { name: `Tekst: ${title}` });

async function signInOnOwnDevice(page: Page, who: { name: string; password: string }): Promise<void> {
  await page.goto("/aanmelden");
  await page.getByLabel("Aanmeldnaam of e-mailadres").fill(who.name);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(who.password);
  await page.getByRole("radio", { name: /Op mijn eigen toestel/ }).check();
  await page.getByRole("button", { name: "Meld je aan" }).click();
  await expect(page.getByRole("link", { name: "Ik", exact: true })).toBeVisible();
}

/** Types at the end of the text. */
async function write(page: Page, words: string): Promise<void> {
  await editor(page).locator("p").last().click();
  await page.keyboard.press("End");
  await page.keyboard.type(words);
}

const keptDatabases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

test("on a device of one's own a closed tab loses nothing, and signing out leaves nothing behind", async ({ browser, server }) => {
  test.setTimeout(150_000);
  const context = await openContext(browser, server);
  const who = credentialsOf(server, "fien");
  const first = await context.newPage();
  await signInOnOwnDevice(first, who);
  await first.goto("/leerplekken/samen-in-de-moestuin/teksten");
  await first.getByRole("link", { name: "Begin een tekst" }).click();
  await first.getByRole("radio", { name: /^De tuin/ }).check();
  await first.getByLabel("Titel").fill(title);
  await first.getByLabel("Eerste zinnen").fill("Snijd schuin.");
  await first.getByRole("button", { name: "Begin te schrijven" }).click();
  await expect(editor(first)).toHaveAttribute("contenteditable", "true");
  const address = new URL(first.url()).pathname;

  /** Writes without a connection, and closes the tab. */
  const writeAndClose = async (page: Page, words: string) => {
    await context.setOffline(true);
    await write(page, words);
    await expect(page.locator("[data-waiting]")).toHaveText(/^Nog niet bewaard \(\d+ wijziging(en)?\)$/);
    await page.close();
    await context.setOffline(false);
  };

  const second = await test.step("what was typed without a connection is there in the next tab, and is saved", async () => {
    await writeAndClose(first, " Zet in water.");
    const page = await context.newPage();
    await page.goto(address);
    await expect(editor(page)).toContainText("Snijd schuin. Zet in water.");
    await expect(page.getByText(/^Bewaard \(nummer \d+\)$/)).toBeVisible({ timeout: 30_000 });
    return page;
  });

  await test.step("signing out takes it away", async () => {
    await writeAndClose(second, " Geheim.");
    const other = await context.newPage();
    await other.goto("/hulp");
    expect(await keptDatabases(other)).toContain("leerhoek-outbox");
    const page = await context.newPage();
    await page.goto("/afmelden");
    await page.getByRole("button", { name: "Meld je af", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Je bent afgemeld" })).toBeVisible();
    await expect.poll(() => keptDatabases(page)).not.toContain("leerhoek-outbox");
    await signInOnOwnDevice(page, who);
    await page.goto(address);
    await expect(editor(page)).toContainText("Snijd schuin. Zet in water.");
    await expect(page.getByText(/^Bewaard \(nummer \d+\)$/)).toBeVisible({ timeout: 30_000 });
    await expect(editor(page)).not.toContainText("Geheim");
  });
  await context.close();
});
