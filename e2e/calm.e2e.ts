import type { Page } from "@playwright/test";
import { credentialsOf, expect, openContext, test } from "./fixtures";

// The server is killed: nobody else may stand on it.
test.use({ serverOf: "calm" });

const conversation = "Wat doe jij tegen slakken?";
const article = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });
const numbers = (page: Page) => page.locator("article[id^='bericht-']").evaluateAll((found) => found.map((one) => one.id));

async function openTalk(page: Page, live = "Nieuwe berichten komen vanzelf."): Promise<string> {
  await page.goto("/gesprekken");
  await page.getByRole("link", { name: conversation }).first().click();
  await expect(page.getByText(live)).toBeVisible();
  return new URL(page.url()).pathname;
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel("Jouw bericht").fill(text);
  await page.getByRole("button", { name: "Verstuur" }).click();
  await expect(article(page, text).first()).toBeVisible();
}

/** As when the reader goes to another tab, or comes back. */
async function look(page: Page, visible: boolean): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
    document.dispatchEvent(new Event("visibilitychange"));
  }, visible ? "visible" : "hidden");
}

/** What would be said by itself. */
const said = (page: Page) => page.locator("[role=status]").allInnerTexts().then((all) => all.map((one) => one.trim()).filter(Boolean));

async function chooseCalm(page: Page, on: boolean): Promise<void> {
  await page.goto("/ik/rust");
  await page.getByRole("checkbox", { name: "Rustige modus" }).setChecked(on);
  await page.getByRole("region", { name: "Rust op je scherm" }).getByRole("button", { name: "Bewaar" }).click();
  await expect(page.getByText("Je keuze voor dit toestel is bewaard.")).toBeVisible();
}

test("in calm mode nothing changes while somebody reads: they ask, and they choose when it shows; another tab agrees", async ({ as }) => {
  const [ria, sam] = [await as("ria"), await as("sam")];
  await chooseCalm(sam, true);
  await openTalk(sam, "Rustige modus staat aan. Er komt niets vanzelf bij.");
  await openTalk(ria);
  await write(sam, "Ik begin rustig");
  const before = await numbers(sam);
  await write(ria, "Een eerste bericht");
  await expect(sam.getByText("Er zijn nieuwe berichten.")).toBeVisible();
  const bar = sam.locator(".news-bar");
  const drawn = await bar.innerText();
  await write(ria, "Een tweede bericht");
  const his = article(ria, "Ik begin rustig").first();
  await his.getByRole("button", { name: "Reactie" }).click();
  await his.getByRole("button", { name: "Bedankt" }).click();
  await expect(his.getByText("Bedankt 1")).toBeVisible();
  await sam.getByRole("button", { name: "Is er iets nieuws?" }).click();
  await expect(sam.getByText("2 nieuwe berichten.")).toBeVisible();
  expect([await numbers(sam), await bar.innerText()]).toEqual([before, drawn]);
  await expect(article(sam, "Ik begin rustig").getByText("Bedankt 1")).toHaveCount(0);
  await sam.getByRole("button", { name: "Toon ze" }).click();
  await expect(article(sam, "Een eerste bericht")).toBeFocused();
  await expect(article(sam, "Ik begin rustig").getByText("Bedankt 1")).toBeVisible();

  const other = await sam.context().newPage();
  await chooseCalm(other, false);
  await look(sam, true);
  await expect(sam.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
});

test("a tab that nobody looks at says and asks nothing, and catches up once when it is looked at", async ({ as }) => {
  const [ria, sam] = [await as("ria"), await as("sam")];
  await openTalk(sam);
  await openTalk(ria);
  await look(sam, false);
  const [quiet, shown] = [await said(sam), await numbers(sam)];
  const asked: string[] = [];
  sam.on("request", (request) => asked.push(request.url()));
  for (const word of ["één", "twee"]) await write(ria, `Ongezien ${word}`);
  // They have come, and wait.
  await expect(sam.locator(".news-bar")).toContainText("2 nieuwe berichten.");
  expect([await said(sam), await numbers(sam), asked]).toEqual([quiet, shown, []]);
  await look(sam, true);
  await expect.poll(() => said(sam)).toContain("2 nieuwe berichten.");
});

test("two tabs of one person agree about what is written, sent and reacted", async ({ as }) => {
  const sam = await as("sam");
  const address = await openTalk(sam);
  const other = await sam.context().newPage();
  await other.goto(address);
  await expect(other.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  await sam.getByLabel("Jouw bericht").fill("Half in de ene tab");
  await expect(other.getByLabel("Jouw bericht")).toHaveValue("Half in de ene tab");
  await sam.getByRole("button", { name: "Verstuur" }).click();
  await expect(other.getByLabel("Jouw bericht")).toHaveValue("");
  await expect(other.getByText(/^1 nieuw bericht\.$/).or(article(other, "Half in de ene tab")).first()).toBeVisible();
  expect(await said(other)).not.toContain("Nieuw bericht van Sam (voorbeeld).");
  const [mine, theirs] = [article(sam, "De sla is op.").first(), article(other, "De sla is op.").first()];
  await mine.getByRole("button", { name: "Reactie" }).click();
  await mine.getByRole("button", { name: "Ik help" }).click();
  await expect(theirs.getByText("Ik help 1")).toBeVisible();
  await theirs.getByRole("button", { name: "Reactie" }).click();
  await expect(theirs.getByRole("button", { name: "Haal weg: Ik help" })).toBeVisible();
});

test("on a device of one's own a message survives the closed tab and is posted once; signing out leaves nothing", async ({ browser, server, as }) => {
  const context = await openContext(browser, server);
  const who = credentialsOf(server, "sam");
  const first = await context.newPage();
  await first.goto("/aanmelden");
  await first.getByLabel("Aanmeldnaam of e-mailadres").fill(who.name);
  await first.getByLabel("Wachtwoord", { exact: true }).fill(who.password);
  await first.getByRole("radio", { name: /Op mijn eigen toestel/ }).check();
  await first.getByRole("button", { name: "Meld je aan" }).click();
  await expect(first.getByRole("link", { name: "Ik", exact: true })).toBeVisible();
  const address = await openTalk(first);
  const writeAndClose = async (page: Page, text: string) => {
    await context.setOffline(true);
    await page.getByLabel("Jouw bericht").fill(text);
    await page.getByRole("button", { name: "Verstuur" }).click();
    await expect(page.getByText("Nog niet verstuurd, we proberen opnieuw.")).toBeVisible();
    await page.close();
    await context.setOffline(false);
  };
  await writeAndClose(first, "In de tunnel geschreven");
  const second = await context.newPage();
  await second.goto(address);
  await expect(article(second, "In de tunnel geschreven")).toHaveCount(1);
  const ria = await as("ria");
  await ria.goto(address);
  await expect(article(ria, "In de tunnel geschreven")).toHaveCount(1);

  await writeAndClose(second, "Toch maar niet");
  const last = await context.newPage();
  await last.goto("/afmelden");
  expect(await last.evaluate(() => JSON.stringify(localStorage))).toContain("Toch maar niet");
  await last.getByRole("button", { name: "Meld je af", exact: true }).click();
  await expect(last.getByRole("heading", { level: 1, name: "Je bent afgemeld" })).toBeVisible();
  await expect.poll(() => last.evaluate(() => localStorage.length)).toBe(0);
  await context.close();
});

test("the words say whether the reader's connection is gone or ours, and that the session has ended", async ({ as, server }) => {
  const sam = await as("sam");
  await openTalk(sam);
  await sam.context().setOffline(true);
  await expect(sam.getByText("Je hebt geen verbinding.")).toBeVisible({ timeout: 30_000 });
  await sam.context().setOffline(false);
  await expect(sam.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  await server.kill();
  await expect(sam.getByText("Wij antwoorden even niet. We proberen het opnieuw.")).toBeVisible({ timeout: 30_000 });
  await server.restart();
  await expect(sam.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible({ timeout: 60_000 });
  const other = await sam.context().newPage();
  await other.goto("/afmelden");
  await other.getByRole("button", { name: "Meld je af", exact: true }).click();
  await expect(sam.getByText("Je bent afgemeld. Meld je opnieuw aan.")).toBeVisible({ timeout: 30_000 });
});

test("members see calmly who else is there and who writes, as each of them chose; nothing moves and nothing is said", async ({ as }) => {
  const [ria, sam] = [await as("ria"), await as("sam")];
  const choose = async (presence: boolean, typing: boolean) => {
    await sam.goto("/ik/rust");
    await sam.getByRole("checkbox", { name: "Toon dat ik hier ben" }).setChecked(presence);
    await sam.getByRole("checkbox", { name: "Toon dat ik aan het schrijven ben" }).setChecked(typing);
    await sam.getByRole("region", { name: "Wie ziet dat je er bent?" }).getByRole("button", { name: "Bewaar" }).click();
    await expect(sam.getByText("Je keuze is bewaard.")).toBeVisible();
  };
  await openTalk(ria);
  const here = ria.getByText("Nu hier: Sam (voorbeeld).");
  await expect(here).toHaveCount(0);
  const place = () => ria.getByRole("contentinfo").boundingBox();
  const [before, quiet] = [await place(), await said(ria)];
  await choose(true, true);
  await openTalk(sam);
  await expect(here).toBeVisible();
  await expect(sam.getByText("Nu hier: Ria (voorbeeld).")).toBeVisible();
  // A sign may be lost; whoever writes on gives another.
  await expect(async () => {
    await sam.getByLabel("Jouw bericht").pressSequentially("Ik ");
    await expect(ria.getByText("Sam (voorbeeld) schrijft…")).toBeVisible({ timeout: 4_000 });
  }).toPass();
  expect([await place(), await said(ria), await here.getAttribute("aria-live")]).toEqual([before, quiet, "off"]);
  await choose(false, true);
  await expect(here).toHaveCount(0);
  await openTalk(sam);
  await expect(sam.getByText(/^Nu hier:/)).toHaveCount(0);
});
