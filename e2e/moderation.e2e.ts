import type { Page } from "@playwright/test";
import { credentialsOf, expect, openContext, openNotice, test } from "./fixtures";
import { giveEmail, lettersTo } from "./mailbox";

// The clock moves past the ten minutes in which a decision can be taken back: nobody else may stand on this server.
test.use({ serverOf: "moderation" });
test.describe.configure({ mode: "default" });

const word = "slakkenbeul";
const said = `Wie hier nog slakken zet, is een ${word}.`;
const mailOfMo = "mo@proefstreek.example";
const hiddenMarker = "De moderator heeft dit bericht verborgen.";
const article = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });

/** Posts in the conversation that is open, and returns its address. */
async function post(page: Page, text: string): Promise<string> {
  await expect(page.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  await page.getByLabel("Jouw bericht").fill(text);
  await page.getByRole("button", { name: "Verstuur" }).click();
  await expect(article(page, text)).toBeVisible();
  await expect(page.getByText("Nog niet verstuurd", { exact: false })).toHaveCount(0);
  return new URL(page.url()).pathname;
}

/** Reports a message of a conversation from its menu, and stays on the receipt. */
async function report(page: Page, conversation: string, text: string, why: string): Promise<void> {
  await page.goto(conversation);
  const message = article(page, text);
  const menu = message.getByRole("button", { name: /^Meer/ });
  if (await menu.isVisible()) await menu.click();
  await message.getByRole("link", { name: "Niet oké? Zeg het ons" }).click();
  await expect(page.locator("main")).toContainText(text);
  await page.getByLabel("Iemand wordt beledigd of gepest").check();
  await page.getByLabel("Wil je er iets bij schrijven?").fill(why);
  await page.getByRole("button", { name: "Verstuur je melding" }).click();
  await expect(page.getByText("Dank je. We hebben je melding.")).toBeVisible();
}

/** Opens the case about this text on the desk that is open. */
async function openCase(page: Page, text: string): Promise<string> {
  await page.goto("/beheer/meldingen");
  await article(page, text).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Waarom het gemeld is" })).toBeVisible();
  return new URL(page.url()).pathname;
}

test("a report reaches a moderator at once, everyone concerned hears why, and somebody else looks again", async ({ as, browser, server }) => {
  test.setTimeout(240_000);
  const [author, reporter, moderator, bystander] = [await as("sam"), await as("ria"), await as("mo"), await as("tuur")];
  const visitor = await (await openContext(browser, server, { javaScriptEnabled: false })).newPage();
  await giveEmail(moderator, server, credentialsOf(server, "mo").password, mailOfMo);
  await author.goto("/leerplekken/samen-in-de-moestuin/gesprekken");
  await author.getByRole("link", { name: "Wat doe jij tegen slakken?" }).first().click();
  const conversation = await post(author, said);

  const receipt = await test.step("a resident reports it, and so does somebody without an account; the open desk says so at once", async () => {
    await moderator.goto("/beheer/meldingen");
    await expect(article(moderator, word)).toHaveCount(0);
    await report(reporter, conversation, said, "Zo praten we hier niet.");
    await expect(moderator.getByText("Er is iets veranderd in deze lijst.")).toBeVisible();
    await moderator.getByRole("link", { name: "Toon ze" }).click();
    await expect(article(moderator, word)).toContainText("Voor jou");
    await visitor.goto(`/zoeken?woorden=${word}`);
    await expect(visitor.locator("main").getByRole("link", { name: "Wat doe jij tegen slakken?" })).toBeVisible();
    await report(visitor, conversation, said, "Dit doet pijn om te lezen.");
    await reporter.goto(conversation);
    await expect(article(reporter, said)).toBeVisible();
    return visitor.getByLabel("Adres van deze pagina").inputValue();
  });

  const casePath = await test.step("it is one case for the moderator, who hears of it and takes it", async () => {
    await openNotice(moderator, "Er wacht een melding op jou.");
    await moderator.goto("/beheer/meldingen");
    await expect(article(moderator, word)).toHaveCount(1);
    await expect(article(moderator, word)).toContainText("2 meldingen");
    const path = await openCase(moderator, word);
    await expect(moderator.getByText("Zo praten we hier niet.")).toBeVisible();
    await expect(moderator.getByText("Dit doet pijn om te lezen.")).toBeVisible();
    await expect(moderator.getByText("Iemand zonder account")).toBeVisible();
    await expect(moderator.getByRole("region", { name: "Waarom het gemeld is" })).not.toContainText("Ria");
    await moderator.getByRole("button", { name: "Ik kijk ernaar" }).click();
    await expect(moderator.getByText("Jij bent ermee bezig.")).toBeVisible();
    await visitor.goto(receipt);
    await expect(visitor.locator("[aria-current=step]")).toContainText("Een moderator kijkt");
    return path;
  });

  const letter = "Iemand een scheldnaam geven doen we hier niet.";
  await test.step("the moderator reads the letter as it will be sent, and decides; who is reading sees it vanish", async () => {
    await bystander.goto(conversation);
    await expect(bystander.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
    await expect(article(bystander, said)).toBeVisible();
    await moderator.getByRole("link", { name: "Beslis", exact: true }).click();
    await moderator.getByLabel("Iemand wordt beledigd of gekleineerd").check();
    await moderator.locator("input[name=rule]").first().check();
    await moderator.getByRole("radio", { name: /^Verbergen/ }).check();
    await moderator.getByLabel("Wil je er iets bij schrijven?").fill(letter);
    await moderator.getByRole("button", { name: "Bekijk de brief" }).click();
    await expect(moderator.getByRole("heading", { level: 1 })).toHaveText("Klopt deze brief?");
    await expect(moderator.locator("main")).toContainText(letter);
    await expect(article(bystander, said)).toBeVisible();
    await moderator.getByRole("button", { name: "Beslis en verstuur" }).click();
    await expect(moderator.getByText("Beslist. De maatregel geldt meteen.")).toBeVisible();
    await expect(bystander.getByText(hiddenMarker)).toBeVisible();
    await expect(bystander.locator("body")).not.toContainText(word);
  });

  await test.step("nobody reads the message any more, in the conversation or by searching", async () => {
    for (const page of [reporter, visitor]) {
      await page.goto(conversation);
      await expect(page.getByText(hiddenMarker).first()).toBeVisible();
      await expect(page.locator("body")).not.toContainText(word);
      await page.goto(`/zoeken?woorden=${word}`);
      await expect(page.getByText(`We vinden niets met “${word}”.`)).toBeVisible();
    }
  });

  await test.step("the author reads the reasons and asks for a second look", async () => {
    await openNotice(author, "Er is een beslissing over iets van jou.");
    await expect(author.getByRole("heading", { level: 1 })).toHaveText("Onze beslissing en waarom");
    await expect(author.locator("main")).toContainText(letter);
    await author.getByLabel("Waarom klopt het volgens jou niet?").fill("Het was om te lachen, over mezelf.");
    await author.getByRole("button", { name: "Vraag om opnieuw te kijken" }).click();
    await expect(author.getByText("Je vraag is verstuurd.")).toBeVisible();
  });

  await test.step("when it can no longer be taken back, both reporters hear the outcome", async () => {
    await server.restartLater(0.2);
    await openNotice(reporter, "Er is antwoord op je melding.");
    await expect(reporter.getByText("We verborgen het.")).toBeVisible();
    await visitor.goto(receipt);
    await expect(visitor.getByText("We verborgen het.")).toBeVisible();
  });

  await test.step("who decided first cannot answer; somebody of another organisation does, in writing", async () => {
    await moderator.goto(casePath);
    await expect(moderator.getByRole("heading", { name: "Waarom het gemeld is" })).toBeVisible();
    await expect(moderator.getByRole("link", { name: "Kijk opnieuw en beslis" })).toHaveCount(0);
    const second = await as("fien");
    await openNotice(second, "Er wacht een melding op jou.");
    await second.goto(casePath);
    await second.getByRole("link", { name: "Kijk opnieuw en beslis" }).click();
    await expect(second.locator("main")).toContainText("Het was om te lachen, over mezelf.");
    await second.getByRole("radio", { name: /^We draaien het terug/ }).check();
    await second.getByLabel("Je antwoord").fill("Je sprak over jezelf. Dat mag.");
    await second.getByRole("button", { name: "Beslis en verstuur" }).click();
    await expect(second.getByText("Je antwoord is verstuurd.")).toBeVisible();
  });

  await test.step("the author reads the answer, and the message is back", async () => {
    await openNotice(author, "Iemand anders keek opnieuw.");
    await expect(author.getByText("Je sprak over jezelf. Dat mag.")).toBeVisible();
    await visitor.goto(conversation);
    await expect(article(visitor, said)).toBeVisible();
    await visitor.goto(receipt);
    await expect(visitor.getByText("die gaf terug wat weg was.")).toBeVisible();
  });

  await test.step("the log shows each step", async () => {
    await moderator.goto(casePath);
    await moderator.getByRole("link", { name: "Bekijk elke stap" }).click();
    const steps = moderator.getByRole("table").locator("tbody tr");
    await expect(steps.filter({ hasText: "Gemeld" })).toHaveCount(2);
    for (const step of ["Gevraagd aan een moderator", "Keek ernaar", "Beslist: verbergen", "Vroeg om opnieuw te kijken"]) await expect(steps.filter({ hasText: step })).toHaveCount(1);
    await expect(steps.filter({ hasText: "Opnieuw gekeken: teruggedraaid" })).toContainText("Fien");
  });

  await test.step("all of it took one letter to the moderator, without what was reported", async () => {
    const letters = lettersTo(server, mailOfMo).filter(({ text }) => text.includes("Er wacht een melding op jou."));
    expect(letters).toHaveLength(1);
    expect(letters[0]!.text).toContain(casePath);
    expect(JSON.stringify(lettersTo(server, mailOfMo))).not.toMatch(/slak|pijn om te lezen|Zo praten we/i);
  });
  await visitor.context().close();
});

test("in a closed group members see which official can look in after a report, and who did", async ({ as }) => {
  const fien = await as("fien");
  const text = "De sleutel van de serre ligt onder de blauwe pot.";
  await fien.goto("/leerplekken/samen-in-de-moestuin");
  await fien.getByRole("link", { name: "De serre", exact: true }).first().click();
  const group = new URL(fien.url()).pathname;
  await fien.getByRole("link", { name: "Begin een gesprek" }).first().click();
  await fien.getByLabel("Waarover gaat het?").fill("Wie heeft de sleutel?");
  await fien.getByLabel("Jouw eerste bericht").fill(text);
  await fien.getByRole("button", { name: "Begin het gesprek" }).click();
  await expect(article(fien, text)).toBeVisible();
  const conversation = new URL(fien.url()).pathname;

  const ria = await as("ria");
  await ria.goto(group);
  await ria.getByText("Wie kan hier soms binnenkijken?").click();
  await expect(ria.getByText("Mo (voorbeeld)")).toBeVisible();
  await expect(ria.getByText("Nog niemand keek mee in deze groep.")).toBeVisible();
  await report(ria, conversation, text, "Dit hoort hier niet.");

  const mo = await as("mo");
  await mo.goto(conversation);
  await expect(mo.getByText("Alleen leden lezen wat hier staat.", { exact: false })).toBeVisible();
  await expect(mo.getByText(text)).toHaveCount(0);
  await openCase(mo, text);
  await mo.getByRole("button", { name: "Bekijk de omgeving" }).click();
  await expect(mo.getByText("Dit is gemeld")).toBeVisible();
  await ria.goto(group);
  await expect(ria.getByRole("region", { name: "Wie keek mee voor een melding?" })).toContainText(/Mo \(voorbeeld\).*onthaal/);
  await fien.goto(group);
  await expect(fien.getByRole("region", { name: "Wie keek mee voor een melding?" })).toContainText("Mo (voorbeeld)");
});
