import { describe, expect, it } from "vitest";
import { Composer } from "../composer";
import { ConfirmAction } from "../confirm-action";
import { CopyText } from "../copy-text";
import { ErrorSummary } from "../error-summary";
import { PasswordField } from "../password-field";
import { PopoverMenu } from "../popover-menu";
import { ReadAloudButton } from "../read-aloud-button";
import { SessionEnd } from "../session-end";
import { open, useSite } from "./test/open-site";

useSite();

describe("the small script", () => {
  it("shows and hides a password, and hides it before it is sent", async () => {
    const field = { name: "w", label: "Wachtwoord", showWord: "Toon", hideWord: "Verberg", autoComplete: "new-password" } as const;
    const { page } = await open(
      <form method="post" action="/weg">
        <PasswordField {...field} />
      </form>,
    );
    await page.fill("#field-w", "vier woorden");
    await page.click("text=Toon");
    expect(await page.getAttribute("#field-w", "type")).toBe("text");
    await page.click("text=Verberg");
    expect(await page.getAttribute("#field-w", "type")).toBe("password");
    await page.click("text=Toon");
    await page.evaluate(() => {
      addEventListener("submit", (event) => event.preventDefault());
      document.forms[0]?.requestSubmit();
    });
    expect(await page.getAttribute("#field-w", "type")).toBe("password");
    await page.close();
  });

  it("shows something of another site at a click, and asks for nothing of it before", async () => {
    const film = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ";
    const { page, requests } = await open(
      <div hidden data-here="">
        <button type="button" title="Composteren" data-show-here={film}>
          <span>Toon de film hier</span>
        </button>
      </div>,
    );
    await page.waitForSelector("text=Toon de film hier");
    expect(requests).toEqual([]);
    await page.click("text=Toon de film hier");
    const frame = page.locator("iframe");
    await expect.poll(() => requests).toEqual(["GET /embed/dQw4w9WgXcQ"]);
    expect([await frame.getAttribute("title"), await frame.getAttribute("sandbox"), await frame.getAttribute("referrerpolicy")]).toEqual(["Composteren", "allow-scripts allow-same-origin allow-popups allow-presentation", "strict-origin"]);
    expect(await page.locator("button").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("iframe");
    await page.close();
  });

  it.each([undefined, 5])("copies, also on plain http where there is no clipboard interface, and what is shown on %s lines", async (rows) => {
    const { page } = await open(<CopyText id="a" label="Adres" value="x" rows={rows} copyWord="Kopieer" copiedWord="Gekopieerd" />);
    await page.click("text=Kopieer");
    await page.waitForSelector("text=Gekopieerd");
    await page.close();
  });

  it("sends a form once, with the pressed button's value, and says so", async () => {
    const { page, requests } = await open(
      <form method="post" action="/stuur" data-submit-once="Even geduld…">
        <button type="submit" name="keuze" value="ja">
          <span>Verstuur</span>
        </button>
      </form>,
    );
    const button = page.locator("button");
    await button.click();
    expect(await button.textContent()).toBe("Even geduld…");
    await button.click({ force: true });
    await button.click({ force: true });
    await expect.poll(() => requests.length).toBeGreaterThan(0);
    expect(requests).toEqual(["POST /stuur keuze=ja"]);
    await page.close();
  });

  it("does not lock a form that the page's own code has sent", async () => {
    const { page } = await open(
      <form method="post" action="/stuur" data-submit-once="Even geduld…">
        <button type="submit">
          <span>Verstuur</span>
        </button>
      </form>,
    );
    await page.evaluate(() => document.addEventListener("submit", (event) => event.preventDefault()));
    await page.click("button");
    expect(await page.textContent("button")).toBe("Verstuur");
    await page.close();
  });

  it("counts down near the end of a message and grows with it", async () => {
    const composer = { action: "/b", name: "t", label: "Bericht", readers: "Iedereen.", sendWord: "Verstuur" };
    const { page } = await open(<Composer {...composer} maxLength={50} counterText="Nog {{count}} tekens" />);
    const height = () => page.$eval("textarea", (area) => area.offsetHeight);
    const before = await height();
    await page.fill("textarea", "kort");
    expect(await page.isVisible("[data-counter-for]")).toBe(false);
    await page.fill("textarea", `${"\n".repeat(40)}slot`);
    expect(await page.textContent("[data-counter-for]")).toBe("Nog 6 tekens");
    expect(await height()).toBeGreaterThan(before);
    await page.close();
  });

  it("asks in a dialog before something that counts, and sends only after a yes", async () => {
    const words = { word: "Verwijder", question: "Zeker?", confirmWord: "Ja", cancelWord: "Nee", action: "/weg" };
    const { page, requests } = await open(<ConfirmAction {...words}>Alles is dan weg.</ConfirmAction>);
    await page.click("text=Verwijder");
    expect(await page.isVisible("dialog[open]")).toBe(true);
    await page.click("text=Nee");
    expect(await page.isVisible("dialog[open]")).toBe(false);
    expect(requests).toEqual([]);
    await page.click("text=Verwijder");
    await page.click("text=Ja");
    await expect.poll(() => requests).toEqual(["POST /weg"]);
    await page.close();
  });

  it("opens a menu where the browser has no popover, and closes it with Escape", async () => {
    const menu = <PopoverMenu id="m" word="Meer" label="Keuzes" items={[{ word: "Pas aan", icon: "pencil", href: "/x" }]} />;
    const { page } = await open(menu, {}, "delete HTMLElement.prototype.popover; document.getElementById('m').removeAttribute('popover')");
    expect(await page.isVisible("text=Pas aan")).toBe(false);
    await page.click("text=Meer");
    expect(await page.isVisible("text=Pas aan")).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.isVisible("text=Pas aan")).toBe(false);
    await page.close();
  });

  it("offers to read aloud only where the device has a voice of its own, paragraph by paragraph", async () => {
    const text = (
      <>
        <ReadAloudButton of="tekst" word="Lees voor" stopWord="Stop met lezen" />
        <div id="tekst">
          <h2>De bus</h2>
          <p>Rijdt elk uur.</p>
        </div>
      </>
    );
    // Chromium without a screen has no voices; a device with one is described here.
    const device = (local: boolean) => `
      document.documentElement.lang = "nl"; window.said = [];
      window.SpeechSynthesisUtterance = function (text) { this.text = text };
      Object.defineProperty(window, "speechSynthesis", { value: {
        getVoices: () => [{ lang: "nl-BE", localService: ${local} }], cancel() {}, speak: (part) => window.said.push(part.text),
        get speaking() { return window.said.length > 0 } } });`;
    const { page } = await open(text, {}, device(true));
    await page.click("text=Lees voor");
    expect(await page.evaluate("window.said")).toEqual(["De bus", "Rijdt elk uur."]);
    await page.click("text=Stop met lezen");
    expect(await page.isVisible("text=Lees voor")).toBe(true);
    await page.close();
    const { page: far } = await open(text, {}, device(false));
    expect(await far.isVisible("button")).toBe(false);
    await far.close();
  });

  it("puts the focus on the summary of errors", async () => {
    const { page } = await open(<ErrorSummary title="Kijk na" errors={[{ text: "Kies een naam." }]} />);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("error-summary");
    await page.close();
  });
});

const session = (
  <SessionEnd
    endsAt="2030-01-07T09:15:00Z"
    text="Je wordt over 2 minuten afgemeld."
    extendWord="Blijf aangemeld"
    extendAction="/session/extend"
    endedText="Je bent afgemeld."
  />
);

describe("the warning before a session ends", () => {
  it("comes two minutes before and goes after one tap", async () => {
    const { page, requests } = await open(session, { "/session/extend": JSON.stringify({ endsAt: "2030-01-07T09:28:10Z" }) });
    await page.clock.runFor("12:50");
    expect(await page.isVisible(".session-end")).toBe(false);
    await page.clock.runFor("00:15");
    expect(await page.isVisible(".session-end")).toBe(true);
    await page.click("text=Blijf aangemeld");
    await page.waitForSelector(".session-end", { state: "hidden" });
    expect(requests).toEqual(["POST /session/extend"]);
    await page.close();
  });

  it("says so when time ran out", async () => {
    const { page } = await open(session);
    await page.clock.runFor("15:10");
    expect(await page.innerText(".session-end")).toBe("Je bent afgemeld.");
    await page.close();
  });

  it("lets the server speak when the extension is refused", async () => {
    const { page, requests } = await open(session, { "/session/extend": null });
    await page.clock.runFor("13:30");
    await page.click("text=Blijf aangemeld");
    await expect.poll(() => requests).toEqual(["POST /session/extend", "POST /session/extend"]);
    await page.close();
  });
});
