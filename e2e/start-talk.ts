import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** A conversation of its own by Ria, in the group of the garden, with messages 1 to `count`. */
export async function startTalk(ria: Page, title: string, count: number): Promise<string> {
  await ria.goto("/gesprekken");
  await ria.getByRole("link", { name: "Wat doe jij tegen slakken?" }).first().click();
  const group = new URL((await ria.getByRole("link", { name: /^Terug naar/ }).getAttribute("href"))!, "http://x").searchParams.get("groep");
  await ria.goto(`/gesprekken/nieuw?groep=${group}`);
  await ria.getByLabel("Waarover gaat het?").fill(title);
  await ria.getByLabel("Jouw eerste bericht").fill("Bericht 1");
  await ria.getByRole("button", { name: "Begin het gesprek" }).click();
  await expect(ria.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(ria.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  for (let number = 2; number <= count; number += 1) {
    await ria.getByLabel("Jouw bericht").fill(`Bericht ${number}`);
    await ria.getByRole("button", { name: "Verstuur" }).click();
    await expect(ria.locator(`#bericht-${number}`)).toBeVisible();
  }
  return new URL(ria.url()).pathname;
}
