import { expect, type Page } from "@playwright/test";

/** Makes an account on the page that is open, and returns the sign-in name that the server made. Without a password it takes the four words. */
export async function makeAccount(page: Page, name: string, password: string | null = null): Promise<{ name: string; password: string }> {
  await page.getByLabel("Hoe wil je heten?").fill(name);
  await page.getByRole("radio", { name: "Ja, ik ben 16 of ouder" }).check();
  let chosen = password;
  if (chosen === null) {
    chosen = await page.locator("input[name=proposed]").inputValue();
    await page.getByRole("radio", { name: "Ik neem deze vier woorden" }).check();
  } else {
    await page.getByRole("radio", { name: "Ik kies zelf een wachtwoord" }).check();
    await page.getByLabel("Jouw eigen wachtwoord").fill(chosen);
  }
  await page.getByRole("button", { name: "Maak mijn account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Welkom, ${name}` })).toBeVisible();
  const card = await page.getByText(/^[a-z]+(-[a-z]+)*-\d+$/).first().textContent();
  return { name: card!.trim(), password: chosen };
}

/** Joins the open group of the leerplek, for somebody who is new there. */
export async function joinTheGarden(page: Page, shownName: string): Promise<void> {
  await page.goto("/leerplekken/samen-in-de-moestuin");
  await page.getByRole("region", { name: "Groepen" }).getByRole("link", { name: "De tuin", exact: true }).click();
  await page.getByRole("link", { name: "Word lid van deze groep" }).click();
  await page.getByLabel("Welke naam zien anderen hier?").fill(shownName);
  await page.getByRole("checkbox", { name: "Ik volg deze afspraken" }).check();
  await page.getByRole("button", { name: "Word lid van deze groep" }).click();
  await expect(page.getByText("Welkom! Je bent nu lid van deze groep.")).toBeVisible();
}
