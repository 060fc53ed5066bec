import type { Page, WebSocketRoute } from "@playwright/test";
import { credentialsOf, expect, openContext, signIn, test } from "./fixtures";

const passage = "Wat mag erin?";
/** Begins a remark on the words of the first line. On a busy machine the key may come before the editor knows all of what the mouse chose. */
const remarkOnFirstLine = (page: Page) =>
  expect(async () => {
    await page.locator(".ProseMirror p").first().click({ clickCount: 3 });
    await expect(page.getByRole("button", { name: "Opmerking bij dit stuk" })).toBeEnabled({ timeout: 1_000 });
    await page.keyboard.press("Control+Alt+m");
    await expect(page.locator("form.composer blockquote")).toHaveText(passage, { timeout: 1_000 });
  }).toPass();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? "");

test("a remark on a passage: by keyboard to it and back, live for who is there too, done with, and as plain forms", async ({ browser, server }) => {
  test.setTimeout(150_000);
  const open = async (who: string, options = {}) => {
    const page = await (await openContext(browser, server, options)).newPage();
    await signIn(page, credentialsOf(server, who));
    return page;
  };
  const [fien, ria] = [await open("fien"), await open("ria")];
  // A text of its own: other journeys write in the shared one.
  await fien.goto("/leerplekken/samen-in-de-moestuin/teksten");
  await fien.getByRole("link", { name: "Begin een tekst" }).click();
  await fien.getByRole("radio", { name: /^De tuin/ }).check();
  await fien.getByLabel("Titel").fill("Compost voor beginners");
  await fien.getByLabel("Eerste zinnen").fill(`${passage}\n\nSchillen, koffiedik en gras.`);
  await fien.getByRole("button", { name: "Begin te schrijven" }).click();
  await fien.waitForURL(/\/schrijven$/);
  const text = new URL(fien.url()).pathname.replace(/\/schrijven$/, "");
  const words = "Zetten we erbij hoeveel?";
  const threadOn = (page: Page) => page.locator(".thread").filter({ hasText: words });
  for (const page of [ria, fien]) {
    await page.goto(`${text}/schrijven`);
    await expect(page.getByRole("textbox", { name: /^Tekst:/ })).toHaveAttribute("contenteditable", "true", { timeout: 30_000 });
  }

  await test.step("a remark on chosen words, marked for both without a new page", async () => {
    await remarkOnFirstLine(fien);
    await fien.keyboard.type(words);
    await fien.keyboard.type(" @ri");
    const names = fien.getByRole("listbox", { name: "Namen" });
    await expect(names.getByRole("option", { name: /Ria/ })).toBeVisible();
    await fien.keyboard.press("Escape");
    await expect(names).toHaveCount(0);
    await fien.keyboard.type("a");
    await fien.keyboard.press("Backspace");
    await fien.keyboard.press("Backspace");
    await fien.keyboard.press("Backspace");
    await fien.keyboard.press("Backspace");
    await fien.keyboard.type("@ri");
    await expect(names.getByRole("option", { name: /Ria/ })).toHaveAttribute("aria-selected", "true");
    await fien.keyboard.press("Enter");
    await expect(fien.locator("form.composer textarea")).toHaveValue(/ @Ria\S* $/);
    await fien.keyboard.press("Control+Enter");
    for (const page of [fien, ria]) {
      await expect(threadOn(page).locator("blockquote")).toHaveText(passage);
      await expect(page.locator(".passage")).toHaveText(passage);
    }
  });

  await test.step("from the thread to the passage and back, by keyboard", async () => {
    await ria.getByRole("button", { name: "Toon in de tekst" }).press("Enter");
    expect(await ria.evaluate(() => getSelection()!.toString())).toBe(passage);
    await ria.keyboard.press("ArrowRight");
    await ria.keyboard.press("ArrowLeft");
    await expect(ria.getByRole("button", { name: "Ga naar de opmerking" })).toBeVisible();
    await ria.keyboard.press("Control+Alt+m");
    await expect.poll(() => focused(ria)).toMatch(/^draad-/);
  });

  await test.step("the other one answers, and says that it is done with; both see it where it stands", async () => {
    const thread = threadOn(ria);
    await thread.getByText("Antwoord", { exact: true }).click();
    await thread.getByLabel("Jouw antwoord").fill("Nee, iedereen mag mee.");
    await thread.getByLabel("Jouw antwoord").pressSequentially(" @sa");
    await ria.getByRole("listbox", { name: "Namen" }).getByRole("option", { name: /Sam/ }).click();
    await expect(thread.getByLabel("Jouw antwoord")).toHaveValue(/ @Sam\S* $/);
    await thread.getByRole("button", { name: "Verstuur je antwoord" }).click();
    await expect(fien.getByText("Nee, iedereen mag mee.")).toBeVisible();
    await thread.getByRole("button", { name: "Zet op afgehandeld" }).click();
    await expect(threadOn(fien).getByText(/^Afgehandeld door Ria/)).toBeVisible();
  });

  await test.step("without JavaScript it is opened again from the plain list", async () => {
    const plain = await open("fien", { javaScriptEnabled: false });
    await plain.goto(text);
    await plain.getByText(/afgehandelde opmerking/).click();
    const thread = threadOn(plain);
    await expect(thread.locator("blockquote")).toBeVisible();
    await thread.getByRole("button", { name: "Open opnieuw" }).click();
    await expect(threadOn(plain).getByRole("button", { name: "Zet op afgehandeld" })).toBeVisible();
    await expect(threadOn(ria).getByRole("button", { name: "Zet op afgehandeld" })).toBeVisible();
  });

  await test.step("its author changes it by a plain form; the other one sees that at once, and staff what it said", async () => {
    const plain = await open("fien", { javaScriptEnabled: false });
    await plain.goto(text);
    const choose = async (what: string) => {
      await threadOn(plain).getByRole("button", { name: /Meer/ }).first().click();
      await threadOn(plain).getByRole("link", { name: what }).click();
    };
    await choose("Pas aan");
    await plain.getByRole("textbox").fill(`${words} Graag in liter.`);
    await plain.getByRole("button", { name: "Bewaar" }).click();
    await expect(threadOn(plain)).toContainText(/aangepast/);
    await expect(threadOn(ria)).toContainText("Graag in liter.");
    await expect(threadOn(ria)).toContainText(/aangepast/);
    await choose("Eerdere versies");
    await expect(plain.getByText("Graag in liter.")).toHaveCount(1);
    await expect(plain.getByText(words)).toHaveCount(2);
    await plain.context().close();
  });
  await test.step("a remark goes again by itself when the server was busy, and as a plain form while the live connection is away", async () => {
    const [first, second] = ["Ook citroenen?", "Hoe groot maken we die stukjes?"];
    const far = await open("fien");
    const quoteOf = (remark: string) => far.locator(".thread").filter({ hasText: remark }).locator("blockquote");
    const live: WebSocketRoute[] = [];
    let away = false;
    let refused = 0;
    await far.route(/\/live\//, (route) => (away ? route.abort() : route.continue()));
    await far.routeWebSocket(/\/live\//, (socket) => {
      if (away) return void socket.close();
      const server = socket.connectToServer();
      socket.onMessage((message) => {
        const [, ack] = /^42(\d+)\["document:comment"/.exec(String(message)) ?? [];
        if (ack === undefined || refused > 0) return server.send(message);
        refused += 1;
        socket.send(`43${ack}[{"ok":false,"code":"busy"}]`);
      });
      live.push(socket);
    });
    await far.goto(`${text}/schrijven`);
    await expect(far.getByRole("textbox", { name: /^Tekst:/ })).toHaveAttribute("contenteditable", "true");
    await remarkOnFirstLine(far);
    await far.keyboard.type(first);
    await far.keyboard.press("Control+Enter");
    await expect(quoteOf(first)).toHaveText(passage);
    expect(refused).toBe(1);
    await expect(far.getByRole("alert")).toHaveCount(0);

    await remarkOnFirstLine(far);
    await far.keyboard.type(second);
    away = true;
    for (const socket of live) await socket.close();
    await expect(far.getByText("Geen verbinding")).toBeVisible();
    await far.keyboard.press("Control+Enter");
    await far.waitForURL(/#opmerkingen$/);
    await expect(quoteOf(second)).toHaveText(passage);
    await far.context().close();
  });
  for (const page of [fien, ria]) await page.context().close();
});
