import { describe, expect, it } from "vitest";
import { NavLink } from "../nav-link";
import { NewsBar } from "../news-bar";
import { open, useSite } from "./test/open-site";

useSite();

const news = <NewsBar stream="space:7" head={3} about="tuin" text="Er zijn nieuwe berichten." showWord="Toon ze" href="?" />;

describe("the watch for new messages", () => {
  it("asks once a minute what came since, and shows the bar once that is something to read", async () => {
    const path = (since: number) => `/streams/space:7/head?since=${since}&about=tuin`;
    const answers = { [path(3)]: JSON.stringify({ head: 5, news: false }), [path(5)]: JSON.stringify({ head: 6, news: true }) };
    const { page, requests } = await open(news, answers);
    await page.clock.runFor("01:05");
    await expect.poll(() => requests).toEqual([`GET ${path(3)}`]);
    expect(await page.isVisible(".news-bar__in")).toBe(false);
    await page.clock.runFor("01:05");
    await page.waitForSelector("text=Er zijn nieuwe berichten.", { state: "visible" });
    await page.clock.runFor("05:00");
    expect(requests).toEqual([`GET ${path(3)}`, `GET ${path(5)}`]);
    await page.close();
  });

  it("stays quiet when the server cannot answer", async () => {
    const { page, requests } = await open(news, { "/streams/space:7/head?since=3&about=tuin": null });
    await page.clock.runFor("01:05");
    await expect.poll(() => requests.length).toBe(1);
    expect(await page.isVisible(".news-bar__in")).toBe(false);
    await page.close();
  });
});

const inbox = (count: number) => <NavLink href="/berichten" word="Berichten" icon="bell" count={count} countLabel={`${count} nieuw`} countFrom="/aantal" />;

describe("the number beside what is for you", () => {
  it("asks once a minute while the page is in sight, shows it, and hides it at nothing", async () => {
    const answers = { "/aantal": JSON.stringify({ count: 120, label: "120 nieuwe berichten" }) };
    const { page, requests } = await open(inbox(0), answers);
    expect(await page.isVisible(".count")).toBe(false);
    await page.clock.runFor("01:05");
    await page.waitForSelector("text=99+", { state: "visible" });
    expect(await page.textContent(".visually-hidden")).toBe("120 nieuwe berichten");
    expect(requests).toEqual(["GET /aantal"]);
    answers["/aantal"] = JSON.stringify({ count: 0, label: "niets" });
    await page.clock.runFor("01:05");
    await page.waitForSelector(".count", { state: "hidden" });
    await page.close();
  });

  it("hears what another tab knows, and then does not ask itself", async () => {
    const { page, requests } = await open(inbox(2));
    await page.clock.runFor("00:50");
    await page.evaluate(() => new BroadcastChannel("leerhoek-count").postMessage({ count: 5, label: "5 nieuw" }));
    await expect.poll(() => page.textContent(".count")).toBe("55 nieuw");
    await page.clock.runFor("00:50");
    expect(requests).toEqual([]);
    await page.close();
  });

  it("shows what a live connection brings at once, tells the other tabs, and asks again only after a minute", async () => {
    const { page, requests } = await open(inbox(0));
    await page.clock.runFor("00:50");
    await page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      new BroadcastChannel("leerhoek-count").addEventListener("message", ({ data }) => heard.push(data));
      window.dispatchEvent(new CustomEvent("unread", { detail: { count: 3, label: "3 nieuw" } }));
    });
    expect(await page.textContent(".count")).toBe("33 nieuw");
    await expect.poll(() => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([{ count: 3, label: "3 nieuw" }]);
    await page.clock.runFor("00:50");
    expect(requests).toEqual([]);
    await page.evaluate(() => window.dispatchEvent(new CustomEvent("unread", { detail: { count: 0, label: "0 nieuw" } })));
    expect(await page.isVisible(".count")).toBe(false);
    await page.close();
  });

  it("stays as it was when the server cannot answer", async () => {
    const { page, requests } = await open(inbox(2), { "/aantal": null });
    await page.clock.runFor("01:05");
    await expect.poll(() => requests).toEqual(["GET /aantal"]);
    expect(await page.textContent(".count")).toBe("22 nieuw");
    await page.close();
  });
});
