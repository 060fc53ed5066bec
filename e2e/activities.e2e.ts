import { credentialsOf, expect, openContext, signIn, test } from "./fixtures";
import type { Page } from "@playwright/test";

const list = "/leerplekken/samen-in-de-moestuin/activiteiten";

/** A day from now as a date field takes it, on the clock of Brussels. */
const dayFromNow = (days: number) => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Brussels" }).format(new Date(Date.now() + days * 86_400_000));

/** Plans an activity in the garden's group and stays on its page. */
async function plan(page: Page, given: { title: string; date: string; from: string; until: string; places?: string }): Promise<void> {
  await page.goto(list);
  await page.getByRole("link", { name: "Plan een activiteit" }).click();
  await page.getByRole("radio", { name: "De tuin" }).check();
  await page.getByLabel("Hoe heet de activiteit?").fill(given.title);
  await page.getByLabel("Wat gaan we doen?").fill("We zaaien wortels. Breng laarzen mee.");
  await page.getByLabel("Op welke dag?").fill(given.date);
  await page.getByLabel("Van hoe laat?").fill(given.from);
  await page.getByLabel("Tot hoe laat?").fill(given.until);
  await page.getByLabel("Op welke plek?").fill("De tuin, achter de kerk");
  await page.getByLabel("Hoe geraak je er?").fill("Met de fiets, langs de gracht.");
  await page.getByLabel("Hoeveel plaatsen zijn er?").fill(given.places ?? "");
  await page.getByLabel("Wie kunnen mensen bellen?").fill("Fien (voorbeeld)");
  await page.getByLabel("Op welk nummer?").fill("000 00 00 02");
  await page.getByRole("button", { name: "Plan deze activiteit" }).click();
  await expect(page.getByRole("heading", { level: 1, name: given.title })).toBeVisible();
}

test("one place, two people: who signs off makes room, and who waits comes without asking again; all of it without script", async ({ as, browser, server }) => {
  const fien = await as("fien");
  await plan(fien, { title: "Wortels zaaien", date: dayFromNow(20), from: "14:00", until: "16:30", places: "1" });
  const address = new URL(fien.url()).pathname;
  await expect(fien.getByText("Nog 1 plaats vrij")).toBeVisible();
  await expect(fien.getByText("Gratis", { exact: true })).toBeVisible();
  await expect(fien.getByRole("link", { name: "000 00 00 02" })).toHaveAttribute("href", "tel:000000002");

  const plain = async (who: string) => {
    const context = await openContext(browser, server, { javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, credentialsOf(server, who));
    await page.goto(address);
    return page;
  };
  const [ria, sam] = [await plain("ria"), await plain("sam")];
  await ria.getByRole("button", { name: "Schrijf je in" }).click();
  await expect(ria.getByRole("heading", { name: "Je bent ingeschreven" })).toBeVisible();
  await sam.reload();
  await sam.getByRole("button", { name: "Zet mij op de wachtlijst" }).click();
  await expect(sam.getByText("Je bent de eerste die wacht.")).toBeVisible();
  await expect(sam.getByText("1 mens komt. 1 mens wacht op een plaats.")).toBeVisible();
  await expect(sam.getByText("Ria")).toHaveCount(0);

  await ria.getByText("Schrijf je uit", { exact: true }).click();
  await ria.getByRole("button", { name: "Ja, schrijf mij uit" }).click();
  await expect(ria.getByRole("heading", { name: "Kom je ook?" })).toBeVisible();
  await sam.reload();
  await expect(sam.getByRole("heading", { name: "Je bent ingeschreven" })).toBeVisible();
  await expect(async () => {
    await sam.goto("/berichten");
    await expect(sam.getByText("Er kwam een plaats vrij.")).toBeVisible({ timeout: 500 });
  }).toPass();

  await fien.goto(`${address}/deelnemers`);
  await expect(fien.getByRole("rowheader", { name: "Sam (voorbeeld)" })).toBeVisible();
  const answer = await sam.goto(`${address}/deelnemers`);
  expect(answer?.status()).toBe(403);
});

test("a poster, a list for the table and a file for the agenda; people without an account are written down and counted", async ({ as, browser, server }) => {
  const fien = await as("fien");
  await plan(fien, { title: "Open tuin vandaag", date: dayFromNow(0), from: "00:00", until: "23:59" });
  const address = new URL(fien.url()).pathname;

  await fien.getByRole("link", { name: "Affiche" }).click();
  await expect(fien.getByRole("img", { name: /\/a\/[0-9a-f]{8}$/ })).toBeVisible();
  const short = await fien.getByText(/\/a\/[0-9a-f]{8}$/).innerText();

  const context = await openContext(browser, server);
  const visitor = await context.newPage();
  await visitor.goto(`http://${short}`);
  await expect(visitor).toHaveURL(new RegExp(`${address}$`));
  const file = await visitor.request.get(`${address}/agenda.ics`);
  expect(file.headers()["content-type"]).toContain("text/calendar");
  expect(await file.text()).toContain("SUMMARY:Open tuin vandaag");

  await fien.goto(`${address}/deelnemers`);
  await fien.getByLabel("Naam", { exact: true }).fill("Gilbert");
  await fien.getByLabel(/^Telefoon/).fill("000 00 00 77");
  await fien.getByRole("button", { name: "Schrijf in", exact: true }).click();
  await expect(fien.getByText("Ingeschreven.", { exact: true })).toBeVisible();
  await fien.getByRole("checkbox", { name: /Gilbert/ }).check();
  await fien.getByRole("button", { name: "Bewaar wie er was" }).click();
  await fien.getByLabel("Hoeveel mensen waren er in het totaal?").fill("0");
  await fien.getByRole("button", { name: "Bewaar het aantal" }).click();
  await expect(fien.getByText("Dit is minder dan wie je aanduidde.").first()).toBeVisible();
  await fien.getByLabel("Hoeveel mensen waren er in het totaal?").fill("9");
  await fien.getByRole("button", { name: "Bewaar het aantal" }).click();
  await expect(fien.getByRole("checkbox", { name: /Gilbert/ })).toBeChecked();
  await visitor.goto(address);
  await expect(visitor.getByText("9 mensen waren erbij")).toBeVisible();
  await expect(visitor.getByText("Gilbert")).toHaveCount(0);

  await fien.goto(`${address}/lijst`);
  await expect(fien.getByRole("cell", { name: "Gilbert (zonder account)" })).toBeVisible();
  await context.close();
});

test("another moment and a cancelled activity reach who signed up; somebody without an account is to be called", async ({ as }) => {
  const fien = await as("fien");
  await plan(fien, { title: "Bloemen drogen", date: dayFromNow(30), from: "10:00", until: "12:00" });
  const address = new URL(fien.url()).pathname;
  const ria = await as("ria");
  await ria.goto(address);
  await ria.getByRole("button", { name: "Schrijf je in" }).click();
  await fien.goto(`${address}/deelnemers`);
  await fien.getByLabel("Naam", { exact: true }).fill("Agnes");
  await fien.getByLabel(/^Telefoon/).fill("000 00 00 78");
  await fien.getByRole("button", { name: "Schrijf in", exact: true }).click();

  await fien.goto(`${address}/aanpassen`);
  await fien.getByLabel("Van hoe laat?").fill("11:00");
  await fien.getByLabel("Tot hoe laat?").fill("11:00");
  await fien.getByRole("button", { name: "Bewaar" }).click();
  await expect(fien.getByText("Kies een ander uur dan het begin.").first()).toBeVisible();
  await fien.getByLabel("Tot hoe laat?").fill("13:00");
  await fien.getByRole("button", { name: "Bewaar" }).click();
  await expect(fien.getByText(/van 11 tot 13 uur/)).toBeVisible();

  await fien.getByText("Gelast deze activiteit af").click();
  await fien.getByRole("button", { name: "Ja, gelast ze af" }).click();
  await expect(fien.getByText("Deze activiteit gaat niet door")).toBeVisible();
  await fien.goto(`${address}/deelnemers`);
  await expect(fien.getByText("Bel 1 mens zonder account")).toBeVisible();
  await expect(async () => {
    await ria.goto("/berichten");
    await expect(ria.getByText("Een activiteit waarvoor je ingeschreven was, gaat niet door.")).toBeVisible({ timeout: 500 });
    await expect(ria.getByText("Een activiteit kreeg een ander moment of een andere plek.", { exact: false })).toBeVisible({ timeout: 500 });
  }).toPass();
});

test("are found by village or postcode, and not where nothing is", async ({ page }) => {
  await page.goto("/activiteiten");
  await expect(page.getByRole("link", { name: "Plantdag" })).toBeVisible();
  await page.getByLabel("In welk dorp of welke postcode?").fill("nergensland");
  await page.getByRole("button", { name: "Zoek", exact: true }).click();
  await expect(page.getByText("Dit dorp of deze postcode kennen we niet.", { exact: false })).toBeVisible();
  await page.getByLabel("In welk dorp of welke postcode?").fill("Krekelgem");
  await page.getByRole("button", { name: "Zoek", exact: true }).click();
  await expect(page.getByText("Activiteiten in Krekelgem")).toBeVisible();
  await expect(page.getByRole("link", { name: "Plantdag" })).toBeVisible();
});
