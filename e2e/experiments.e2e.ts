import { expect, openContext, test } from "./fixtures";

const list = "/leerplekken/samen-in-de-moestuin/experimenten";

test("three plain questions, through its stages, to a lesson of what failed that others find", async ({ as, browser, server }) => {
  const ria = await as("ria");
  await ria.goto(list);
  await ria.getByRole("link", { name: "Stel een experiment voor" }).click();
  await ria.getByRole("radio", { name: "De tuin" }).check();
  await ria.getByLabel("Hoe noem je het experiment?").fill("Een kruidenrek aan de bib");
  await ria.getByLabel("Wat willen we weten?").fill("Nemen mensen kruiden mee als ze er niet om moeten vragen?");
  await ria.getByLabel("Wat doen we?").fill("We zetten een rek aan de deur.");
  await ria.getByRole("button", { name: "Stel het voor" }).click();
  // The third question is still open: nothing that was typed is lost.
  await expect(ria.getByText("Vul dit in.").first()).toBeVisible();
  await expect(ria.getByLabel("Wat doen we?")).toHaveValue("We zetten een rek aan de deur.");
  await ria.getByLabel("Wanneer stoppen we?").fill("Na één maand.");
  await ria.getByRole("button", { name: "Stel het voor" }).click();
  await expect(ria.getByRole("heading", { level: 1, name: "Een kruidenrek aan de bib" })).toBeVisible();
  await expect(ria.getByRole("button", { name: "Start het experiment" })).toHaveCount(0);
  const address = new URL(ria.url()).pathname;

  const fien = await as("fien");
  await fien.goto(address);
  await fien.getByRole("button", { name: "Start het experiment" }).click();
  await expect(fien.locator("[aria-current=step]")).toContainText("We doen het");
  await fien.getByRole("button", { name: "Stop en begin te meten" }).click();
  await expect(fien.locator("[aria-current=step]")).toContainText("We meten");
  await fien.getByRole("link", { name: "Vertel wat we leerden" }).click();
  await fien.getByRole("radio", { name: "Het werkte niet, en nu weten we waarom" }).check();
  await fien.getByLabel("Wat leerden we eruit?").fill("Schrijf erbij dat het gratis is.");
  await fien.getByRole("button", { name: "Bewaar" }).click();
  await expect(fien.getByText("Zo hoeft niemand het nog eens uit te vinden.", { exact: false })).toBeVisible();

  const context = await openContext(browser, server, { javaScriptEnabled: false });
  const visitor = await context.newPage();
  await visitor.goto("/experimenten?resultaat=failed");
  await visitor.getByRole("link", { name: "Een kruidenrek aan de bib" }).click();
  await expect(visitor.getByText("Schrijf erbij dat het gratis is.")).toBeVisible();
  await expect(visitor.getByText("een deelnemer")).toBeVisible();
  await expect(visitor.getByText("Ria (voorbeeld)")).toHaveCount(0);
  await expect(visitor.locator("script[type='module']")).toHaveCount(0);
  await context.close();
});

test("somebody who is too late is told so, and keeps what was typed", async ({ as }) => {
  const fien = await as("fien");
  await fien.goto(list);
  await fien.getByRole("link", { name: "Samen gieten" }).click();
  await fien.getByRole("link", { name: "Pas aan" }).click();
  const address = fien.url();
  const bert = await as("bert");
  await bert.goto(address);
  await bert.getByLabel("Hoe noem je het experiment?").fill("Samen gieten met een beurtrol");
  await bert.getByRole("button", { name: "Bewaar" }).click();
  await expect(bert.getByRole("heading", { level: 1, name: "Samen gieten met een beurtrol" })).toBeVisible();
  await fien.getByLabel("Wanneer stoppen we?").fill("Na vier weken.");
  await fien.getByRole("button", { name: "Bewaar" }).click();
  await expect(fien.getByText("Iemand anders veranderde dit intussen.", { exact: false })).toBeVisible();
  await expect(fien.getByLabel("Wanneer stoppen we?")).toHaveValue("Na vier weken.");
});
