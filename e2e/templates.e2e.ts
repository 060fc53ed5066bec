import { credentialsOf, expect, openContext, signIn, test } from "./fixtures";

test("without JavaScript a text begins from a template of the product, becomes a template itself, and begins another text", async ({ browser, server }) => {
  const context = await openContext(browser, server, { javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, credentialsOf(server, "fien"));
  await page.goto("/leerplekken/samen-in-de-moestuin/teksten");
  // The leerplek is none of the five: its own bar says where one is.
  await expect(page.getByRole("navigation", { name: "Hoofdmenu" }).locator("[aria-current]")).toHaveCount(0);
  await page.getByRole("link", { name: "Begin een tekst" }).click();
  await expect(page.getByRole("navigation", { name: "Hoofdmenu" }).locator("[aria-current]")).toHaveText("Leren");
  await page.getByRole("radio", { name: /^De tuin/ }).check();
  await page.getByLabel("Titel").fill("Verslag van het tuincafé");
  await page.getByRole("radio", { name: /^Een verslag van een bijeenkomst/ }).check();
  await page.getByRole("button", { name: "Begin te schrijven" }).click();
  const text = new URL(page.url()).pathname.replace(/\/schrijven$/, "");
  await page.goto(text);
  await expect(page.getByRole("heading", { name: "Wat spraken we af?" })).toBeVisible();

  await page.goto(`${text}/aanpassen`);
  await page.getByRole("button", { name: "Maak een sjabloon" }).click();
  await page.getByRole("link", { name: "Begin een tekst met dit sjabloon" }).click();
  await expect(page.getByRole("radio", { name: /^Verslag van het tuincafé/ })).toBeChecked();
  await page.getByLabel("Titel").fill("Verslag van de plantendag");
  await page.getByRole("button", { name: "Begin te schrijven" }).click();
  await page.goto(new URL(page.url()).pathname.replace(/\/schrijven$/, ""));
  await expect(page.getByRole("heading", { level: 1, name: "Verslag van de plantendag" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Wat spraken we af?" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Verslag van het tuincafé" })).toHaveAttribute("href", new URL(text, page.url()).pathname);

  await page.goto(`${text}/aanpassen`);
  await page.getByRole("button", { name: "Haal het sjabloon weg" }).click();
  await expect(page.getByRole("button", { name: "Maak een sjabloon" })).toBeVisible();
  await context.close();
});
