import { expect, test } from "./fixtures";

test("somebody proposes a change with plain forms and in the editor; who writes along takes part of it over", async ({ as }) => {
  const fien = await as("fien");
  // A text of its own: other journeys look for the words of the shared one.
  await fien.goto("/leerplekken/samen-in-de-moestuin/teksten");
  await fien.getByRole("link", { name: "Begin een tekst" }).click();
  await fien.getByRole("radio", { name: /^De tuin/ }).check();
  await fien.getByLabel("Titel").fill("Water geven in de zomer");
  await fien.getByLabel("Eerste zinnen").fill("Giet in de ochtend.\n\nGiet bij de wortels.");
  await fien.getByRole("button", { name: "Begin te schrijven" }).click();
  await expect(fien.getByRole("textbox", { name: /^Tekst:/ })).toHaveAttribute("contenteditable", "true");
  await fien.goto(new URL(fien.url()).pathname.replace(/\/schrijven$/, ""));
  await fien.getByRole("link", { name: "Voorstellen", exact: true }).click();
  await fien.getByRole("link", { name: "Stel een wijziging voor" }).click();

  const pieces = fien.getByRole("link", { name: /^Pas aan/ });
  await pieces.first().click();
  const box = fien.getByLabel("Hoe moet dit stuk worden?");
  const before = await box.inputValue();
  await box.fill(`${before} Echt waar.`);
  await fien.getByRole("button", { name: "Zet dit in je voorstel" }).first().click();
  await expect(fien.getByRole("heading", { name: "Jouw voorstel tot nu toe" })).toBeVisible();
  await expect(fien.locator("ins")).toContainText("Echt waar.");

  await fien.getByRole("link", { name: "Schrijf in de editor" }).click();
  const text = fien.getByRole("textbox", { name: "Tekst: Water geven in de zomer" });
  await expect(text).toHaveAttribute("contenteditable", "true");
  await expect(text).toContainText("Echt waar.");
  const lines = await text.locator("p").count();
  // A key right behind the click may come before the caret on a busy machine.
  await expect(async () => {
    await text.click();
    await fien.keyboard.press("Control+End");
    await fien.keyboard.press("Enter");
    await expect(text.locator("p")).toHaveCount(lines + 1, { timeout: 1_000 });
  }).toPass();
  await fien.keyboard.type("Dit is een zin uit de editor.");
  await expect(fien.getByText(/^Bewaard \(nummer \d+\)$/)).toBeVisible();
  await fien.getByRole("link", { name: "Bekijk en stuur je voorstel" }).click();
  await expect(fien.getByRole("article", { name: "Plaats 2" })).toContainText("Dit is een zin uit de editor.");
  await fien.getByLabel("Waarom stel je dit voor?").fill("Zo is het duidelijker.");
  await fien.getByRole("button", { name: "Stuur je voorstel" }).click();
  await expect(fien.getByText("Je voorstel wacht op een beslissing.")).toBeVisible();
  const address = fien.url();

  const ria = await as("ria");
  await ria.goto(address);
  await expect(ria.getByText("Zo is het duidelijker.")).toBeVisible();
  await ria.getByRole("article", { name: "Plaats 2" }).getByRole("checkbox", { name: "Neem deze plaats over" }).uncheck();
  await ria.getByRole("button", { name: "Neem over wat is aangevinkt" }).click();
  await expect(ria.getByText("Een deel van dit voorstel is overgenomen")).toBeVisible();
  await ria.goto(address.replace(/\/voorstellen\/.*/, ""));
  await expect(ria.locator("#tekst")).toContainText("Echt waar.");
  await expect(ria.locator("#tekst")).not.toContainText("Dit is een zin uit de editor.");

  await expect(async () => {
    await fien.goto("/berichten");
    await expect(fien.getByText("Er is beslist over jouw voorstel voor een tekst.")).toBeVisible();
  }).toPass();
});
