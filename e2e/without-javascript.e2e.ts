import { expect, openContext, test } from "./fixtures";

test("everything a resident does works without JavaScript, with plain forms", async ({ browser, server }) => {
  test.setTimeout(120_000);
  const context = await openContext(browser, server, { javaScriptEnabled: false });
  const page = await context.newPage();
  const log = page.getByRole("log", { name: "Berichten in dit gesprek" });

  await test.step("reads a conversation and makes an account with the four words, after a mistake that is explained", async () => {
    await page.goto("/gesprekken");
    await page.getByRole("link", { name: "Wat doe jij tegen slakken?" }).click();
    await expect(log.getByText("Eierschalen errond.")).toBeVisible();
    await page.goto("/account-maken");
    await page.getByLabel("Hoe wil je heten?").fill("Pol");
    await page.getByRole("radio", { name: "Ja, ik ben 16 of ouder" }).check();
    await page.getByRole("radio", { name: "Ik kies zelf een wachtwoord" }).check();
    await page.getByLabel("Jouw eigen wachtwoord").fill("kort");
    await page.getByRole("button", { name: "Maak mijn account" }).click();
    await expect(page.getByRole("alert").getByText("Neem minstens 8 tekens.")).toBeVisible();
    await expect(page.getByLabel("Hoe wil je heten?")).toHaveValue("Pol");
    await page.getByRole("radio", { name: "Ik neem deze vier woorden" }).check();
    await page.getByLabel("Jouw eigen wachtwoord").fill("");
    await page.getByRole("button", { name: "Maak mijn account" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Welkom, Pol" })).toBeVisible();
    await expect(page.getByText(/^pol-\d+$/).first()).toBeVisible();
  });

  await test.step("joins the open group", async () => {
    await page.goto("/leerplekken/samen-in-de-moestuin");
    await page.getByRole("region", { name: "Groepen" }).getByRole("link", { name: "De tuin", exact: true }).click();
    await page.getByRole("link", { name: "Word lid van deze groep" }).click();
    await page.getByLabel("Welke naam zien anderen hier?").fill("Pol van de molen");
    await page.getByRole("checkbox", { name: "Ik volg deze afspraken" }).check();
    await page.getByRole("button", { name: "Word lid van deze groep" }).click();
    await expect(page.getByText("Welkom! Je bent nu lid van deze groep.")).toBeVisible();
  });

  await test.step("posts, after having seen who reads it", async () => {
    await page.goto("/gesprekken");
    await page.getByRole("link", { name: "Wat doe jij tegen slakken?" }).click();
    const field = page.getByLabel("Jouw bericht");
    await expect(field).toHaveAccessibleDescription(/Wie leest dit\? Iedereen, ook zonder account\./);
    await field.fill("Zonder script lukt het ook.");
    await page.getByRole("button", { name: "Verstuur" }).click();
    const mine = log.getByRole("listitem").filter({ hasText: "Zonder script lukt het ook." });
    await expect(mine).toHaveCount(1);
    await expect(mine.getByText("Pol van de molen")).toBeVisible();
  });

  await test.step("asks a learning question and supports another", async () => {
    await page.goto("/leervragen/nieuw");
    await page.getByLabel("Jouw vraag").fill("Hoe maak ik een composthoop?");
    await page.getByRole("button", { name: "Stel je vraag" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Hoe maak ik een composthoop?" })).toBeVisible();
    await page.goto("/leervragen");
    await page.getByRole("link", { name: "Hoe snoei ik een appelboom?" }).click();
    await page.getByRole("button", { name: "Dat wil ik ook leren" }).click();
    await expect(page.getByText("Jij wilt dit ook leren.")).toBeVisible();
    await page.getByRole("button", { name: "Ik wil dit toch niet leren" }).click();
    await expect(page.getByText("Jij wilt dit ook leren.")).toHaveCount(0);
  });

  await test.step("leaves the group and signs out", async () => {
    await page.goto("/leerplekken/samen-in-de-moestuin");
    await page.getByRole("region", { name: "Groepen" }).getByRole("link", { name: "De tuin", exact: true }).click();
    await page.getByRole("button", { name: "Ga weg uit deze groep" }).click();
    await expect(page).toHaveURL(/\/leerplekken\/samen-in-de-moestuin$/);
    await page.goto("/afmelden");
    await page.getByRole("button", { name: "Meld je af", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Je bent afgemeld" })).toBeVisible();
    await page.goto("/ik");
    await expect(page).toHaveURL(/\/aanmelden\?next=/);
  });
  await context.close();
});
