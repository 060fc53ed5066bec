import { expect, test } from "./fixtures";

/** Its clock goes ahead: a deletion is found when the text is folded, once nobody wrote in it for a minute. */
test.use({ serverOf: "large-deletion" });

const lines = Array.from({ length: 12 }, (_, index) => `Stap ${index + 1}. We leggen bladeren en wat aarde in de bak.`);

test("who takes most of a text away by mistake finds it as it stood just before, and brings it back", async ({ as, server }) => {
  test.setTimeout(150_000);
  const fien = await as("fien");
  await fien.goto("/leerplekken/samen-in-de-moestuin/teksten");
  await fien.getByRole("link", { name: "Begin een tekst" }).click();
  await fien.getByRole("radio", { name: /^De tuin/ }).check();
  await fien.getByLabel("Titel").fill("Een bak vol bladeren");
  await fien.getByLabel("Eerste zinnen").fill(lines.join("\n\n"));
  await fien.getByRole("button", { name: "Begin te schrijven" }).click();
  const text = new URL(fien.url()).pathname.replace(/\/schrijven$/, "");

  await test.step("one key takes it all away, and what is typed then is saved over it", async () => {
    const words = fien.getByRole("textbox", { name: "Tekst: Een bak vol bladeren" });
    await expect(words).toHaveAttribute("contenteditable", "true");
    await expect(async () => {
      await words.click();
      await fien.keyboard.press("Control+a");
      await fien.keyboard.press("Delete");
      await expect(words).not.toContainText("Stap", { timeout: 1_000 });
    }).toPass();
    await fien.keyboard.type("Oei.");
    await expect(fien.getByText(/^Bewaard \(nummer \d+\)$/)).toBeVisible();
    await fien.goto(text);
    await expect(fien.locator("#tekst")).not.toContainText("Stap");
  });

  await test.step("a few minutes later its versions have the one of just before, with all of it and who wrote it", async () => {
    await server.restartLater(0.05);
    const version = fien.getByRole("listitem").filter({ hasText: "Bewaard net voor er veel weg ging" });
    await expect(async () => {
      await fien.goto(`${text}/versies`);
      await expect(version).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
    await version.getByRole("link", { name: "Bekijk" }).click();
    for (const line of lines) await expect(fien.locator("#versie").getByText(line)).toBeVisible();
    await expect(fien.locator("#versie")).not.toContainText("Oei.");
  });

  await test.step("brought back it stands there again, and what stood there meanwhile is kept too", async () => {
    await fien.getByText("Haal deze versie terug").first().click();
    await fien.getByRole("button", { name: "Haal deze versie terug" }).click();
    await fien.goto(text);
    for (const line of lines) await expect(fien.locator("#tekst").getByText(line)).toBeVisible();
    await expect(fien.locator("#tekst")).not.toContainText("Oei.");
    await fien.goto(`${text}/versies`);
    await fien.getByRole("listitem").filter({ hasText: "Bewaard voor er een oude versie werd teruggehaald" }).getByRole("link", { name: "Bekijk" }).click();
    await expect(fien.locator("#versie")).toContainText("Oei.");
  });
});
