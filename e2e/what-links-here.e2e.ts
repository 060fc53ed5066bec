import { credentialsOf, expect, openContext, signIn, test } from "./fixtures";

test("without JavaScript a text says from which conversation somebody links to it, and leads to that message", async ({ browser, server }) => {
  const context = await openContext(browser, server, { javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, credentialsOf(server, "fien"));
  await page.goto("/leerplekken/samen-in-de-moestuin/teksten");
  await page.getByRole("link", { name: "Begin een tekst" }).click();
  await page.getByRole("radio", { name: /^De tuin/ }).check();
  await page.getByLabel("Titel").fill("Wat zaaien we wanneer?");
  await page.getByRole("button", { name: "Begin te schrijven" }).click();
  const text = page.url().replace(/\/schrijven$/, "");
  await page.goto(`${text}/verwijzingen`);
  await expect(page.getByText("Niets verwijst hierheen")).toBeVisible();

  await page.goto("/gesprekken");
  await page.getByRole("link", { name: "Wat doe jij tegen slakken?" }).first().click();
  await page.getByLabel("Jouw bericht").fill(`Zie [ons zaaiplan](${text}).`);
  await page.getByRole("button", { name: "Verstuur" }).click();
  await page.goto(`${text}/verwijzingen`);
  await page.getByRole("link", { name: "Wat doe jij tegen slakken?" }).click();
  await expect(page).toHaveURL(/#bericht-\d+$/);
  await expect(page.locator(new URL(page.url()).hash)).toContainText("ons zaaiplan");
  await context.close();
});
