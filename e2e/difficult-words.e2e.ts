import AxeBuilder from "@axe-core/playwright";
import { credentialsOf, expect, openContext, signIn, test } from "./fixtures";

test("without JavaScript a facilitator writes the leerplek's own difficult words; a line that cannot be read loses nothing, and who was too late sees both lists", async ({ browser, server }) => {
  const context = await openContext(browser, server, { javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, credentialsOf(server, "fien"));
  await page.goto("/leerplekken/samen-in-de-moestuin/teksten");
  await page.getByRole("link", { name: "Moeilijke woorden van deze leerplek" }).click();
  const list = page.getByLabel("Woorden van deze leerplek");
  const late = await context.newPage();
  await late.goto(page.url());

  await list.fill("composteren = compost maken\nmulchen");
  await page.getByRole("button", { name: "Bewaar" }).click();
  await expect(page.getByText("Regel 2 kunnen we niet lezen").first()).toBeVisible();
  await expect(list).toHaveValue("composteren = compost maken\nmulchen");
  await list.fill("composteren = compost maken\ntraject =");
  await page.getByRole("button", { name: "Bewaar" }).click();
  await expect(page.getByText("De lijst is bewaard.")).toBeVisible();
  await expect(list).toHaveValue("composteren = compost maken\ntraject =");

  const lateList = late.getByLabel("Woorden van deze leerplek");
  await lateList.fill("mulchen = bedekken");
  await late.getByRole("button", { name: "Bewaar" }).click();
  await expect(late.getByRole("heading", { name: "Dit staat er nu" })).toBeVisible();
  await expect(late.getByRole("listitem").filter({ hasText: "composteren = compost maken" })).toBeVisible();
  await expect(lateList).toHaveValue("mulchen = bedekken");
  await late.getByRole("button", { name: "Bewaar" }).click();
  await expect(late.getByText("De lijst is bewaard.")).toBeVisible();
  await context.close();
});

test("the page for difficult words fits a narrow phone and is sound for a screen reader", async ({ browser, server }) => {
  const context = await openContext(browser, server, { viewport: { width: 320, height: 568 } });
  const page = await context.newPage();
  await signIn(page, credentialsOf(server, "fien"));
  await page.goto("/leerplekken/samen-in-de-moestuin/moeilijke-woorden");
  await page.locator("summary", { hasText: "De lijst die er altijd is" }).click();
  await expect(page.getByText("thans = nu")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(1);
  expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await context.close();
});
