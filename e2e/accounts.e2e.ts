import { expect, openContext, test } from "./fixtures";
import { awaitLetter, giveEmail, lettersTo, linkIn } from "./mailbox";
import { makeAccount } from "./take-part";

test("a resident who forgot the password comes back by e-mail, and every device is signed off", async ({ browser, server }) => {
  test.setTimeout(120_000);
  const address = "pia@proefstreek.example";
  const [atHome, library] = [await openContext(browser, server), await openContext(browser, server)];
  const [page, other] = [await atHome.newPage(), await library.newPage()];
  await page.goto("/account-maken");
  const me = await makeAccount(page, "Pia");
  await giveEmail(page, server, me.password, address);

  const link = await test.step("asks for a link; an address that nobody has gets the same answer and no letter", async () => {
    for (const typed of ["niemand@proefstreek.example", address]) {
      await other.goto("/wachtwoord-vergeten");
      await other.getByLabel("Aanmeldnaam of e-mailadres").fill(typed);
      await other.getByRole("button", { name: "Stuur mij een link" }).click();
      await expect(other.getByText("Kijk in je mailbox")).toBeVisible();
    }
    const letter = await awaitLetter(server, address, "Kies een nieuw wachtwoord");
    expect(lettersTo(server, "niemand@proefstreek.example")).toEqual([]);
    return linkIn(letter);
  });

  const newPassword = "een nieuwe fiets met bel";
  await test.step("chooses a new password; the link works once", async () => {
    await other.goto(link);
    await other.getByRole("radio", { name: "Ik kies zelf een wachtwoord" }).check();
    await other.getByLabel("Jouw eigen wachtwoord").fill(newPassword);
    await other.getByRole("button", { name: "Bewaar mijn nieuwe wachtwoord" }).click();
    await expect(other.getByText("Je nieuwe wachtwoord is bewaard. Meld je er nu mee aan.")).toBeVisible();
    await other.goto(link);
    await expect(other.getByLabel("Jouw eigen wachtwoord")).toHaveCount(0);
    await awaitLetter(server, address, "Je wachtwoord is veranderd");
  });

  await test.step("signs in with the address; the device at home has to sign in again", async () => {
    await other.goto("/aanmelden");
    await other.getByLabel("Aanmeldnaam of e-mailadres").fill(address);
    await other.getByLabel("Wachtwoord", { exact: true }).fill(newPassword);
    await other.getByRole("button", { name: "Meld je aan" }).click();
    await expect(other.getByRole("link", { name: "Ik", exact: true })).toBeVisible();
    await page.goto("/ik");
    await expect(page).toHaveURL(/\/aanmelden/);
  });
  for (const context of [atHome, library]) await context.close();
});
