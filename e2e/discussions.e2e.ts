import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, openContext, test } from "./fixtures";

/** The conversation of the demonstration that everyone may read, and its learning question. */
const conversation = "Wat doe jij tegen slakken?";
const question = "Hoe snoei ik een appelboom?";

async function openTalk(page: Page, title: string): Promise<void> {
  await page.goto("/gesprekken");
  await page.getByRole("link", { name: title }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** The page is live: what comes next goes along the connection. */
const whenLive = (page: Page) => expect(page.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
const write = async (page: Page, text: string) => {
  await page.getByLabel(/^Jouw (bericht|antwoord of idee)$/).fill(text);
  await page.getByRole("button", { name: "Verstuur" }).click();
};
const article = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });
/** Shows what waits, if anything does. */
const showNews = async (page: Page, text: string) => {
  const bar = page.getByRole("button", { name: /^Toon (het|ze)$/ });
  await expect(article(page, text).or(bar).first()).toBeVisible();
  if (await bar.isVisible()) await bar.click();
  await expect(article(page, text)).toBeVisible();
};
const anchors = (page: Page) => page.locator("article[id^='bericht-']").evaluateAll((found) => found.map((one) => one.id));

test("a short reaction shows with its word and number to who looks along, without anything moving, and can be taken back", async ({ as }) => {
  const [sam, tuur] = [await as("sam"), await as("tuur")];
  for (const page of [sam, tuur]) {
    await openTalk(page, conversation);
    await whenLive(page);
  }
  // A later message may quote it.
  const [his, theirs] = [article(sam, "De sla is op.").first(), article(tuur, "De sla is op.").first()];
  const place = () => tuur.getByLabel("Jouw bericht").boundingBox();
  const before = await place();
  await his.getByRole("button", { name: "Reactie" }).click();
  await his.getByRole("button", { name: "Ik ook" }).click();
  await expect(theirs.getByText("Ik ook 1")).toBeVisible();
  expect(await place()).toEqual(before);
  await expect(sam.getByText("Je reactie staat erbij.")).toHaveCount(1);
  await expect(his.getByRole("button", { name: "Reactie" })).toBeFocused();
  await his.getByRole("button", { name: "Reactie" }).click();
  await his.getByRole("link", { name: "Wie reageerde?" }).click();
  await expect(sam.getByRole("heading", { name: "Ik ook 1" })).toBeVisible();
  await sam.getByRole("link", { name: "Terug naar het bericht" }).click();
  await whenLive(sam);
  await his.getByRole("button", { name: "Reactie" }).click();
  await his.getByRole("button", { name: "Haal weg: Ik ook" }).click();
  await expect(theirs.getByText("Ik ook 1")).toHaveCount(0);
});

test("two people talk live; who was offline catches up without a gap, and nothing is posted twice or lost", async ({ as }) => {
  const [ria, sam] = [await as("ria"), await as("sam")];
  for (const page of [ria, sam]) {
    await openTalk(page, conversation);
    await whenLive(page);
  }
  await write(ria, "Een eerste levend bericht");
  await showNews(sam, "Een eerste levend bericht");

  await sam.getByLabel("Jouw bericht").fill("Ik schrijf nog");
  const before = await sam.getByLabel("Jouw bericht").boundingBox();
  for (const word of ["één", "twee", "drie"]) await write(ria, `Nog bericht ${word}`);
  await expect(sam.getByText("3 nieuwe berichten.").first()).toBeVisible();
  expect(await sam.getByLabel("Jouw bericht").boundingBox()).toEqual(before);
  await sam.getByRole("button", { name: "Toon ze" }).click();
  await expect(article(sam, "Nog bericht één")).toBeFocused();
  await expect(sam.getByLabel("Jouw bericht")).toHaveValue("Ik schrijf nog");

  await sam.context().setOffline(true);
  await write(ria, "Terwijl Sam weg was");
  await write(sam, "Zonder verbinding geschreven");
  await expect(sam.getByText("Je hebt geen verbinding.")).toBeVisible({ timeout: 60_000 });
  await expect(sam.getByText("Nog niet verstuurd, we proberen opnieuw.")).toBeVisible();
  await sam.context().setOffline(false);
  await showNews(sam, "Terwijl Sam weg was");
  await showNews(ria, "Zonder verbinding geschreven");
  await expect(sam.getByText("Nog niet verstuurd, we proberen opnieuw.")).toHaveCount(0);
  await ria.reload();
  await expect(article(ria, "Zonder verbinding geschreven")).toHaveCount(1);
  expect(await anchors(sam)).toEqual(await anchors(ria));
});

test("a message with a list, bold, a link and a name: looked at first, then seen by the one who is named", async ({ as }) => {
  const [ria, sam] = [await as("ria"), await as("sam")];
  const asked: string[] = [];
  for (const page of [ria, sam]) {
    page.on("request", (request) => asked.push(new URL(request.url()).hostname));
    await openTalk(page, conversation);
    await whenLive(page);
  }
  const field = ria.getByLabel("Jouw bericht");
  await field.fill("**Zaterdag** samen met @Sam:\n- een ladder\n- zie https://www.example.org/tuin?x=1");
  await ria.getByRole("button", { name: "Zo ziet het eruit" }).click();
  const preview = ria.getByRole("region", { name: "Zo ziet het eruit" });
  await expect(preview).toBeFocused();
  await expect(preview.getByRole("listitem")).toHaveText(["een ladder", "zie example.org/tuin…"]);
  await field.press("End");
  await field.pressSequentially(" en *snel*");
  await expect(preview.locator("em")).toHaveText("snel");
  await expect(article(sam, "een ladder")).toHaveCount(0);
  await field.press("Control+Enter");
  await expect(preview).toHaveCount(0);
  await showNews(sam, "een ladder");
  const came = article(sam, "een ladder").last();
  await expect(came.locator("strong")).toHaveText("Zaterdag");
  await expect(came.locator(".message__mention")).toHaveText("@Sam (voorbeeld)");
  const link = came.getByRole("link", { name: "example.org/tuin…" });
  await expect(link).toHaveAttribute("href", "https://www.example.org/tuin?x=1");
  await expect(link).toHaveAttribute("rel", "noopener nofollow ugc");
  expect(asked.filter((host) => host.includes("example.org"))).toEqual([]);
});

test("a name is chosen from a list while typing, with the keyboard and by tap, without anything moving; the preview says who is meant", async ({ as }) => {
  const sam = await as("sam");
  await openTalk(sam, conversation);
  await whenLive(sam);
  const field = sam.getByLabel("Jouw bericht");
  const names = sam.getByRole("listbox", { name: "Namen" });
  await field.focus();
  await expect(field).toHaveAttribute("aria-autocomplete", "list");
  const before = await field.boundingBox();
  await sam.keyboard.type("Dag @");
  await expect(names.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  expect(await field.boundingBox()).toEqual(before);
  await expect(sam.getByText(/namen\. Kies met de pijltjes en Enter\./)).toHaveCount(1);
  const second = await names.getByRole("option").nth(1).locator("strong").innerText();
  await sam.keyboard.press("ArrowDown");
  await expect(field).toHaveAttribute("aria-activedescendant", (await names.getByRole("option").nth(1).getAttribute("id"))!);
  const { violations } = await new AxeBuilder({ page: sam }).analyze();
  expect(violations).toEqual([]);
  await sam.keyboard.press("Enter");
  await expect(names).toHaveCount(0);
  await expect(field).toHaveValue(`Dag @${second.split(" (")[0]} `);
  await sam.keyboard.type("en @r");
  await expect(names).toBeVisible();
  await sam.keyboard.press("Escape");
  await expect(names).toHaveCount(0);
  await sam.keyboard.press("Enter");
  await sam.keyboard.type("@ri");
  await names.getByRole("option", { name: /Ria/ }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/ en @r\n@Ria/);
  await sam.getByRole("button", { name: "Zo ziet het eruit" }).click();
  await expect(sam.getByText(/^Je noemt: .*Ria.* Zij horen ervan\.$/)).toBeVisible();
});

test("an edited and a taken back message change on the other's screen, and what was being written comes back", async ({ as }) => {
  const [ria, sam] = [await as("ria"), await as("sam")];
  for (const page of [ria, sam]) {
    await openTalk(page, question);
    await whenLive(page);
  }
  await write(ria, "Ik neem een ladder mee");
  await showNews(sam, "Ik neem een ladder mee");
  await article(sam, "Ik neem een ladder mee").getByRole("link", { name: "Antwoord" }).click();
  await expect(sam.getByText(/^Je antwoordt op Ria/)).toBeVisible();
  await write(sam, "Graag, de mijne is stuk");
  await showNews(ria, "Graag, de mijne is stuk");
  await expect(article(ria, "Graag, de mijne is stuk").getByRole("blockquote")).toContainText("Ik neem een ladder mee");

  await article(ria, "Ik neem een ladder mee").first().getByRole("button", { name: /^Meer/ }).click();
  await ria.getByRole("link", { name: "Pas aan" }).click();
  await ria.getByLabel("Jouw bericht").fill("Ik neem twee ladders mee");
  await ria.getByRole("button", { name: "Bewaar" }).click();
  await expect(article(sam, "Graag, de mijne is stuk").getByRole("blockquote")).toContainText("Ik neem twee ladders mee");

  await whenLive(ria);
  await ria.getByRole("article").filter({ hasText: "Ik neem twee ladders mee" }).first().getByRole("button", { name: /^Meer/ }).click();
  await ria.getByRole("link", { name: "Verwijder" }).click();
  await ria.getByRole("button", { name: "Ja, verwijder het" }).click();
  await expect(sam.getByText("Dit bericht is verwijderd.")).toBeVisible();
  await expect(sam.getByText("twee ladders")).toHaveCount(0);
  await ria.getByRole("button", { name: "Zet terug" }).click();
  await expect(article(sam, "Graag, de mijne is stuk").getByRole("blockquote")).toContainText("twee ladders");

  await sam.getByLabel("Jouw antwoord of idee").fill("Een half bericht");
  await expect(async () => {
    await sam.reload();
    await expect(sam.getByLabel("Jouw antwoord of idee")).toHaveValue("Een half bericht", { timeout: 2_000 });
  }).toPass();
});

test("with the keyboard alone: to the message, its menu, an answer, and sending it", async ({ as }) => {
  const page = await as("ria");
  await openTalk(page, conversation);
  await whenLive(page);
  await page.getByRole("article").first().getByRole("link", { name: "Antwoord" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Jouw bericht")).toBeFocused();
  await page.keyboard.type("Met het toetsenbord");
  await page.keyboard.press("Control+Enter");
  const own = article(page, "Met het toetsenbord");
  await expect(own.first()).toBeVisible();
  await expect(page.getByLabel("Jouw bericht")).toBeFocused();
  await own.first().getByRole("button", { name: /^Meer/ }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Pas aan" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Pas je bericht aan" })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map((one) => one.id)).toEqual([]);
});

test("a reader without an account gets names only of who wanted that, no framework, and the way to join", async ({ browser, server }) => {
  const context = await openContext(browser, server);
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on("response", (response) => void (response.request().resourceType() === "script" && scripts.push(new URL(response.url()).pathname)));
  await openTalk(page, conversation);
  await expect(page.getByText("een deelnemer").first()).toBeVisible();
  await expect(page.getByRole("article").filter({ hasText: "vrijwilliger, Vereniging De Vlier" }).first()).toContainText("Fien");
  await expect(page.getByText("Wil je meepraten?")).toBeVisible();
  expect(scripts.filter((path) => !/\/enhance-/.test(path))).toEqual([]);
  expect(await page.locator("meta[name=robots]").getAttribute("content")).toBe("noindex");
  await context.close();
});
