import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const conversation = "Wat doe jij tegen slakken?";

declare global {
  interface Window {
    spoken: string[];
  }
}

/** Keeps what a screen reader would say by itself: each change of a live region after the page stands, whole, in order. */
function listen(): void {
  window.spoken = [];
  const regionOf = (node: Node): Element | null => {
    const element = node instanceof Element ? node : node.parentElement;
    const region = element?.closest("[aria-live], [role=status], [role=log], [role=alert]") ?? null;
    return region?.getAttribute("aria-live") === "off" ? null : region;
  };
  const last = new Map<Element, string>();
  const observer = new MutationObserver((changes) => {
    for (const region of new Set(changes.map(({ target }) => regionOf(target)))) {
      if (!region) continue;
      // As it is drawn: what is hidden is not said.
      const words = region instanceof HTMLElement && region.checkVisibility() ? region.innerText : "";
      if (words === (last.get(region) ?? "")) continue;
      last.set(region, words);
      if (words.trim()) window.spoken.push(words.trim());
    }
  });
  document.addEventListener("DOMContentLoaded", () => observer.observe(document, { subtree: true, childList: true, characterData: true }));
}

const spoken = (page: Page) => page.evaluate(() => window.spoken);
const say = async (page: Page, text: string) => {
  await page.getByLabel("Jouw bericht").fill(text);
  await page.getByRole("button", { name: "Verstuur" }).click();
};

test("who listens instead of looks hears what comes, briefly, once and in order: never the messages themselves", async ({ as }) => {
  const [ria, sam] = [await as("ria"), await as("sam")];
  await sam.addInitScript(listen);
  for (const page of [ria, sam]) {
    await page.goto("/gesprekken");
    await page.getByRole("link", { name: conversation }).first().click();
    await expect(page.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  }
  const heard = ["Nieuwe berichten komen vanzelf."];
  const hears = (words: string) => {
    heard.push(words);
    return expect.poll(() => spoken(sam), { timeout: 60_000 }).toEqual(heard);
  };
  await say(ria, "Koffiedik helpt bij mij");
  await hears("Nieuw bericht van Ria (voorbeeld).");
  await say(ria, "En eierschalen ook");
  await hears("Nieuw bericht van Ria (voorbeeld).");
  await say(sam, "Dank je");
  await expect(sam.getByRole("article").filter({ hasText: "Dank je" })).toBeVisible();

  await sam.context().setOffline(true);
  await hears("Je hebt geen verbinding. We proberen het opnieuw. Je tekst blijft staan.");
  for (const word of ["één", "twee", "drie"]) {
    await say(ria, `Tip ${word}`);
    await expect(ria.getByRole("article").filter({ hasText: `Tip ${word}` })).toBeVisible();
  }
  await sam.context().setOffline(false);
  heard.push("Nieuwe berichten komen vanzelf.");
  await hears("3 nieuwe berichten.");
});
