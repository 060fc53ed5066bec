import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";

test("with the keyboard alone: adds by typing a slash, names somebody, puts in a card, finds and replaces", async ({ as }) => {
  const page = await as("ria");
  const elsewhere: string[] = [];
  page.on("request", (request) => void (/voorbeeld\.be|youtube/.test(new URL(request.url()).hostname) && elsewhere.push(request.url())));
  await page.goto("/teksten");
  await page.getByRole("link", { name: "Composteren met de buren" }).click();
  const readingPage = page.url();
  await page.getByRole("link", { name: "Schrijf mee" }).click();
  const text = page.getByRole("textbox", { name: "Tekst: Composteren met de buren" });
  await expect(text).toHaveAttribute("contenteditable", "true");
  const chosen = page.locator('.names [aria-selected="true"]');
  await text.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");

  await test.step("a list while typing, that is left alone and used", async () => {
    await page.keyboard.type("/ta");
    await expect(chosen).toHaveText("Takenlijst");
    await expect(text).toHaveAttribute("aria-activedescendant", (await chosen.getAttribute("id"))!);
    expect((await new AxeBuilder({ page }).include(".names").withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze()).violations).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await expect(chosen).toHaveText("Tabel");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("listbox")).toBeHidden();
    for (const _ of "/ta") await page.keyboard.press("Backspace");
    await page.keyboard.type("/let");
    await expect(chosen).toHaveText("Let op");
    await page.keyboard.press("Enter");
    await expect(text.locator("aside.callout--attention")).toBeVisible();
  });

  await test.step("somebody of the group by name, also by tap", async () => {
    await page.keyboard.type("Kwak, kwak en KWAK: @fi");
    await expect(chosen).toContainText("Fien");
    await page.keyboard.press("Enter");
    await expect(text.locator(".mention").last()).toHaveText(/^@Fien/);
    await page.keyboard.type("en @fi");
    await chosen.click();
    await expect(text.locator("aside .mention")).toHaveCount(2);
    await expect(text).toBeFocused();
  });

  await test.step("a card of another site, whose address is looked at first", async () => {
    await page.keyboard.type("/andere");
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Adres")).toBeFocused();
    await page.keyboard.type("https://localhost/film");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Film over wormen");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Dit adres kunnen we niet tonen.")).toBeVisible();
    await page.getByLabel("Adres").fill("www.voorbeeld.be/film");
    await page.keyboard.press("Enter");
    await expect(text.locator(".embed")).toContainText("Staat op www.voorbeeld.be.");
    await expect(text).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.type("/andere");
    await page.keyboard.press("Enter");
    await page.keyboard.type("https://youtu.be/dQw4w9WgXcQ");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Film over compost");
    await page.keyboard.press("Enter");
    await expect(text.locator(".embed")).toHaveCount(2);
    await expect(text).toBeFocused();
  });

  await test.step("finds, goes from place to place, replaces all, and undoes that in one step", async () => {
    await page.keyboard.press("Control+Shift+F");
    await expect(page.getByLabel("Zoek in de tekst")).toBeFocused();
    await page.keyboard.type("kwak");
    const bar = page.getByRole("search", { name: "Zoek en vervang" });
    await expect(bar.getByRole("status")).toHaveText("3 keer gevonden.");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect(bar.getByRole("status")).toHaveText("Plaats 2 van 3.");
    await page.keyboard.press("Shift+Enter");
    await expect(bar.getByRole("status")).toHaveText("Plaats 1 van 3.");
    await bar.getByLabel("Let op hoofdletters").check();
    await expect(bar.getByRole("status")).toHaveText("1 keer gevonden.");
    await bar.getByLabel("Let op hoofdletters").uncheck();
    await bar.getByLabel("Vervang door").fill("mest");
    await bar.getByRole("button", { name: "Vervang alles" }).press("Enter");
    await expect(bar.getByRole("status")).toContainText("3 keer vervangen.");
    await expect(text).toContainText("mest, mest en mest:");
    expect((await new AxeBuilder({ page }).include(".editor__tools").withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze()).violations).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(text).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect(text).toContainText("Kwak, kwak en KWAK:");
  });

  await expect(page.getByText(/^Bewaard \(nummer \d+\)$/)).toBeVisible();
  await page.goto(readingPage);
  await expect(page.getByRole("link", { name: "Film over wormen" })).toHaveAttribute("href", "https://www.voorbeeld.be/film");
  await expect(page.locator("aside .mention").first()).toHaveText(/^@Fien/);
  expect(elsewhere).toEqual([]);

  await test.step("a film of another site is shown in its place once somebody asks for it, and then alone", async () => {
    await page.route("https://www.youtube-nocookie.com/**", (route) => route.fulfill({ contentType: "text/html", body: "<p>De film loopt.</p>" }));
    await page.getByRole("button", { name: "Toon de film hier" }).press("Enter");
    await expect(page.frameLocator('iframe[title="Film over compost"]').getByText("De film loopt.")).toBeVisible();
    expect(elsewhere).toEqual(["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"]);
    await expect(page.getByText("Film over compost")).toHaveAttribute("href", "https://youtu.be/dQw4w9WgXcQ");
  });
});

test("follows somebody until a key is pressed, and goes there once in calm mode", async ({ as }) => {
  const open = async (who: string) => {
    const page = await as(who);
    await page.setViewportSize({ width: 900, height: 500 });
    await page.goto("/leerplekken/samen-in-de-moestuin/teksten");
    const text = (await page.getByRole("link", { name: "Composteren met de buren" }).first().getAttribute("href"))!;
    await page.goto(`${text}/schrijven`);
    await expect(page.getByRole("textbox", { name: /^Tekst:/ })).toHaveAttribute("contenteditable", "true", { timeout: 30_000 });
    return page;
  };
  const [fien, ria] = [await open("fien"), await open("ria")];
  await fien.locator(".ProseMirror p").first().click();
  const place = () => ria.locator(".caret").evaluate((caret) => {
    const { top } = caret.getBoundingClientRect();
    return top > 0 && top < window.innerHeight;
  });
  await expect(ria.locator(".caret")).toHaveCount(1);
  const name = ria.getByRole("button", { name: /^Volg Fien/ });
  await name.press("Enter");
  await expect(name).toHaveAttribute("aria-pressed", "true");
  await expect.poll(place).toBe(true);
  await fien.keyboard.press("Control+End");
  for (let line = 0; line < 12; line += 1) await fien.keyboard.press("Enter");
  await fien.keyboard.type("Hier onderaan.");
  await expect(ria.getByText("Hier onderaan.")).toBeInViewport();
  await ria.keyboard.press("Escape");
  await expect(ria.getByText("Je volgt niemand meer.")).toBeVisible();
  await fien.keyboard.press("Control+Home");
  await expect(name).toHaveAttribute("aria-pressed", "false");

  await ria.context().addCookies([{ name: "calm", value: "1", url: ria.url() }]);
  await name.press("Enter");
  await expect(ria.getByText("Hier schrijft Fien", { exact: false })).toBeVisible();
  await expect(name).toHaveAttribute("aria-pressed", "false");
});
