import type { Page } from "@playwright/test";
import { credentialsOf, expect, openContext, openNotice, signIn, test } from "./fixtures";

// The server is killed, and its clock moved: nobody else may stand on it.
test.use({ serverOf: "documents" });

const title = "Zo maken wij een wormenbak";
const editor = (page: Page) => page.getByRole("textbox", { name: `Tekst: ${title}` });
/** The sentence that may only stand there when everything typed is stored, with the number that proves it. */
const saved = (page: Page) => expect(page.getByText(/^Bewaard \(nummer \d+\)$/)).toBeVisible({ timeout: 30_000 });
const line = (page: Page, begin: string) => editor(page).locator("p").filter({ hasText: begin });

/** The paragraphs as written, without the names at the carets of others. */
function written(page: Page): Promise<string[]> {
  return editor(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll(".caret")) caret.remove();
    return [...copy.querySelectorAll("p")].map((paragraph) => (paragraph.textContent ?? "").replace(/\u2060/g, ""));
  });
}

/** Types at the end of the paragraph that begins so. */
async function write(page: Page, begin: string, words: string): Promise<void> {
  await line(page, begin).click();
  await page.keyboard.press("End");
  await page.keyboard.type(words);
}

test("a facilitator begins a text; three write at once and end equal; a power cut loses nothing; it becomes learning material", async ({ browser, server }) => {
  test.setTimeout(240_000);
  const enter = async (who: string) => {
    const page = await (await openContext(browser, server)).newPage();
    await signIn(page, credentialsOf(server, who));
    return page;
  };
  const fien = await enter("fien");
  const address = await test.step("begins a text that says from the start what it may become", async () => {
    await fien.goto("/leerplekken/samen-in-de-moestuin/teksten");
    await fien.getByRole("link", { name: "Begin een tekst" }).click();
    await expect(fien.getByText("Deze tekst kan later openbaar worden")).toBeVisible();
    await fien.getByRole("radio", { name: /^De tuin/ }).check();
    await fien.getByLabel("Titel").fill(title);
    await fien.getByLabel("Eerste zinnen").fill("Fien:\n\nRia:\n\nSam:");
    await fien.getByRole("radio", { name: /CC BY-SA 4\.0/ }).check();
    await fien.getByRole("button", { name: "Begin te schrijven" }).click();
    await expect(editor(fien)).toHaveAttribute("contenteditable", "true");
    await expect(fien.getByText("CC BY-SA 4.0").first()).toBeVisible();
    expect(await written(fien)).toEqual(["Fien:", "Ria:", "Sam:"]);
    return new URL(fien.url()).pathname;
  });

  const ria = await enter("ria");
  const sam = await enter("sam");
  const writers: [Page, string, string][] = [
    [fien, "Fien:", " neem een bak met gaatjes."],
    [ria, "Ria:", " leg er nat karton in."],
    [sam, "Sam:", " wormen krijg je van de buren."],
  ];
  const all = writers.map(([page]) => page);
  const sameEverywhere = async (lines: string[]) => {
    for (const page of all) await expect.poll(() => written(page), { timeout: 30_000 }).toEqual(lines);
  };

  await test.step("three browsers write at once, and end equal", async () => {
    for (const page of [ria, sam]) {
      await page.goto(address);
      await expect(editor(page)).toHaveAttribute("contenteditable", "true");
    }
    await Promise.all(writers.map(([page, begin, words]) => write(page, begin, words)));
    await Promise.all(all.map(saved));
    await sameEverywhere(writers.map(([, begin, words]) => begin + words));
  });

  await test.step("without a connection nothing is called saved, until it is", async () => {
    await ria.context().setOffline(true);
    await write(ria, "Ria:", " En wat aarde.");
    await expect(ria.locator("[data-waiting]")).toHaveText(/^Nog niet bewaard \(\d+ wijziging(en)?\)$/);
    await expect(ria.getByText(/^Bewaard \(nummer/)).toHaveCount(0);
    await ria.context().setOffline(false);
    await saved(ria);
    await sameEverywhere(["Fien: neem een bak met gaatjes.", "Ria: leg er nat karton in. En wat aarde.", "Sam: wormen krijg je van de buren."]);
  });

  await test.step("the server is killed while they write: what was saved is there, and so is what was typed meanwhile", async () => {
    await write(fien, "Fien:", " Zet hem in de schaduw.");
    await saved(fien);
    const back = server.killAndRestart();
    await Promise.all([write(ria, "Ria:", " Niet te nat."), write(sam, "Sam:", " Dank aan Roos.")]);
    await back;
    await Promise.all(all.map(saved));
    const lines = ["Fien: neem een bak met gaatjes. Zet hem in de schaduw.", "Ria: leg er nat karton in. En wat aarde. Niet te nat.", "Sam: wormen krijg je van de buren. Dank aan Roos."];
    await sameEverywhere(lines);
    const tuur = await enter("tuur");
    await tuur.goto(address);
    await expect.poll(() => written(tuur), { timeout: 30_000 }).toEqual(lines);
    await tuur.context().close();
  });

  await test.step("who is not in the group reads, and has nothing to write in", async () => {
    const visitor = await (await openContext(browser, server)).newPage();
    const lena = await enter("lena");
    for (const reader of [visitor, lena]) {
      await reader.goto(address);
      await expect(reader.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(reader).toHaveURL(new RegExp(`${address.replace("/schrijven", "")}$`));
      await expect(editor(reader)).toHaveCount(0);
      await expect(reader.getByRole("link", { name: "Schrijf mee" })).toHaveCount(0);
      await expect(reader.getByText("Zet hem in de schaduw.")).toBeVisible();
      await reader.context().close();
    }
  });

  await test.step("taking the right away stops the next keystroke", async () => {
    await fien.goto("/leerplekken/samen-in-de-moestuin");
    await fien.getByRole("region", { name: "Groepen" }).getByRole("link", { name: "De tuin", exact: true }).click();
    await fien.getByRole("link", { name: "Bekijk de leden" }).click();
    const row = fien.getByRole("listitem").filter({ hasText: "Sam (voorbeeld)" }).last();
    await row.getByText("Pas aan").click();
    await line(sam, "Sam:").click();
    await row.getByRole("button", { name: "Laat alleen lezen" }).click();
    await expect(row.getByText("Leest alleen")).toBeVisible();
    await expect(sam.getByText("Je kunt hier niet meer schrijven")).toBeVisible();
    await expect(editor(sam)).toHaveAttribute("contenteditable", "false");
    // Who types on is brought to why, and no key takes that out of sight.
    await expect(sam.locator(":focus")).toContainText("Je kunt hier niet meer schrijven");
    await sam.keyboard.type(" nog een woord met spaties ");
    await expect(sam.getByText("Je kunt hier niet meer schrijven")).toBeInViewport();
    const before = await written(ria);
    await write(sam, "Sam:", " Dit komt er niet meer in.");
    await write(ria, "Ria:", " Dit wel.");
    await saved(ria);
    expect(await written(ria)).toEqual(before.map((words) => (words.startsWith("Ria:") ? `${words} Dit wel.` : words)));
  });

  const text = address.replace("/schrijven", "");
  await test.step("everyone who wrote is told before it is public, and asked about their name; nobody can be too early", async () => {
    await fien.goto(text);
    await fien.getByRole("link", { name: "Maak openbaar" }).click();
    await fien.getByRole("button", { name: "Kondig aan" }).click();
    await expect(fien.getByText(/^Aangekondigd\. Je kunt de tekst openbaar maken vanaf/)).toBeVisible();
    await expect(fien.getByText("Weet het, antwoordde nog niet")).toHaveCount(3);
    await expect(fien.getByText("Maak nu openbaar")).toHaveCount(0);
    for (const page of [ria, sam]) {
      await openNotice(page, "Een tekst waaraan je meeschreef, wordt binnenkort openbaar.");
      await expect(page.getByText("Deze tekst wordt binnenkort openbaar")).toBeVisible();
      await expect(page.getByRole("button", { name: "Nee, liever niet" })).toBeVisible();
    }
    await ria.getByRole("button", { name: "Ja, mijn naam mag erbij" }).click();
    await expect(ria.getByText("Je zei: ja, mijn naam mag erbij.")).toBeVisible();
  });

  await test.step("a day later it becomes learning material, by who agreed and the group, for everyone, without script", async () => {
    await server.restartLater(25);
    await signIn(fien, credentialsOf(server, "fien"));
    await fien.goto(`${text}/openbaar`);
    await expect(fien.getByText("Naam mag erbij")).toHaveCount(1);
    await fien.getByText("Maak nu openbaar").first().click();
    await fien.getByRole("button", { name: "Maak nu openbaar" }).click();
    await expect(fien).toHaveURL(/\/leermateriaal\/zo-maken-wij-een-wormenbak$/);
    const visitor = await (await openContext(browser, server, { javaScriptEnabled: false })).newPage();
    await visitor.goto(new URL(fien.url()).pathname);
    await expect(visitor.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(visitor.getByText("Door Ria (voorbeeld) en anderen van de groep.")).toBeVisible();
    await expect(visitor.getByText("wormen krijg je van de buren. Dank aan Roos.")).toBeVisible();
    await expect(visitor.getByText("Je mag dit gebruiken onder de licentie CC BY-SA 4.0.")).toBeVisible();
    await expect(visitor.locator("main")).not.toContainText(/Sam \(|Fien \(/);

    await signIn(ria, credentialsOf(server, "ria"));
    await openNotice(ria, "Een tekst waaraan je meeschreef, is nu leermateriaal voor iedereen.");
    await ria.getByRole("button", { name: "Nee, liever niet" }).click();
    await expect(ria.getByText("Je zei: nee, liever niet.")).toBeVisible();
    await visitor.reload();
    await expect(visitor.getByText("Door de groep.")).toBeVisible();
    await expect(visitor.locator("main")).not.toContainText("Ria (");
    await visitor.context().close();
  });
  for (const page of all) await page.context().close();
});
