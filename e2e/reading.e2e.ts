import { expect, test } from "./fixtures";
import { startTalk } from "./start-talk";

const small = { width: 375, height: 500 };

test("two tabs of one person agree on what was read, and the list knows it too", async ({ as }) => {
  const [ria, sam] = [await as("ria"), await as("sam")];
  const path = await startTalk(ria, "Wie geeft er water?", 12);
  await sam.goto("/gesprekken");
  await expect(sam.getByRole("article").filter({ hasText: "Wie geeft er water?" })).toContainText("12 nieuwe vandaag");

  const other = await sam.context().newPage();
  for (const page of [sam, other]) {
    await page.setViewportSize(small);
    await page.goto(path);
    await expect(page.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
    await expect(page.getByText(/^\d+ nieuwe vandaag$/)).toBeVisible();
  }
  await expect(sam.getByRole("link", { name: "Ga naar het eerste nieuwe bericht" })).toHaveAttribute("href", /#bericht-\d+$/);
  const place = () => sam.locator("#bericht-1").evaluate((one) => one.getBoundingClientRect().top + window.scrollY);
  const before = await place();
  await sam.getByRole("button", { name: "Markeer alles als gelezen" }).click();
  for (const page of [sam, other]) {
    await expect(page.locator(".new-line__count")).toHaveText("Je hebt alles gelezen.");
    await expect(page.locator(".all-read")).toBeVisible();
  }
  expect(await place()).toBe(before);
  await expect(async () => {
    await sam.goto("/gesprekken");
    await expect(sam.getByRole("article").filter({ hasText: "Wie geeft er water?" })).not.toContainText("nieuw", { timeout: 500 });
  }).toPass();
});

test("messages are read by looking at them; what was not in sight stays new", async ({ as }) => {
  const [ria, sam] = [await as("ria"), await as("sam")];
  const path = await startTalk(ria, "Welke tomaten zijn rijp?", 12);
  await sam.setViewportSize(small);
  const line = sam.waitForEvent("websocket");
  await sam.goto(path);
  // What was in sight is told together, some time after.
  const told = (await line).waitForEvent("framesent", (frame) => String(frame.payload).includes("discussion:read"));
  await expect(sam.getByText("Nieuwe berichten komen vanzelf.")).toBeVisible();
  await sam.locator("#bericht-12").scrollIntoViewIfNeeded();
  await told;
  await expect(async () => {
    await sam.goto("/gesprekken");
    await expect(sam.getByRole("article").filter({ hasText: "Welke tomaten" })).toContainText(/Gesprek([1-9]|1[01]) nieuwe? vandaag/, { timeout: 500 });
  }).toPass();
  await sam.goto("/gesprekken");
  await sam.getByRole("button", { name: "Markeer alles als gelezen" }).first().click();
  await expect(sam.getByRole("article").filter({ hasText: "Welke tomaten" })).not.toContainText("nieuw");
});
