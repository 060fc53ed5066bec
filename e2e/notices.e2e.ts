import { credentialsOf, expect, openContext, signIn, test } from "./fixtures";
import { awaitLetter, giveEmail } from "./mailbox";
import { startTalk } from "./start-talk";

test("without JavaScript: somebody follows a conversation, hears of it once, by mail too, reads it, and stops the mails with one tap", async ({ browser, server }) => {
  test.setTimeout(180_000);
  const plain = () => openContext(browser, server, { javaScriptEnabled: false });
  const contexts = [await plain(), await plain(), await plain()] as const;
  const [ria, sam, nobody] = [await contexts[0].newPage(), await contexts[1].newPage(), await contexts[2].newPage()];
  const who = credentialsOf(server, "ria");
  await signIn(ria, who);
  await signIn(sam, credentialsOf(server, "sam"));
  await giveEmail(ria, server, who.password, "ria.volgt@post.example");
  await ria.goto("/ik/meldingen");
  await ria.getByLabel("Meteen").check();
  await ria.locator("#mails").getByRole("button", { name: "Bewaar" }).click();
  await expect(ria.getByText("Je keuze is bewaard.")).toBeVisible();

  await sam.goto("/leervragen/nieuw");
  const group = sam.getByRole("radio", { name: /De tuin/ });
  if (await group.isVisible()) await group.check();
  await sam.getByLabel("Jouw vraag").fill("Wanneer plant ik look?");
  await sam.getByRole("button", { name: "Stel je vraag" }).click();
  const talk = new URL(sam.url()).pathname;
  await ria.goto(talk);
  await ria.getByText("Meldingen: Alleen wat voor mij is").click();
  await ria.getByLabel("Alles").check();
  await ria.getByRole("button", { name: "Bewaar" }).click();
  await expect(ria.getByText("Meldingen: Alles")).toBeVisible();

  for (const text of ["Weet iemand het?", "Of is het te laat?"]) {
    await sam.goto(talk);
    await sam.locator("textarea").fill(text);
    await sam.getByRole("button", { name: "Verstuur" }).click();
    await expect(sam.getByText(text)).toBeVisible();
  }
  await expect(async () => {
    await ria.goto("/berichten");
    await expect(ria.getByText("2 nieuwe berichten in “Wanneer plant ik look?”.")).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(ria.getByText(/nieuwe? berichte?n? in “Wanneer plant ik look\?”/)).toHaveCount(1);
  const letter = await awaitLetter(server, "ria.volgt@post.example", "er is iets nieuws voor jou");
  expect(letter.subject).not.toContain("look");
  expect(letter.text).toMatch(/Wanneer plant ik look\? \(De tuin.*\)\n[12] nieuwe? berichte?n?\nhttp/);

  await ria.goto(talk);
  await ria.getByRole("button", { name: "Zet op gelezen" }).click();
  await ria.goto("/berichten");
  await expect(ria.getByText("Je las de nieuwe berichten in “Wanneer plant ik look?”.")).toBeVisible();

  const stop = /http\S+\/mails-uit\/\S+/.exec(letter.text)![0];
  await nobody.goto(stop);
  await nobody.getByRole("button", { name: "Zet de mails uit" }).click();
  await expect(nobody.getByText("De mails staan uit.")).toBeVisible();
  await ria.goto("/ik/meldingen");
  await expect(ria.getByLabel("Nooit")).toBeChecked();
  for (const context of contexts) await context.close();
});

test("on a page with a live connection the number of notices follows at once, up and down, without asking", async ({ as }) => {
  const [ria, sam] = [await as("ria"), await as("sam")];
  const asked = await startTalk(ria, "Wie heeft er een gieter?", 1);
  await startTalk(ria, "Wie heeft er een hark?", 1);
  const number = async () => Number(await ria.locator("[data-count-from] > :first-child").textContent());
  const before = await number();
  const requests: string[] = [];
  ria.on("request", (request) => void requests.push(new URL(request.url()).pathname));
  await sam.goto(`${asked}?antwoord=1`);
  await sam.getByLabel("Jouw bericht").fill("Ik heb er twee.");
  await sam.getByRole("button", { name: "Verstuur" }).click();
  await expect(sam.locator("#bericht-2")).toBeVisible();
  await expect.poll(number).toBe(before + 1);
  expect(requests).toEqual([]);

  // Read in another tab: what was new there is no longer new here.
  const other = await ria.context().newPage();
  await other.goto(asked);
  await expect(other.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  await other.locator("#bericht-2").scrollIntoViewIfNeeded();
  await expect.poll(number).toBe(before);
});
