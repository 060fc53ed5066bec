import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { credentialsOf, expect, openContext, signIn, test } from "./fixtures";

const article = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });
const anchors = (page: Page) => page.locator("article[id^='bericht-']").evaluateAll((found) => found.map((one) => one.id));
const write = async (page: Page, text: string) => {
  await page.getByLabel(/^Jouw (bericht|antwoord of idee)$/).fill(text);
  await page.getByRole("button", { name: "Verstuur" }).click();
};

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

  await test.step("reacts with a word, and takes it back", async () => {
    await page.goto("/gesprekken");
    await page.getByRole("link", { name: "Wat doe jij tegen slakken?" }).click();
    // A later message may quote it.
    const message = log.getByRole("article").filter({ hasText: "De sla is op." }).first();
    await message.getByRole("button", { name: "Reactie" }).click();
    await message.getByRole("button", { name: "Bedankt" }).click();
    await expect(message.getByText("Bedankt 1")).toBeVisible();
    await message.getByRole("button", { name: "Reactie" }).click();
    await message.getByRole("button", { name: "Haal weg: Bedankt" }).click();
    await expect(message.getByText("Bedankt 1")).toHaveCount(0);
  });

  await test.step("posts, after having seen who reads it", async () => {
    await page.goto("/gesprekken");
    await page.getByRole("link", { name: "Wat doe jij tegen slakken?" }).click();
    const field = page.getByLabel("Jouw bericht");
    await expect(field).toHaveAccessibleDescription(/Wie leest dit\? Iedereen, ook zonder account\./);
    await field.fill("**Zonder** script lukt het ook.");
    await page.getByRole("button", { name: "Zo ziet het eruit" }).click();
    const preview = page.getByRole("region", { name: "Zo ziet het eruit" });
    await expect(preview.locator("strong")).toHaveText("Zonder");
    await expect(preview.getByText("Het is nog niet verstuurd.")).toBeVisible();
    await expect(log.getByText("script lukt het ook.")).toHaveCount(0);
    await expect(field).toHaveValue("**Zonder** script lukt het ook.");
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

test("a conversation works as forms too: finding the same question, answering, changing, taking back, turning pages", async ({ browser, server }) => {
  test.setTimeout(120_000);
  const signedIn = async (who: string) => {
    const page = await (await openContext(browser, server, { javaScriptEnabled: false })).newPage();
    await signIn(page, credentialsOf(server, who));
    return page;
  };
  const sam = await signedIn("sam");

  await test.step("who asks what others asked already finds theirs, and wants it too", async () => {
    await sam.goto("/leervragen/nieuw?vraag=Hoe snoei ik een perelaar");
    await expect(sam.getByRole("heading", { name: "Anderen vroegen dit ook al" })).toBeVisible();
    await sam.getByRole("link", { name: "Hoe snoei ik een appelboom?" }).click();
    const undo = sam.getByRole("button", { name: "Ik wil dit toch niet leren" });
    if (await undo.isVisible()) await undo.click();
    await sam.getByRole("button", { name: "Dat wil ik ook leren" }).click();
    await expect(sam.getByText("Jij wilt dit ook leren.")).toBeVisible();
  });

  await test.step("asks, talks, answers; the back button posts nothing twice", async () => {
    await sam.goto("/leervragen/nieuw");
    await sam.getByLabel("Jouw vraag").fill("Hoe hou ik een balkon groen?");
    await sam.getByRole("button", { name: "Stel je vraag" }).click();
    await expect(sam.getByRole("heading", { level: 1, name: "Hoe hou ik een balkon groen?" })).toBeVisible();
    await write(sam, "Ik heb alleen een balkon.");
    expect(new URL(sam.url()).hash).toBe("#bericht-1");
    await article(sam, "Ik heb alleen een balkon.").getByRole("link", { name: "Antwoord" }).click();
    await expect(sam.getByText(/^Je antwoordt op Sam/)).toBeVisible();
    await write(sam, "En geen tuin.");
    await expect(article(sam, "En geen tuin.").getByRole("blockquote")).toContainText("Ik heb alleen een balkon.");
    await sam.goBack();
    await write(sam, "Dit is iets nieuws na de terugknop.");
    expect(await anchors(sam)).toEqual(["bericht-1", "bericht-2", "bericht-3"]);
  });

  await test.step("changes a message and takes it back, from its menu", async () => {
    const choose = async (text: string, word: string) => {
      await article(sam, text).getByRole("button", { name: /^Meer/ }).click();
      await article(sam, text).getByRole("link", { name: word }).click();
    };
    await choose("En geen tuin.", "Pas aan");
    await sam.getByLabel("Jouw bericht").fill("En geen garage.");
    await sam.getByRole("button", { name: "Bewaar" }).click();
    await expect(article(sam, "En geen garage.")).toContainText("aangepast");
    await choose("En geen garage.", "Verwijder");
    await sam.getByRole("button", { name: "Ja, verwijder het" }).click();
    await sam.getByRole("button", { name: "Zet terug" }).click();
    await expect(article(sam, "En geen garage.")).toBeVisible();
    await choose("En geen garage.", "Verwijder");
    await sam.getByRole("button", { name: "Ja, verwijder het" }).click();
    await expect(sam.getByText("Je haalde dit bericht weg.")).toBeVisible();
  });

  await test.step("turns the pages of a long conversation, also without an account", async () => {
    const conversation = new URL(sam.url()).pathname;
    const ria = await signedIn("ria");
    for (const [page, name] of [[sam, "Sam"], [ria, "Ria"]] as const) {
      for (let count = 1; count <= 26; count += 1) {
        const posted = await page.request.post(conversation, { form: { intent: "post", id: randomUUID(), text: `${name} zegt ${count}` }, headers: { Origin: server.url }, maxRedirects: 0 });
        expect(posted.status()).toBe(302);
      }
    }
    const visitor = await (await openContext(browser, server, { javaScriptEnabled: false })).newPage();
    await visitor.goto(conversation);
    const shows = async (from: number, to: number) => {
      await expect(visitor.getByText(`Berichten ${from} tot ${to} van 55`)).toBeVisible();
      expect(await anchors(visitor)).toEqual(Array.from({ length: to - from + 1 }, (_none, index) => `bericht-${from + index}`));
    };
    await shows(6, 55);
    await visitor.getByRole("link", { name: "Oudere berichten" }).click();
    await shows(1, 50);
    await expect(article(visitor, "Ik heb alleen een balkon.").first()).toBeVisible();
    await visitor.getByRole("link", { name: "Nieuwere berichten" }).click();
    await shows(51, 55);
    await expect(article(visitor, "Ria zegt 26")).toBeVisible();
    for (const page of [ria, visitor]) await page.context().close();
  });
  await sam.context().close();
});
