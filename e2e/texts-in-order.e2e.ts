import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Begins a text in the garden group. @returns the address of its reading page. */
async function begin(page: Page, title: string): Promise<string> {
  await page.goto("/leerplekken/samen-in-de-moestuin/teksten");
  await page.getByRole("link", { name: "Begin een tekst" }).click();
  await page.getByRole("radio", { name: /^De tuin/ }).check();
  await page.getByLabel("Titel").fill(title);
  await page.getByRole("button", { name: "Begin te schrijven" }).click();
  await expect(page.getByRole("textbox", { name: `Tekst: ${title}` })).toHaveAttribute("contenteditable", "true");
  return new URL(page.url()).pathname.replace(/\/schrijven$/, "");
}

test("a text is dragged beneath another, and taken back to its level with the keyboard", async ({ as }) => {
  const page = await as("fien");
  const above = await begin(page, "Het composthoekje");
  const beneath = await begin(page, "Wat mag op de composthoop?");
  await page.goto(above);
  await page.getByRole("link", { name: "Plaats tussen de teksten" }).click();
  await page.getByRole("link", { name: "Naar alle teksten van de groep" }).click();

  const rowOf = (address: string) => page.locator(`[id="tekst-${address.split("/").at(-1)}"]`);
  const [grip, target] = [rowOf(beneath).locator("[data-grip]").first(), rowOf(above).locator(".tree__row").first()];
  await target.scrollIntoViewIfNeeded();
  await grip.hover();
  await page.mouse.down();
  const row = (await target.boundingBox())!;
  await page.mouse.move(row.x + 40, row.y + row.height / 2, { steps: 4 });
  await expect(rowOf(above)).toHaveAttribute("data-drop", "under");
  await page.mouse.up();
  await expect(page).toHaveURL(/#tekst-/);
  await expect(rowOf(above).getByRole("link", { name: "Wat mag op de composthoop?", exact: true })).toBeVisible();

  await rowOf(beneath).getByRole("link", { name: /^Andere plaats/ }).focus();
  await page.keyboard.press("Enter");
  const back = page.getByRole("button", { name: "Een niveau terug" });
  await back.focus();
  await page.keyboard.press("Enter");
  await expect(back).toHaveCount(0);
  await expect(rowOf(above).getByRole("link", { name: "Wat mag op de composthoop?", exact: true })).toHaveCount(0);
});
