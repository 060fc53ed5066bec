import { credentialsOf, expect, openContext, signIn, test } from "./fixtures";

const ours = "Wat we zaaien in maart";
const beneath = "Wat we zaaien in april";

test("without JavaScript: who comes back to a text sees what others wrote since, and begins a text beneath another", async ({ browser, server }) => {
  const page = await (await openContext(browser, server, { javaScriptEnabled: false })).newPage();
  await signIn(page, credentialsOf(server, "fien"));

  await test.step("one line on the text leads to the words that came, with who wrote them", async () => {
    await page.goto("/leerplekken/samen-in-de-moestuin/teksten");
    await page.getByRole("link", { name: "Composteren met de buren" }).first().click();
    await expect(page.getByText("Er is hier geschreven sinds je laatste bezoek")).toBeVisible();
    await page.getByRole("link", { name: "Bekijk wat er veranderde" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sinds je hier laatst was");
    await expect(page.getByText(/Hier schreef: .*Ria/).first()).toBeVisible();
    await expect(page.locator("ins").first()).toBeVisible();
    // The address keeps its meaning, and the text is one tap away.
    await page.reload();
    await expect(page.getByText(/Hier schreef: .*Ria/).first()).toBeVisible();
    await page.getByRole("link", { name: "Terug naar de tekst" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Composteren met de buren");
  });

  await test.step("a text of one's own has nothing new to tell, and gets another one beneath it", async () => {
    await page.goto("/leerplekken/samen-in-de-moestuin/teksten");
    await page.getByRole("link", { name: "Begin een tekst" }).click();
    await page.getByRole("radio", { name: /^De tuin/ }).check();
    await page.getByLabel("Titel").fill(ours);
    await page.getByRole("button", { name: "Begin te schrijven" }).click();
    await page.getByRole("link", { name: "Terug naar de tekst" }).click();
    await expect(page.getByText("Er is hier geschreven sinds je laatste bezoek")).toHaveCount(0);
    await page.getByRole("link", { name: "Nieuwe tekst hieronder" }).click();
    await expect(page.getByText(`De nieuwe tekst komt onder “${ours}” te staan.`)).toBeVisible();
    await page.getByLabel("Titel").fill("x");
    await page.getByRole("button", { name: "Begin te schrijven" }).click();
    // What was wrong is said, and where it comes is not forgotten.
    await expect(page.getByText(`De nieuwe tekst komt onder “${ours}” te staan.`)).toBeVisible();
    await page.getByLabel("Titel").fill(beneath);
    await page.getByRole("button", { name: "Begin te schrijven" }).click();
    await page.getByRole("link", { name: "Terug naar de tekst" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(beneath);
    await expect(page.getByText("Staat onder")).toBeVisible();
    await page.getByRole("link", { name: ours }).click();
    await expect(page.getByRole("region", { name: "Teksten hieronder" }).getByRole("link", { name: beneath })).toBeVisible();
  });
});
