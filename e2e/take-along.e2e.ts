import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { credentialsOf, expect, openContext, signIn, test } from "./fixtures";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const noFaults = async (page: Page) => expect((await new AxeBuilder({ page }).withTags(tags).analyze()).violations).toEqual([]);

const words = "# Wat mag erin?\n\nSchillen en **koffiedik**, geen vlees.\n\n- Elke week een emmer\n- Om de maand omscheppen\n\n## Wie doet mee?\n\nWie een tuin heeft, of een balkon.\n";

/** Begins a text from a file: a text of one's own, in which no other journey writes. */
async function begin(page: Page, title: string, file = { name: "x.md", mimeType: "text/markdown", buffer: Buffer.from(words) }): Promise<void> {
  await page.goto("/teksten/uit-bestand?leerplek=samen-in-de-moestuin");
  const group = page.getByRole("radio", { name: /^De tuin/ });
  // Who is in one group alone does not choose.
  if ((await group.count()) > 0) await group.check();
  await page.getByLabel("Kies een bestand").setInputFiles(file);
  await page.getByLabel("Titel").fill(title);
  await page.getByRole("button", { name: "Lees het bestand" }).click();
  // Where something was left behind, that is said first.
  const heading = page.getByRole("heading", { level: 1, name: title });
  const onward = page.getByRole("link", { name: "Naar de tekst", exact: true });
  await expect(heading.or(onward)).toBeVisible();
  if (await onward.isVisible()) await onward.click();
  await expect(heading).toBeVisible();
}

test("a text goes out as a file and comes back as a text with the same words, and all of them in one file, without JavaScript", async ({ browser, server }) => {
  test.setTimeout(120_000);
  const context = await openContext(browser, server, { javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, credentialsOf(server, "ria"));
  await begin(page, "Mee naar huis");
  const ours = (await page.locator("#tekst").innerText()).replace(/\s+/g, " ").trim();
  await page.getByRole("link", { name: "Neem mee als bestand" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Neem deze tekst mee" })).toBeVisible();
  const takePage = page.url();

  for (const [kind, end, mimeType] of [["Word-bestand", "docx", "application/octet-stream"], ["Webpagina", "html", "text/html"], ["Markdown", "md", "text/markdown"]] as const) {
    await test.step(kind, async () => {
      await page.goto(takePage);
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: `Neem mee: ${kind}` }).click()]);
      expect(file.suggestedFilename()).toBe(`mee-naar-huis.${end}`);
      await begin(page, `Terug uit ${end}`, { name: `x.${end}`, mimeType, buffer: await readFile(await file.path()) });
      expect((await page.locator("#tekst").innerText()).replace(/\s+/g, " ").trim()).toContain(ours);
    });
  }

  await test.step("all of one's own in a zip", async () => {
    await page.goto("/leerplekken/samen-in-de-moestuin/teksten");
    await page.getByRole("link", { name: "Neem alle teksten mee" }).click();
    await page.getByRole("radio", { name: "Waar ik aan meeschreef" }).check();
    const [zip] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Neem mee" }).click()]);
    expect(zip.suggestedFilename()).toBe("samen-in-de-moestuin.zip");
    const bytes = await readFile(await zip.path());
    for (const name of ["index.html", "mee-naar-huis.docx"]) expect(bytes.includes(name)).toBe(true);
  });
  await context.close();
});

test("an easy version stands beside its source while it is written, says what is behind, and readers choose", async ({ as, browser, server }) => {
  test.setTimeout(120_000);
  const page = await as("ria");
  await begin(page, "Compost voor iedereen");
  const source = page.url();
  await page.getByRole("link", { name: "Maak een makkelijk te lezen versie" }).click();
  await page.getByRole("radio", { name: "Met de hele tekst" }).check();
  await page.getByRole("button", { name: "Begin" }).click();
  const text = page.getByRole("textbox", { name: "Tekst: Compost voor iedereen (makkelijk te lezen)" });
  await expect(text).toHaveAttribute("contenteditable", "true");
  const beside = text.getByRole("complementary", { name: "Gewone versie" });
  await expect(beside.first()).toBeVisible();
  const easyWrite = page.url();
  const boxOf = async (width: number) => {
    await page.setViewportSize({ width, height: 800 });
    return [(await beside.first().boundingBox())!, (await beside.first().locator("xpath=following-sibling::*[1]").boundingBox())!] as const;
  };
  const [left, right] = await boxOf(1280);
  expect(right.x).toBeGreaterThan(left.x + left.width - 1);
  const [above, below] = await boxOf(375);
  expect(below.y).toBeGreaterThan(above.y + above.height - 1);
  await page.setViewportSize({ width: 1280, height: 800 });

  await test.step("what changes in the source is said beside the part, and a key or a tap says that it is right", async () => {
    await page.goto(`${source}/schrijven`);
    const usual = page.getByRole("textbox", { name: "Tekst: Compost voor iedereen", exact: true });
    await expect(usual).toHaveAttribute("contenteditable", "true");
    await usual.click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("Nieuw: ");
    await expect(page.getByText(/^Bewaard \(nummer \d+\)$/)).toBeVisible();
    await page.goto(easyWrite);
    await expect(text.getByText("De gewone versie is veranderd")).toBeVisible();
    await noFaults(page);
    await text.getByRole("button", { name: "De makkelijke woorden kloppen" }).press("Enter");
    await expect(text.getByText("De gewone versie is veranderd")).toHaveCount(0);
  });

  await test.step("readers switch, without JavaScript", async () => {
    const context = await openContext(browser, server, { javaScriptEnabled: false });
    const reader = await context.newPage();
    await signIn(reader, credentialsOf(server, "ria"));
    await reader.goto(source);
    await reader.getByRole("link", { name: "Makkelijk te lezen", exact: true }).click();
    await expect(reader.getByRole("heading", { level: 1, name: "Compost voor iedereen (makkelijk te lezen)" })).toBeVisible();
    await reader.getByRole("link", { name: "Naast de gewone versie" }).click();
    await expect(reader.getByText("Alle stukken zijn in orde.")).toBeVisible();
    await context.close();
    await page.goto(easyWrite.replace(/schrijven$/, "naast"));
    await noFaults(page);
  });
});
