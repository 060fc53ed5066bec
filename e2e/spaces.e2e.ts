import type { Page } from "@playwright/test";
import { credentialsOf, expect, openContext, openNotice, test } from "./fixtures";

const home = "/leerplekken/samen-aan-tafel";

/** Opens the part of a page that asks once more, and says yes. */
async function confirm(page: Page, word: string, yes: string): Promise<void> {
  await page.locator("summary").filter({ hasText: word }).click();
  await page.getByRole("button", { name: yes, exact: true }).click();
}

test("a local government starts a leerplek with two others, opens, pauses and closes it, and goes on when one leaves", async ({ as, browser, server }) => {
  test.setTimeout(180_000);
  const bert = await as("bert");
  await bert.goto("/beheer");
  await bert.getByRole("link", { name: "Start een leerplek" }).first().click();
  await bert.getByLabel("Naam van de leerplek").fill("Samen aan tafel");
  await bert.getByLabel("Wat doen jullie hier, en voor wie?").fill("We koken samen en leren van elkaar.");
  await bert.getByLabel("Thema").selectOption({ index: 1 });
  await bert.getByLabel("Telefoon").fill("000 00 00 01");
  await bert.getByRole("button", { name: "Maak de leerplek" }).click();
  // The function was forgotten: nothing that was typed is lost.
  await expect(bert.getByRole("link", { name: "Vul dit in." })).toBeVisible();
  await expect(bert.getByLabel("Naam van de leerplek")).toHaveValue("Samen aan tafel");
  await bert.getByLabel("Functie").fill("diensthoofd");
  await bert.getByRole("button", { name: "Maak de leerplek" }).click();
  await expect(bert.getByRole("heading", { level: 1, name: "Beheer: Samen aan tafel" })).toBeVisible();
  await expect(bert.getByText("Duid eerst een moderator aan die bereikbaar is.", { exact: false })).toBeVisible();

  const visitorContext = await openContext(browser, server, { javaScriptEnabled: false });
  const visitor = await visitorContext.newPage();
  expect((await visitor.goto(home))?.status()).toBe(404);

  for (const organisation of ["Vereniging De Vlier (voorbeeld)", "School De Gracht (voorbeeld)"]) {
    await bert.goto(`${home}/beheer/organisaties`);
    await bert.getByLabel("Organisatie", { exact: true }).selectOption({ label: organisation });
    await bert.getByRole("button", { name: "Verstuur de vraag" }).click();
    await expect(bert.getByText("Nog geen antwoord").first()).toBeVisible();
  }
  for (const [who, organisation] of [["fien", "Vereniging De Vlier (voorbeeld)"], ["wies", "School De Gracht (voorbeeld)"]] as const) {
    const steward = await as(who);
    await steward.goto("/beheer");
    await steward.getByRole("link", { name: organisation }).click();
    await steward.getByLabel("Functie").fill("coördinator");
    await steward.getByRole("button", { name: "Ja, we doen mee" }).click();
    await expect(steward.getByRole("heading", { level: 1, name: "Beheer: Samen aan tafel" })).toBeVisible();
  }

  await bert.goto(`${home}/beheer/taken`);
  await bert.getByRole("radio", { name: "moderator", exact: false }).first().check();
  await bert.getByLabel("Functie").fill("administratief medewerker");
  await bert.getByRole("button", { name: "Geef de taak" }).click();
  const link = await bert.getByLabel("Link", { exact: true }).inputValue();
  const mo = await as("mo");
  await mo.goto(link);
  await mo.getByLabel("Ik volg deze afspraken").check();
  await mo.getByRole("button", { name: "Ja, ik neem deze taak" }).click();
  await expect(mo.getByRole("heading", { level: 1, name: "Beheer: Samen aan tafel" })).toBeVisible();
  await mo.goto(link);
  await expect(mo.getByText("Deze code is al gebruikt.", { exact: false })).toBeVisible();

  await bert.goto(`${home}/beheer`);
  await bert.getByRole("button", { name: "Open de leerplek" }).click();
  await expect(bert.getByText("De leerplek is open")).toBeVisible();

  expect((await visitor.goto(home))?.status()).toBe(200);
  await expect(visitor.getByRole("heading", { name: "Wie is verantwoordelijk?" })).toBeVisible();
  await expect(visitor.getByRole("link", { name: "000 00 00 01" }).first()).toBeVisible();
  await expect(visitor.getByText("Wat je hier schrijft, komt niet in je dossier.")).toBeVisible();
  await expect(visitor.getByText("administratief medewerker, Bestuur Krekelgem (voorbeeld)")).toBeVisible();

  await bert.goto(`${home}/beheer`);
  await confirm(bert, "Zet even stil", "Zet even stil");
  await expect(bert.getByText("Deze leerplek staat even stil")).toBeVisible();
  await visitor.goto(home);
  await expect(visitor.getByText("Je kunt alles lezen. Schrijven kan later weer.")).toBeVisible();
  await bert.getByRole("button", { name: "Ga verder met de leerplek" }).click();
  await expect(bert.getByText("De leerplek is open")).toBeVisible();

  const wies = await as("wies");
  await wies.goto(`${home}/beheer/organisaties`);
  await confirm(wies, "Stop met deze leerplek", "Ja, we stoppen");
  await visitor.goto(home);
  await expect(visitor.getByText("School De Gracht (voorbeeld)")).toHaveCount(0);
  await expect(visitor.getByText("Vereniging De Vlier (voorbeeld)").first()).toBeVisible();

  await bert.goto(`${home}/beheer`);
  await confirm(bert, "Sluit af", "Sluit voorgoed af");
  await visitor.goto(home);
  await expect(visitor.getByText("Deze leerplek is afgesloten")).toBeVisible();
  await expect(visitor.getByText("We koken samen en leren van elkaar.")).toBeVisible();
  await visitorContext.close();
});

test("a resident finds a leerplek by postcode, takes a name, joins one group and asks to join another", async ({ as, browser, server }) => {
  test.setTimeout(120_000);
  const visitorContext = await openContext(browser, server, { javaScriptEnabled: false });
  const visitor = await visitorContext.newPage();
  await visitor.goto("/leerplekken");
  await visitor.getByLabel("Waar woon je?").fill("nergenshuizen");
  await visitor.getByRole("button", { name: "Zoek in mijn buurt" }).click();
  await expect(visitor.getByText("We kennen “nergenshuizen” niet")).toBeVisible();
  await visitor.getByRole("link", { name: "Samen in de moestuin" }).click();
  await visitor.getByRole("link", { name: "De serre" }).click();
  await expect(visitor.getByText("Alleen leden lezen wat hier staat.", { exact: false })).toBeVisible();
  await visitorContext.close();

  const lena = await as("lena");
  await lena.goto("/leerplekken/samen-in-de-moestuin");
  await lena.getByRole("link", { name: "De tuin" }).first().click();
  await lena.getByRole("link", { name: "Word lid van deze groep" }).click();
  await lena.getByLabel("Welke naam zien anderen hier?").fill("Lentekind");
  await lena.getByRole("button", { name: "Word lid van deze groep" }).click();
  await expect(lena.getByRole("link", { name: "Vul dit in." })).toBeVisible();
  await expect(lena.getByLabel("Welke naam zien anderen hier?")).toHaveValue("Lentekind");
  await lena.getByLabel("Ik volg deze afspraken").check();
  await lena.getByRole("button", { name: "Word lid van deze groep" }).click();
  await expect(lena.getByText("Welkom! Je bent nu lid van deze groep.")).toBeVisible();

  await lena.goto("/leerplekken/samen-in-de-moestuin");
  await lena.getByRole("link", { name: "De serre" }).click();
  await lena.getByRole("link", { name: "Vraag om mee te doen" }).click();
  await lena.getByLabel("Wil je iets over jezelf zeggen?").fill("Ik heb groene vingers.");
  await lena.getByRole("button", { name: "Vraag om mee te doen" }).click();
  await expect(lena.getByText("Je vraag is verstuurd.", { exact: false })).toBeVisible();
  const group = new URL(lena.url()).pathname;

  const fien = await as("fien");
  await fien.goto("/leerplekken/samen-in-de-moestuin/beheer/vragen");
  await expect(fien.getByText("Ik heb groene vingers.")).toBeVisible();
  await fien.getByRole("button", { name: /^Laat binnen.*Lentekind/ }).click();
  await expect(fien.getByText("Ik heb groene vingers.")).toHaveCount(0);
  await openNotice(lena, "Er is antwoord op je vraag om mee te doen.");
  await expect(lena).toHaveURL(new RegExp(`${group}$`));
  await expect(lena.getByRole("heading", { name: "Gesprekken" })).toBeVisible();
  await lena.getByRole("button", { name: "Ga weg uit deze groep" }).click();
  await lena.goto(group);
  await expect(lena.getByText("Alleen leden lezen wat hier staat.", { exact: false })).toBeVisible();

  // Who sits beside somebody helps them back in; the person sees who did.
  await fien.goto("/leerplekken/samen-in-de-moestuin/wie-doet-mee");
  await fien.getByRole("link", { name: /^Help deze persoon.*Lentekind/ }).click();
  await confirm(fien, "Geef een code op papier", "Ja, maak de code");
  const code = await fien.locator(".card-code").innerText();
  expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  expect(credentialsOf(server, "lena").name).toMatch(/^lena/);
});
