import { expect, openContext, openNotice, test } from "./fixtures";
import { awaitLetter, giveEmail, lettersTo, linkIn } from "./mailbox";
import { joinTheGarden, makeAccount } from "./take-part";

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

test("a resident asks to join a closed group, is let in by the facilitator, and finds inside what was closed", async ({ as, browser, server }) => {
  const context = await openContext(browser, server);
  const page = await context.newPage();
  await page.goto("/account-maken");
  await makeAccount(page, "Mats");
  await joinTheGarden(page, "Mats van de dreef");
  await page.goto("/leerplekken/samen-in-de-moestuin");
  await page.getByRole("region", { name: "Groepen" }).getByRole("link", { name: "De serre", exact: true }).click();
  const group = new URL(page.url()).pathname;
  await expect(page.getByText("Alleen leden lezen wat hier staat.", { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Vraag om mee te doen" }).click();
  await page.getByLabel("Wil je iets over jezelf zeggen?").fill("Ik kan goed water dragen.");
  await page.getByRole("button", { name: "Vraag om mee te doen" }).click();
  await expect(page.getByText("Je vraag is verstuurd.", { exact: false })).toBeVisible();

  const fien = await as("fien");
  await openNotice(fien, "Iemand vraagt om mee te doen met een groep.");
  await fien.goto("/leerplekken/samen-in-de-moestuin/beheer/vragen");
  await expect(fien.getByText("Ik kan goed water dragen.")).toBeVisible();
  await fien.getByRole("button", { name: /^Laat binnen.*Mats van de dreef/ }).click();
  await expect(fien.getByText("Ik kan goed water dragen.")).toHaveCount(0);
  await openNotice(page, "Er is antwoord op je vraag om mee te doen.");
  await expect(page).toHaveURL(new RegExp(`${group}$`));
  await expect(page.getByRole("heading", { name: "Gesprekken" })).toBeVisible();
  await context.close();
});
