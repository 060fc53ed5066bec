import { expect, openNotice, test } from "./fixtures";
import { startTalk } from "./start-talk";

test("a facilitator gives a message a conversation of its own; who had it open and who wrote it find it there", async ({ as }) => {
  const [ria, sam, fien] = [await as("ria"), await as("sam"), await as("fien")];
  const path = await startTalk(ria, "Wie komt er zaterdag?", 1);
  await ria.goto(path);
  await sam.goto(path);
  await expect(sam.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  await sam.getByRole("textbox", { name: "Jouw bericht" }).fill("Kan iemand mijn fiets maken?");
  await sam.getByRole("button", { name: "Verstuur" }).click();
  const asked = ria.getByRole("article").filter({ hasText: "Kan iemand mijn fiets maken?" });
  await expect(asked).toBeVisible();

  await fien.goto(path);
  const message = fien.getByRole("article").filter({ hasText: "Kan iemand mijn fiets maken?" });
  await message.getByRole("button", { name: /Meer/ }).click();
  await message.getByRole("link", { name: "Verplaats naar een ander gesprek" }).click();
  await expect(fien.getByRole("heading", { level: 1 })).toHaveText("Verplaats naar een ander gesprek");
  await fien.getByRole("button", { name: "Verplaats het bericht" }).click();
  await expect(fien.getByRole("alert")).toBeVisible();
  await fien.getByLabel("Waarover gaat het?").fill("Fietsen maken");
  await fien.getByRole("button", { name: "Verplaats het bericht" }).click();
  await expect(fien.getByRole("heading", { level: 1 })).toHaveText("Fietsen maken");
  await expect(fien.getByRole("article").filter({ hasText: "Kan iemand mijn fiets maken?" })).toContainText("Dit bericht komt uit een ander gesprek.");

  await expect(ria.getByText("Een begeleider verplaatste dit bericht.")).toBeVisible();
  await expect(asked).toHaveCount(0);
  await ria.getByRole("link", { name: "Ga naar het bericht" }).click();
  await expect(ria.getByRole("heading", { level: 1 })).toHaveText("Fietsen maken");
  await openNotice(sam, "Een begeleider verplaatste een bericht van jou.");
  await sam.getByRole("link", { name: "Ga naar het bericht" }).click();
  await expect(sam.getByRole("article").filter({ hasText: "Kan iemand mijn fiets maken?" })).toBeVisible();
});
