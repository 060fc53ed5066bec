import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { startTalk } from "./start-talk";

/** The words by which typing mistakes are known are gathered at a start. */
test.use({ serverOf: "top-move-search" });

const message = (page: Page, number: number) => page.locator(`#bericht-${number}`);

/** Goes on with the tab key until the thing has the focus, and presses it. */
async function pressByKeyboard(page: Page, from: Locator, target: Locator): Promise<void> {
  await from.focus();
  await page.keyboard.press("Enter");
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 15 && !(await target.evaluate((one) => one === document.activeElement)); presses += 1) await page.keyboard.press("Tab");
  await expect(target).toBeFocused();
  await page.keyboard.press("Enter");
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.target.join(" ")}`)).toEqual([]);
}

test("a facilitator puts a message at the top by keyboard and takes it away, finishes the conversation with what came of it, and opens it again", async ({ as }) => {
  const [ria, fien] = [await as("ria"), await as("fien")];
  const path = await startTalk(ria, "Wie maait het gras?", 3);
  await fien.goto(path);
  await expect(fien.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  const menu = message(fien, 2).getByRole("button", { name: /Meer/ });
  await pressByKeyboard(fien, menu, message(fien, 2).getByRole("button", { name: "Zet bovenaan" }));
  const top = fien.getByRole("region", { name: "Bovenaan gezet" });
  await expect(top).toContainText("Bericht 2");
  await expectAccessible(fien);
  await ria.goto(path);
  await ria.getByRole("region", { name: "Bovenaan gezet" }).getByRole("link").click();
  await expect(message(ria, 2)).toBeInViewport();
  await expect(fien.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  await pressByKeyboard(fien, menu, message(fien, 2).getByRole("button", { name: "Haal weg van bovenaan" }));
  await expect(top).toHaveCount(0);

  await fien.getByLabel("Wat kwam eruit?").fill("Wij maaien **om de beurt** met een grasmachine.");
  await fien.getByRole("button", { name: "Rond dit gesprek af" }).focus();
  await fien.keyboard.press("Enter");
  const finished = fien.getByRole("region", { name: "Dit gesprek is afgerond" });
  await expect(finished).toContainText("Wij maaien om de beurt met een grasmachine.");
  await expectAccessible(fien);
  // Whoever has it open can no longer write; on paper and in the search it is there too.
  await expect(ria.getByText("Dit is afgesloten.")).toBeVisible();
  await ria.goto(`${path}/afdrukken`);
  await expect(ria.getByText("Wij maaien om de beurt met een grasmachine.")).toBeVisible();
  await ria.goto("/zoeken?woorden=grasmachine");
  await expect(ria.getByRole("article").filter({ hasText: "Wie maait het gras?" })).toContainText("Wat eruit kwam: Wij maaien om de beurt met een grasmachine.");
  await fien.getByRole("button", { name: "Open dit gesprek opnieuw" }).click();
  await expect(finished).toHaveCount(0);
  await expect(fien.getByLabel("Wat kwam eruit?")).toHaveValue("Wij maaien **om de beurt** met een grasmachine.");
});

test("a conversation goes to a smaller group: its old address leads there, and who is not in that group reads no more of it", async ({ as }) => {
  const [ria, sam, fien] = [await as("ria"), await as("sam"), await as("fien")];
  const path = await startTalk(ria, "Wie stookt de serre warm?", 2);
  await sam.goto(path);
  await expect(sam.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  await fien.goto(path);
  await fien.getByRole("link", { name: "Verplaats naar een andere groep" }).click();
  await fien.getByRole("button", { name: "Verplaats het gesprek" }).click();
  await expectAccessible(fien);
  await fien.getByRole("radio", { name: /^De serre/ }).focus();
  await fien.keyboard.press("Space");
  await fien.getByRole("button", { name: "Verplaats het gesprek" }).focus();
  await fien.keyboard.press("Enter");
  await expect(fien.getByRole("heading", { level: 1 })).toHaveText("Wie stookt de serre warm?");
  await expect(fien.getByRole("link", { name: "De serre", exact: true })).toBeVisible();
  await expect(message(sam, 1)).toHaveCount(0);
  await sam.goto(path);
  await expect(sam.getByText("Bericht 1")).toHaveCount(0);
  await ria.goto(`${path}?vanaf=1#bericht-2`);
  await expect(message(ria, 2)).toBeVisible();
  await expect(ria.getByRole("link", { name: "De serre", exact: true })).toBeVisible();
});

test("the search by keyboard: a filter that is kept in the address, and a typing mistake that is mended", async ({ as, server }) => {
  const [ria, sam] = [await as("ria"), await as("sam")];
  const path = await startTalk(ria, "Wie heeft een kruiwagen?", 1);
  await sam.goto(path);
  await expect(sam.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  await sam.getByLabel("Jouw bericht").fill("Mijn kruiwagen staat klaar.");
  await sam.getByRole("button", { name: "Verstuur" }).click();
  await expect(message(sam, 2)).toBeVisible();
  await server.restartLater(0);

  const found = ria.getByRole("article").filter({ hasText: "Mijn kruiwagen staat klaar." });
  await expect(async () => {
    await ria.goto("/zoeken");
    await ria.getByLabel("Wat zoek je?").fill("kruiwgaen");
    await ria.keyboard.press("Enter");
    await expect(found.getByText("kruiwagen", { exact: true })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(ria.getByText(/kruiwgaen/).first()).toBeVisible();
  await expectAccessible(ria);
  await ria.getByText("Zoek preciezer").focus();
  await ria.keyboard.press("Enter");
  await ria.getByLabel("Wie schreef het?").fill("Ria");
  await ria.keyboard.press("Enter");
  await expect(ria.getByText("Wie heeft een kruiwagen?")).toBeVisible();
  await expect(found).toHaveCount(0);
  expect(new URL(ria.url()).searchParams.get("van")).toBe("Ria");
});
