import { describe, expect, it } from "vitest";
import { UnsentReminder } from "../unsent-reminder";
import { open, SITE, START, useSite } from "./test/open-site";

useSite();

const reminder = <UnsentReminder kept="kept" days={7} text="Er staat nog een bericht klaar." linkWord="Ga naar het gesprek" href="/gesprekken/" />;
const discussion = "0b8f7a52-3c1d-4e6f-9a2b-1c3d5e7f9a0b";
const message = (to: string, daysAgo = 0) => ({ id: "een", text: "Dag", replyTo: null, owner: `lid ${to}`, at: START.getTime() - daysAgo * 86_400_000 });
const keeping = (kept: unknown) => `localStorage.setItem("kept", ${JSON.stringify(typeof kept === "string" ? kept : JSON.stringify(kept))})`;

describe("the reminder of a message that was not sent", () => {
  it("leads to the conversation in which it is sent", async () => {
    const { page } = await open(reminder, {}, keeping([message(discussion)]));
    await page.waitForSelector("text=Er staat nog een bericht klaar.", { state: "visible" });
    expect(await page.locator("a").evaluate((link: HTMLAnchorElement) => link.href)).toBe(`${SITE}/gesprekken/${discussion}`);
    await page.close();
  });

  it.each([
    ["nothing is kept", []],
    ["it is too old to be sent", [message(discussion, 8)]],
    ["what is kept is no message", "[1, null"],
    ["it names no conversation", [message("https://elders.be/"), { at: START.getTime() }]],
  ])("stays away when %s", async (_when, kept) => {
    const { page } = await open(reminder, {}, keeping(kept));
    await page.clock.runFor("00:01");
    expect(await page.isVisible("text=Er staat nog een bericht klaar.")).toBe(false);
    await page.close();
  });

  it("stays away in the conversation itself, which sends it", async () => {
    const { page } = await open(reminder, {}, `${keeping([message(discussion)])}; history.replaceState(null, "", "/gesprekken/${discussion}?vanaf=1")`);
    await page.clock.runFor("00:01");
    expect(await page.isVisible("text=Er staat nog een bericht klaar.")).toBe(false);
    await page.close();
  });
});
