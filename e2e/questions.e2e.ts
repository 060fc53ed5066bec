import type { Page } from "@playwright/test";
import { expect, openNotice, test } from "./fixtures";

const asked = { ria: "Hoe leg ik een kruidenbed aan?", sam: "Welke kruiden verdragen elkaar?" };

/** Asks a learning question in the group of the garden, and returns its address. */
async function ask(page: Page, question: string): Promise<string> {
  await page.goto("/leervragen/nieuw");
  // Only who is in several groups chooses one.
  const group = page.getByRole("radio", { name: /De tuin/ });
  if (await group.isVisible()) await group.check();
  await page.getByLabel("Jouw vraag").fill(question);
  await page.getByRole("button", { name: "Stel je vraag" }).click();
  await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
  return new URL(page.url()).pathname;
}

const dayFromNow = (days: number) => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Brussels" }).format(new Date(Date.now() + days * 86_400_000));

test("a facilitator picks a question up, bundles it with another, starts something from the bundle and answers; everyone who asked hears", async ({ as }) => {
  test.setTimeout(180_000);
  const [fien, ria, sam, tuur] = [await as("fien"), await as("ria"), await as("sam"), await as("tuur")];
  const everyone = [ria, sam, tuur];
  const question = await ask(ria, asked.ria);
  await ask(sam, asked.sam);
  await tuur.goto(question);
  await tuur.getByRole("button", { name: "Dat wil ik ook leren" }).click();
  await expect(tuur.getByText("Jij wilt dit ook leren.")).toBeVisible();

  await test.step("picks it up", async () => {
    await fien.goto(question);
    await fien.getByRole("button", { name: "Ik neem deze vraag op" }).click();
    await expect(fien.getByText(/Fien.* denkt mee\./)).toBeVisible();
    for (const page of [ria, tuur]) {
      await openNotice(page, "Een begeleider denkt mee over jouw leervraag.");
      await expect(page.getByRole("heading", { level: 1, name: asked.ria })).toBeVisible();
    }
  });

  const bundle = await test.step("bundles it with a question like it, also of somebody else", async () => {
    await fien.getByRole("link", { name: "Bundel met andere vragen" }).click();
    await expect(fien.getByRole("checkbox", { name: asked.ria })).toBeChecked();
    await fien.getByRole("checkbox", { name: asked.sam }).check();
    await fien.getByLabel("Hoe noem je de bundel?").fill("Kruiden in de tuin");
    await fien.getByRole("button", { name: "Bewaar de bundel" }).click();
    await expect(fien.getByRole("heading", { level: 1, name: "Kruiden in de tuin" })).toBeVisible();
    await expect(fien.getByText("3 mensen vragen dit. De streek tonen we vanaf 5 mensen.")).toBeVisible();
    return new URL(fien.url()).pathname;
  });

  await test.step("plans an activity from it, and everyone who asked comes to it from the notice", async () => {
    await fien.getByRole("link", { name: "Plan een activiteit" }).click();
    await fien.getByRole("radio", { name: "De tuin" }).check();
    await fien.getByLabel("Hoe heet de activiteit?").fill("Kruiden planten");
    await fien.getByLabel("Wat gaan we doen?").fill("We leggen samen een bed aan.");
    await fien.getByLabel("Op welke dag?").fill(dayFromNow(15));
    await fien.getByLabel("Van hoe laat?").fill("14:00");
    await fien.getByLabel("Tot hoe laat?").fill("16:00");
    await fien.getByLabel("Op welke plek?").fill("De tuin, achter de kerk");
    await fien.getByLabel("Hoe geraak je er?").fill("Te voet.");
    await fien.getByLabel("Wie kunnen mensen bellen?").fill("Fien (voorbeeld)");
    await fien.getByLabel("Op welk nummer?").fill("000 00 00 02");
    await fien.getByRole("button", { name: "Plan deze activiteit" }).click();
    await expect(fien.getByRole("heading", { level: 1, name: "Kruiden planten" })).toBeVisible();
    for (const page of everyone) {
      await openNotice(page, "Jouw leervraag leidt tot iets nieuws.");
      await expect(page.getByRole("heading", { level: 1, name: "Kruiden planten" })).toBeVisible();
    }
  });

  await test.step("starts an experiment from it too; the bundle says what followed", async () => {
    await fien.goto(bundle);
    await fien.getByRole("link", { name: "Begin een experiment" }).click();
    await fien.getByRole("radio", { name: "De tuin" }).check();
    await fien.getByLabel("Hoe noem je het experiment?").fill("Kruiden naast de sla");
    await fien.getByLabel("Wat willen we weten?").fill("Blijven slakken weg van tijm?");
    await fien.getByLabel("Wat doen we?").fill("We zetten tijm tussen de sla.");
    await fien.getByLabel("Wanneer stoppen we?").fill("Na zes weken.");
    await fien.getByRole("button", { name: "Stel het voor" }).click();
    await expect(fien.getByRole("heading", { level: 1, name: "Kruiden naast de sla" })).toBeVisible();
    await expect(async () => {
      await sam.goto("/berichten");
      await expect(sam.getByRole("article").filter({ hasText: "Jouw leervraag leidt tot iets nieuws." })).toHaveCount(2, { timeout: 500 });
    }).toPass();
    await fien.goto(bundle);
    const followed = fien.getByRole("article").filter({ has: fien.getByRole("heading", { name: "Wat eruit volgt" }) });
    await expect(followed.getByRole("link")).toHaveText(["Kruiden planten", "Kruiden naast de sla"]);
  });

  await test.step("says which message answers the question", async () => {
    await fien.goto(question);
    await expect(fien.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
    await fien.getByLabel("Jouw antwoord of idee").fill("Begin met tijm en salie, in de zon.");
    await fien.getByRole("button", { name: "Verstuur" }).click();
    await expect(fien.getByRole("article").filter({ hasText: "Begin met tijm en salie" })).toBeVisible();
    await fien.getByRole("link", { name: "Zeg waar het antwoord staat" }).click();
    await fien.getByRole("radio", { name: /van Fien/ }).first().check();
    await fien.getByRole("button", { name: "Bewaar het antwoord" }).click();
    await expect(fien.getByRole("heading", { name: "Het antwoord" })).toBeVisible();
    for (const page of [ria, tuur]) {
      await openNotice(page, "Er is een antwoord op een leervraag van jou.");
      await expect(page.getByRole("link", { name: "Lees het bericht in het gesprek" })).toBeVisible();
    }
  });
});
