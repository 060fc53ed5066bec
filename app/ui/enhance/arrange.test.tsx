import type { Page } from "playwright";
import { expect, it } from "vitest";
import { open, useSite } from "./test/open-site";

useSite("arrange");

/** a, with b and c beneath it, and d. */
function Tree() {
  const row = (id: string) => (
    <div>
      <span data-grip="" hidden />
      <a href={`/teksten/${id}`}>{id}</a>
    </div>
  );
  return (
    <>
      <style>{"[data-text] div { height: 60px } [data-grip] { display: inline-block; width: 44px; height: 44px; touch-action: none } [hidden] { display: none }"}</style>
      <form method="post" action="/teksten" hidden data-arrange="" data-before="Hierboven" data-under="Hieronder" data-after="Hierna">
        <input type="hidden" name="document" />
        <input type="hidden" name="parent" />
        <input type="hidden" name="after" />
      </form>
      <p data-arrange-hint="" hidden>
        Slepen kan ook.
      </p>
      <ul>
        <li data-text="a">
          {row("a")}
          <ul>
            <li data-text="b">{row("b")}</li>
            <li data-text="c">{row("c")}</li>
          </ul>
        </li>
        <li data-text="d">{row("d")}</li>
      </ul>
    </>
  );
}

const gripOf = (text: string) => `[data-text="${text}"] > div > [data-grip]`;
const middle = (box: { x: number; y: number; width: number; height: number } | null) => ({ x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 });

/** Takes the grip of a text to a height in another one's row, and holds it there. */
async function hold(page: Page, text: string, target: string, height: number): Promise<void> {
  const from = middle(await page.locator(gripOf(text)).boundingBox());
  const row = (await page.locator(`[data-text="${target}"] > div`).boundingBox())!;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, row.y + height, { steps: 4 });
}

it.each([
  ["d", "b", 30, "document=d&parent=b&after=last"],
  ["d", "b", 5, "document=d&parent=a&after="],
  ["d", "b", 55, "document=d&parent=a&after=b"],
  ["d", "c", 5, "document=d&parent=a&after=b"],
  ["c", "b", 5, "document=c&parent=a&after="],
  ["b", "d", 5, "document=b&parent=&after=a"],
  ["a", "d", 55, "document=a&parent=&after=d"],
])("sends where %s comes when it is dropped on %s at %i of 60", async (text, target, height, form) => {
  const { page, requests } = await open(<Tree />);
  expect(await page.isVisible("[data-arrange-hint]")).toBe(true);
  await hold(page, text, target, height);
  await page.mouse.up();
  await expect.poll(() => requests).toEqual([`POST /teksten ${form}`]);
  await page.close();
});

it("says in words where the text would come, on that row alone, and no more once it is let go", async () => {
  const { page } = await open(<Tree />);
  const said = () => page.evaluate(() => Array.from(document.querySelectorAll<HTMLElement>("[data-drop]"), (item) => [item.dataset["text"], item.dataset["drop"], (item.firstElementChild as HTMLElement).dataset["word"]]));
  await hold(page, "d", "b", 30);
  expect(await said()).toEqual([["b", "under", "Hieronder"]]);
  const row = (await page.locator(`[data-text="c"] > div`).boundingBox())!;
  await page.mouse.move(row.x, row.y + 55);
  expect(await said()).toEqual([["c", "after", "Hierna"]]);
  await page.mouse.up();
  expect(await said()).toEqual([]);
  await page.close();
});

it("goes by finger too", async () => {
  const { page, requests } = await open(<Tree />);
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: { x: number; y: number }) => session.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [at] : [] });
  const from = middle(await page.locator(gripOf("d")).boundingBox());
  const to = middle(await page.locator(`[data-text="b"] > div`).boundingBox());
  await touch("touchStart", from);
  await touch("touchMove", { x: from.x, y: (from.y + to.y) / 2 });
  await touch("touchMove", { x: from.x, y: to.y });
  await touch("touchEnd");
  await expect.poll(() => requests).toEqual(["POST /teksten document=d&parent=b&after=last"]);
  await page.close();
});

it("sends nothing for a tap, for a text dropped beneath itself or beside the list, and after Escape", async () => {
  const { page, requests } = await open(<Tree />);
  await page.locator(gripOf("d")).click();
  await hold(page, "a", "b", 30);
  await page.mouse.up();
  await hold(page, "d", "d", 400);
  await page.mouse.up();
  await hold(page, "d", "b", 30);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await hold(page, "d", "a", 30);
  await page.mouse.up();
  await expect.poll(() => requests).toEqual(["POST /teksten document=d&parent=a&after=last"]);
  await page.close();
});

it("lets the page come along at the edge of the window", async () => {
  const { page } = await open(
    <>
      <style>{"body { padding-bottom: 3000px }"}</style>
      <Tree />
    </>,
  );
  const from = middle(await page.locator(gripOf("d")).boundingBox());
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, page.viewportSize()!.height - 10, { steps: 3 });
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  await page.mouse.up();
  const there = await page.evaluate(() => window.scrollY);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await page.evaluate(() => window.scrollY)).toBe(there);
  await page.close();
});
