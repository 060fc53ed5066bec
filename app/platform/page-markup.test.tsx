import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { chromium, type Browser } from "playwright";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MarkupPlace, PageMarkupContext } from "./page-markup";

const executablePath = process.env["CHROMIUM_PATH"];
let browser: Browser;
let script: string;

/** A page as the server made it, whose place goes when `stand` is called. */
const page = `
  import { useState } from "react";
  import { hydrateRoot } from "react-dom/client";
  import { MarkupPlace } from "./page-markup";
  window.complaints = [];
  function Page() {
    const [stands, stand] = useState(true);
    const [count, setCount] = useState(0);
    window.stand = stand; window.setCount = setCount;
    return <main>{stands ? <MarkupPlace name="text" /> : null}<b>{count}</b></main>;
  }
  document.body.innerHTML = "<div id='root'><main><div><p>Zo begint het.</p></div><b>0</b></main></div>";
  window.first = document.querySelector("p");
  hydrateRoot(document.getElementById("root"), <Page />, { onRecoverableError: (error) => window.complaints.push(String(error)) });
`;

beforeAll(async () => {
  const { outputFiles } = await build({ stdin: { contents: page, loader: "tsx", resolveDir: fileURLToPath(new URL(".", import.meta.url)) }, bundle: true, write: false, format: "iife", jsx: "automatic", define: { "process.env.NODE_ENV": '"development"' } });
  script = outputFiles[0]!.text;
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
}, 60_000);
afterAll(() => browser?.close());

test("a browser that takes the page over leaves what it found, and finds nothing amiss", async () => {
  const tab = await browser.newPage();
  const said: string[] = [];
  tab.on("console", (message) => said.push(message.text()));
  tab.on("pageerror", (error) => said.push(error.message));
  await tab.setContent("<!doctype html><body></body>");
  await tab.addScriptTag({ content: script });
  await tab.waitForFunction("window.setCount");
  await tab.evaluate("setCount(1)");
  await tab.waitForFunction("document.querySelector('b').textContent === '1'");
  expect(await tab.evaluate("[complaints, first.isConnected, document.body.innerText]")).toEqual([[], true, "Zo begint het.\n\n1"]);
  await tab.evaluate("stand(false)");
  await tab.waitForFunction("!first.isConnected");
  expect(said.filter((text) => !text.includes("React DevTools"))).toEqual([]);
  await tab.close();
});

test("the server draws it there, once it draws the page", () => {
  let drawn = 0;
  const markup = (name: string) => (name === "text" ? `<p>${(drawn += 1)}</p>` : "");
  const draw = (name: string) =>
    renderToStaticMarkup(
      <PageMarkupContext.Provider value={markup}>
        <MarkupPlace name={name} id="tekst" />
      </PageMarkupContext.Provider>,
    );
  expect(drawn).toBe(0);
  expect([draw("text"), draw("other")]).toEqual(['<div id="tekst"><p>1</p></div>', '<div id="tekst"></div>']);
});
