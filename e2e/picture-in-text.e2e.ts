import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "./fixtures";

const isDrawn = (page: Page, image: ReturnType<Page["locator"]>) => expect.poll(() => image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth > 0)).toBe(true);

test("puts a photo in a text: what is refused says why and leaves what was chosen, and the reading page keeps its place", async ({ as }) => {
  const page = await as("ria");
  await page.goto("/teksten");
  await page.getByRole("link", { name: "Composteren met de buren" }).click();
  const readingPage = page.url();
  await page.getByRole("link", { name: "Schrijf mee" }).click();
  const text = page.getByRole("textbox", { name: "Tekst: Composteren met de buren" });
  await expect(text).toHaveAttribute("contenteditable", "true");
  await text.click();
  await page.keyboard.press("Control+End");
  await page.getByRole("toolbar").getByRole("button", { name: "Voeg toe" }).click();
  await page.getByRole("group").getByRole("button", { name: "Foto", exact: true }).click();
  const form = page.getByRole("form", { name: "Foto" });
  const send = form.getByRole("button", { name: "Zet de foto in de tekst" });
  const alt = form.getByLabel("Wat zie je op de foto?");
  const file = form.getByLabel("Kies een foto");
  await expect(file).toBeFocused();

  await file.setInputFiles({ name: "hoop.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
  await send.click();
  await expect(form.getByText("Schrijf wat je op de foto ziet, of kies “Alleen versiering”.")).toBeVisible();
  await alt.fill("Een composthoop met stoom erop");
  await send.click();
  await expect(form.getByText("Dit is geen foto die we kunnen tonen.")).toBeVisible();
  await expect(alt).toHaveValue("Een composthoop met stoom erop");

  await file.setInputFiles({ name: "IMG_2041.JPG", mimeType: "image/jpeg", buffer: await sharp({ create: { width: 1_200, height: 900, channels: 3, background: "#6b8e23" } }).jpeg().toBuffer() });
  // A connection that breaks off: everything stays, and a second try is enough.
  await page.route("**/foto", (route) => route.abort(), { times: 1 });
  await send.click();
  await expect(form.getByText("De foto kon niet verstuurd worden.")).toBeVisible();
  expect(await file.evaluate((input: HTMLInputElement) => input.files?.length)).toBe(1);
  expect((await new AxeBuilder({ page }).include(".editor__tools").withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze()).violations).toEqual([]);
  await send.click();
  await expect(form).toBeHidden();
  await isDrawn(page, text.locator("img"));
  await text.getByRole("button", { name: "Pas de woorden aan" }).press("Enter");
  const words = page.getByRole("form", { name: "Pas de woorden aan" }).getByLabel("Wat zie je op de foto?");
  await expect(words).toHaveValue("Een composthoop met stoom erop");
  await words.fill("Een warme composthoop");
  await page.getByRole("button", { name: "Zet deze woorden erbij" }).click();
  await expect(text.locator(".editor__picture")).toContainText("Een warme composthoop");
  await expect(page.getByText(/^Bewaard \(nummer \d+\)$/)).toBeVisible();

  await page.goto(readingPage);
  const picture = page.getByRole("img", { name: "Een warme composthoop" });
  await isDrawn(page, picture);
  expect([await picture.getAttribute("width"), await picture.getAttribute("height")]).toEqual(["640", "480"]);
  await picture.click();
  await expect(page).toHaveURL(/\/foto\/[0-9a-f-]{36}$/);
});
