import type { Page } from "@playwright/test";
import { expect, openContext, test } from "./fixtures";
import { joinTheGarden, makeAccount } from "./take-part";

/** What somebody who is new types: chosen here, so that every run of the journey is somebody else. */
const ownPassword = "een lange regenjas aan de haak";

const messages = (page: Page) => page.getByRole("log", { name: "Berichten in dit gesprek" });
const isLive = (page: Page) => expect(page.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();

async function post(page: Page, text: string): Promise<void> {
  await page.getByLabel("Jouw bericht").fill(text);
  await page.getByRole("button", { name: "Verstuur" }).click();
  await expect(messages(page).getByText(text)).toBeVisible();
}

test("a resident finds a leerplek, takes part, is heard live, asks, leaves and signs out without a trace", async ({ browser, server, as }) => {
  test.setTimeout(180_000);
  const context = await openContext(browser, server);
  const page = await context.newPage();
  const conversation = { address: "" };

  await test.step("finds a leerplek by postcode and by village", async () => {
    await page.goto("/leerplekken?waar=0003");
    await expect(page.getByRole("heading", { name: "Voor 0003" })).toBeVisible();
    await page.goto("/");
    await page.getByLabel("Waar woon je?").fill("Oudergracht");
    await page.getByRole("button", { name: "Zoek", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Voor Oudergracht" })).toBeVisible();
    await page.getByRole("region", { name: "Voor Oudergracht" }).getByRole("link", { name: "Samen in de moestuin" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Samen in de moestuin" })).toBeVisible();
  });

  await test.step("reads a public conversation without an account, and sees no names of residents", async () => {
    await page.goto("/gesprekken");
    await page.getByRole("link", { name: "Wat doe jij tegen slakken?" }).click();
    await expect(messages(page).getByText("Eierschalen errond.")).toBeVisible();
    await expect(messages(page).getByText("een deelnemer").first()).toBeVisible();
    await expect(messages(page).getByText("Ria")).toHaveCount(0);
    await expect(page.getByLabel("Jouw bericht")).toHaveCount(0);
    conversation.address = page.url();
  });

  const me = await test.step("makes an account with a password of their own, and gets a card", async () => {
    await page.getByRole("link", { name: "Maak een account" }).last().click();
    const made = await makeAccount(page, "Nora", ownPassword);
    expect(made.name).toMatch(/^nora-\d+$/);
    await expect(page.getByText(new URL(server.url).host)).toBeVisible();
    await page.getByRole("link", { name: "Ga verder" }).click();
    await expect(page).toHaveURL(conversation.address);
    return made;
  });

  await test.step("joins the open group and sees who reads what they write", async () => {
    await joinTheGarden(page, "Nora van de hoek");
    await page.goto(conversation.address);
    await expect(page.getByLabel("Jouw bericht")).toHaveAccessibleDescription(/Wie leest dit\? Iedereen, ook zonder account\./);
  });

  const sam = await as("sam");
  const tuur = await as("tuur");
  await test.step("posts; a second browser sees it live, without loading the page again", async () => {
    await Promise.all([sam.goto(conversation.address), tuur.goto(conversation.address)]);
    await Promise.all([page, sam, tuur].map(isLive));
    await sam.evaluate(() => Object.assign(window, { sameDocument: true }));
    await post(page, "Ik leg koffiedik rond de sla.");
    await showNew(sam);
    await expect(messages(sam).getByText("Ik leg koffiedik rond de sla.")).toBeVisible();
    await expect(messages(sam).getByText("Nora van de hoek")).toBeVisible();
    expect(await sam.evaluate(() => "sameDocument" in window)).toBe(true);
  });

  await test.step("a third browser was offline, and catches up without a gap", async () => {
    await tuur.context().setOffline(true);
    await expect(tuur.getByText("Je hebt geen verbinding.")).toBeVisible();
    const said = ["Eerste bericht van de avond.", "Tweede bericht van de avond.", "Derde bericht van de avond."];
    for (const text of said) await post(page, text);
    await tuur.context().setOffline(false);
    await showNew(tuur);
    await expect(messages(tuur).getByText(said[2]!)).toBeVisible({ timeout: 30_000 });
    const inOrder = (await messages(tuur).locator(".message__text").allTextContents()).map((text) => text.trim());
    expect(inOrder.slice(-4)).toEqual(["Ik leg koffiedik rond de sla.", ...said]);
  });

  await test.step("asks a learning question", async () => {
    await page.goto("/leervragen");
    await page.getByRole("link", { name: "Stel een leervraag" }).click();
    await page.getByLabel("Jouw vraag").fill("Hoe bewaar ik zaad tot de lente?");
    await page.getByRole("button", { name: "Stel je vraag" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Hoe bewaar ik zaad tot de lente?" })).toBeVisible();
    await expect(page.getByText("Dit is jouw leervraag.")).toBeVisible();
  });

  await test.step("wants to learn what somebody else asked", async () => {
    await page.goto("/leervragen");
    await page.getByRole("link", { name: "Hoe snoei ik een appelboom?" }).click();
    await expect(page.getByText("Nog 2 mensen willen dit ook leren.")).toBeVisible();
    await page.getByRole("button", { name: "Dat wil ik ook leren" }).click();
    await expect(page.getByText("Nog 3 mensen willen dit ook leren. Jij wilt dit ook leren.")).toBeVisible();
  });

  await test.step("leaves the group in one tap", async () => {
    await page.goto("/leerplekken/samen-in-de-moestuin");
    await page.getByRole("region", { name: "Groepen" }).getByRole("link", { name: "De tuin", exact: true }).click();
    await page.getByRole("button", { name: "Ga weg uit deze groep" }).click();
    await expect(page).toHaveURL(/\/leerplekken\/samen-in-de-moestuin$/);
    await page.goto(conversation.address);
    await expect(page.getByText("Word eerst lid van de groep.")).toBeVisible();
    await expect(page.getByLabel("Jouw bericht")).toHaveCount(0);
  });

  await test.step("signs out, and nothing is left behind", async () => {
    await page.goto("/ik");
    await expect(page.getByText(me.name)).toBeVisible();
    await page.goto("/afmelden");
    await page.getByRole("button", { name: "Meld je af", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Je bent afgemeld" })).toBeVisible();
    const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length]);
    expect(kept).toEqual([0, 0]);
    expect((await context.cookies()).filter(({ name }) => /session|device/.test(name))).toEqual([]);
    await page.goBack();
    await page.goBack();
    await expect(page.getByText(me.name)).toHaveCount(0);
    await page.goto("/ik");
    await expect(page).toHaveURL(/\/aanmelden\?next=/);
  });
  await context.close();
});

/** A reader who is further up is asked first: new messages then wait under a button. */
async function showNew(page: Page): Promise<void> {
  const bar = page.getByRole("button", { name: /^Toon (het|ze)/ });
  const box = page.getByLabel("Jouw bericht");
  await box.scrollIntoViewIfNeeded();
  if (!(await bar.isVisible())) return;
  // They may come by themselves at this very moment, since the reader is further down now.
  await bar.click({ timeout: 5_000 }).catch(async (error: unknown) => {
    if (await bar.isVisible()) throw error;
  });
}

test("a resident who forgot the password comes back with a code on paper, and later erases the account", async ({ browser, server, as }) => {
  test.setTimeout(150_000);
  const context = await openContext(browser, server);
  const page = await context.newPage();
  await page.goto("/account-maken");
  const me = await makeAccount(page, "Odiel");
  await joinTheGarden(page, "Odiel van de dijk");
  await page.goto("/afmelden");
  await page.getByRole("button", { name: "Meld je af", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Je bent afgemeld" })).toBeVisible();

  const code = await test.step("a facilitator of the leerplek gives a code", async () => {
    const fien = await as("fien");
    await fien.goto("/leerplekken/samen-in-de-moestuin/wie-doet-mee");
    await fien.getByRole("link", { name: "Help deze persoon Odiel van de dijk" }).click();
    await fien.getByText("Geef een code op papier").click();
    await fien.getByRole("button", { name: "Ja, maak de code" }).click();
    await expect(fien.getByText("De code is klaar")).toBeVisible();
    const shown = (await fien.getByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/).first().textContent())!.trim();
    // The page was fetched, not posted: loading it again makes no other code, and shows none.
    await fien.reload();
    await expect(fien.getByText("Geef een code op papier")).toBeVisible();
    await expect(fien.getByText(shown)).toHaveCount(0);
    return shown;
  });

  const newPassword = "nieuwe laarzen voor de winter";
  await test.step("chooses a new password with it, once", async () => {
    await page.goto("/aanmelden");
    await page.getByRole("link", { name: "Wachtwoord vergeten?" }).click();
    await page.getByRole("link", { name: "Ik heb een code" }).click();
    await chooseWith(page, me.name, code, newPassword);
    await expect(page.getByText("Je nieuwe wachtwoord is bewaard. Meld je er nu mee aan.")).toBeVisible();
    await page.goto("/nieuw-wachtwoord");
    await chooseWith(page, me.name, code, "nog een ander wachtwoord");
    await expect(page).toHaveURL(/\/nieuw-wachtwoord/);
    await expect(page.getByRole("alert")).toBeVisible();
  });

  await test.step("the old words no longer work, the new password does, and the inbox says who gave the code", async () => {
    await page.goto("/aanmelden");
    await page.getByLabel("Aanmeldnaam of e-mailadres").fill(me.name);
    await page.getByLabel("Wachtwoord", { exact: true }).fill(me.password);
    await page.getByRole("button", { name: "Meld je aan" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByLabel("Aanmeldnaam of e-mailadres").fill(me.name);
    await page.getByLabel("Wachtwoord", { exact: true }).fill(newPassword);
    await page.getByRole("button", { name: "Meld je aan" }).click();
    await expect(page.getByRole("link", { name: "Ik", exact: true })).toBeVisible();
    await page.goto("/berichten");
    await expect(page.getByText("Een begeleider maakte een code voor jou")).toBeVisible();
  });

  await test.step("sees what goes and what stays, then erases the account", async () => {
    await page.goto("/gesprekken");
    await page.getByRole("link", { name: "Wat doe jij tegen slakken?" }).click();
    await page.getByLabel("Jouw bericht").fill("Dit laat ik staan als ik wegga.");
    await page.getByRole("button", { name: "Verstuur" }).click();
    await expect(messages(page).getByText("Dit laat ik staan als ik wegga.")).toBeVisible();
    const address = page.url();
    await page.goto("/ik/stoppen");
    await expect(page.getByRole("region", { name: "Dit gaat weg" }).getByText("Je account: naam, aanmeldnaam en wachtwoord")).toBeVisible();
    await expect(page.getByRole("region", { name: "Dit blijft, zonder jouw naam" }).getByRole("listitem").first()).toBeVisible();
    await page.getByRole("radio", { name: "Laat staan wat ik schreef, zonder mijn naam" }).check();
    await page.getByLabel("Je wachtwoord van nu").fill(newPassword);
    await page.getByRole("button", { name: "Wis mijn account" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Je account is gewist" })).toBeVisible();
    await page.goto(address);
    const mine = messages(page).getByRole("listitem").filter({ hasText: "Dit laat ik staan als ik wegga." });
    await expect(mine.getByText("vroegere deelnemer")).toBeVisible();
    await expect(page.getByText("Odiel")).toHaveCount(0);
    await page.goto("/aanmelden");
    await page.getByLabel("Aanmeldnaam of e-mailadres").fill(me.name);
    await page.getByLabel("Wachtwoord", { exact: true }).fill(newPassword);
    await page.getByRole("button", { name: "Meld je aan" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
  });
  await context.close();
});

async function chooseWith(page: Page, name: string, code: string, password: string): Promise<void> {
  await page.getByLabel("Aanmeldnaam of e-mailadres").fill(name);
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("radio", { name: "Ik kies zelf een wachtwoord" }).check();
  await page.getByLabel("Jouw eigen wachtwoord").fill(password);
  await page.getByRole("button", { name: "Bewaar mijn nieuwe wachtwoord" }).click();
}
