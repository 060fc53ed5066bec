import { expect, test } from "./fixtures";

test("adds tasks, a table and parts of a session to a text with the keyboard and by tapping, and reads them on the page", async ({ as }) => {
  const page = await as("ria");
  await page.goto("/teksten");
  await page.getByRole("link", { name: "Composteren met de buren" }).click();
  const readingPage = page.url();
  await page.getByRole("link", { name: "Schrijf mee" }).click();
  const text = page.getByRole("textbox", { name: "Tekst: Composteren met de buren" });
  await expect(text).toHaveAttribute("contenteditable", "true");
  const saved = page.getByText(/^Bewaard \(nummer \d+\)$/);
  const add = async (name: string) => {
    await page.getByRole("toolbar").getByRole("button", { name: "Voeg toe" }).click();
    await page.getByRole("group").getByRole("button", { name, exact: true }).click();
    await expect(text).toBeFocused();
  };

  await text.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  // Typed as in Markdown, and ticked off with the keys.
  await page.keyboard.type("[ ] Zaal vragen");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Koffie halen");
  await expect(text.getByRole("checkbox", { name: "Klaar: Zaal vragen" })).toBeChecked();
  await expect(text.getByRole("checkbox", { name: "Klaar: Koffie halen" })).not.toBeChecked();
  // Whom it is for: with the keys for the task with the caret, by tapping for another.
  await page.keyboard.press("Alt+Enter");
  const whose = text.getByRole("combobox", { name: "Voor wie is deze taak?" });
  await expect(whose.last()).toBeFocused();
  await whose.last().selectOption({ label: "Voor Fien (voorbeeld)" });
  await page.keyboard.press("Escape");
  await expect(text).toBeFocused();
  await whose.first().click();
  await whose.first().selectOption({ label: "Voor Ria (voorbeeld)" });
  await whose.first().selectOption({ label: "Voor niemand in het bijzonder" });
  await text.getByText("Koffie halen").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");

  await add("Tabel");
  await page.keyboard.type("Wat");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Wie");
  await page.getByRole("toolbar").getByRole("button", { name: "Tabel aanpassen" }).click();
  await page.getByRole("button", { name: "Kolom weg" }).click();
  await page.getByRole("button", { name: "Rij erbij" }).click();
  await expect(text.locator("tr")).toHaveCount(4);
  await expect(text.locator("tr").first().locator("th")).toHaveCount(2);
  await page.keyboard.press("Control+End");

  await add("Activiteit");
  await page.keyboard.type("Kennismaken in een kring");
  await text.getByLabel("Minuten").fill("20");
  await text.getByLabel("Mensen per groepje").fill("4");
  await text.getByLabel("Mensen per groepje").press("Enter");
  await expect(saved).toBeVisible();
  await page.setViewportSize({ width: 375, height: 800 });
  await page.getByRole("toolbar").getByRole("button", { name: "Voeg toe" }).click();

  await page.goto(readingPage);
  await expect(page.getByText("Activiteit · 20 minuten · in groepjes van 4")).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Wat" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Klaar: Zaal vragen" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Koffie halen" })).toContainText("Voor Fien");

  await page.getByRole("link", { name: "Lesplan: tijd, lijst en kaartjes" }).click();
  await expect(page.getByText("Dit duurt 20 minuten.")).toBeVisible();
  await page.getByLabel("Hoe laat begin je?").fill("14:00");
  await page.getByRole("button", { name: "Toon de uren" }).click();
  await expect(page.getByText("Van 14:00 tot 14:20.")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "1. Kennismaken in een kring" })).toBeVisible();
});
