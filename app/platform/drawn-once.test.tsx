import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { chromium, type Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";

const executablePath = process.env["CHROMIUM_PATH"];
let browser: Browser;
let script: string;

/** A page with two lines as the server made them; `change` gives the second other words, `drawn` counts who was drawn. */
const page = `
  import { useState, useEffect } from "react";
  import { hydrateRoot } from "react-dom/client";
  import { DrawnOnce } from "./drawn-once";
  import { beginTakeOver, endTakeOver } from "../ui/enhance/take-over";
  window.drawn = []; window.complaints = [];
  function Line({ name }) { window.drawn.push(name); return <p>{name}</p>; }
  function Page() {
    const [names, setNames] = useState(["Noor", "Jef"]);
    window.change = setNames;
    useEffect(endTakeOver, []);
    return <main>{names.map((name, index) => <DrawnOnce key={index} part={Line} properties={{ name }} />)}</main>;
  }
  document.body.innerHTML = "<div id='root'><main><div><p>Noor</p></div><div><p>Jef</p></div></main></div>";
  window.first = document.querySelector("p");
  beginTakeOver();
  hydrateRoot(document.getElementById("root"), <Page />, { onRecoverableError: (error) => window.complaints.push(String(error)) });
`;

beforeAll(async () => {
  const { outputFiles } = await build({ stdin: { contents: page, loader: "tsx", resolveDir: fileURLToPath(new URL(".", import.meta.url)) }, bundle: true, write: false, format: "iife", jsx: "automatic", define: { "process.env.NODE_ENV": '"development"' }, alias: { "~": fileURLToPath(new URL("..", import.meta.url)) } });
  script = outputFiles[0]!.text;
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
}, 60_000);
afterAll(() => browser?.close());

test("a browser that takes the page over draws only what changed or came later, and finds nothing amiss", async () => {
  const tab = await browser.newPage();
  const said: string[] = [];
  tab.on("console", (message) => said.push(message.text()));
  tab.on("pageerror", (error) => said.push(error.message));
  await tab.setContent("<!doctype html><body></body>");
  await tab.addScriptTag({ content: script });
  await tab.waitForFunction("window.takeOver === 'over'");
  expect(await tab.evaluate("[drawn, complaints, document.body.innerText]")).toEqual([[], [], "Noor\n\nJef"]);
  await tab.evaluate("change(['Noor', 'Jef, aangepast', 'Els'])");
  await tab.waitForFunction("document.body.innerText.includes('Els')");
  expect(await tab.evaluate("[[...new Set(drawn)], first.isConnected, document.body.innerText]")).toEqual([["Jef, aangepast", "Els"], true, "Noor\n\nJef, aangepast\n\nEls"]);
  expect(said.filter((text) => !text.includes("React DevTools"))).toEqual([]);
  await tab.close();
});
