import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { credentialsOf, expect, openContext, signIn, test } from "./fixtures";

/** Pages that end the walk, hand out files, or are no pages. */
const notWalked = /^\/(afmelden|taal|streams|session|operator)|\.(atom|ics|json|csv|zip|txt)$|download|\/bestand\//;
/** Ids, numbers and words of an address that differ from one thing to the next. */
const pattern = (path: string) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id").replace(/^\/plan\/acties\/\d+/, "/plan/acties/:n").replace(/\/(leerplekken|leermateriaal)\/[^/?]+/, "/$1/:slug").replace(/\?.*$/, "?");
const mostPages = 160;
/** The phone of somebody with little money, and the narrowest screen that must do. */
const phone = { width: 375, height: 740 };
const narrow = { width: 320, height: 568 };

/** Patterns that were judged already, over all roles: what looks the same is judged once. */
const judged = new Set<string>();

test.describe.configure({ mode: "serial" });

/** Everything a person can come to by links, each kind of page once: it works, it says what it is, it fits, axe is content. */
async function walk(page: Page): Promise<string[]> {
  const problems: string[] = [];
  let at = "/";
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) problems.push(`${at}: console: ${message.text().slice(0, 200)}`);
  });
  page.on("pageerror", (error) => problems.push(`${at}: script: ${error.message}`));
  await page.setViewportSize(phone);
  const waiting = ["/"];
  const seen = new Map<string, number>([["/", 1]]);
  let visited = 0;
  while (waiting.length > 0 && visited < mostPages) {
    at = waiting.shift()!;
    const answer = await page.goto(at);
    visited += 1;
    if (!answer || answer.status() >= 400) {
      problems.push(`${at}: answers ${answer?.status()}`);
      continue;
    }
    for (const href of await page.locator("a[href^='/']").evaluateAll((links) => links.map((link) => link.getAttribute("href")!))) {
      const clean = href.replace(/#.*$/, "");
      const kind = pattern(clean);
      if (notWalked.test(clean) || (seen.get(kind) ?? 0) >= 1) continue;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      waiting.push(clean);
    }
    if (judged.has(pattern(at))) continue;
    judged.add(pattern(at));
    problems.push(...(await judge(page, at)));
  }
  if (waiting.length > 0) problems.push(`the walk ended at ${mostPages} pages with these before it: ${waiting.join(", ")}`);
  return problems;
}

async function judge(page: Page, at: string): Promise<string[]> {
  const problems: string[] = [];
  if ((await page.locator("h1").count()) !== 1) problems.push(`${at}: has ${await page.locator("h1").count()} h1`);
  if (!(await page.title())) problems.push(`${at}: has no title`);
  const scripts = await page.locator("script").evaluateAll((found) => found.map((one) => one.getAttribute("src") ?? "inline"));
  const framework = (await page.locator("#words").count()) > 0;
  if (!framework && scripts.filter((src) => !/^\/assets\/(enhance|arrange)-/.test(src)).length > 0) problems.push(`${at}: brings script that it did not ask for: ${scripts.join(", ")}`);
  // Legacy: without a second page to finish in, which only pages with frames need.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  for (const one of violations) problems.push(`${at}: axe ${one.id}: ${one.nodes[0]?.target.join(" ")}`);
  await page.setViewportSize(narrow);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 1) problems.push(`${at}: is ${wide} px too wide at ${narrow.width} px`);
  await page.setViewportSize(phone);
  return problems;
}

/** The demonstration that people see at their first start: the richest content there is. */
test.use({ region: "westhoek" });

const people = { visitor: null, resident: "rita", facilitator: "sofie", steward: "katrien", moderator: "hilde", "data steward": "ann", administrator: "pieter" };

for (const [role, name] of Object.entries(people)) {
  test(`a ${role} finds every page whole`, async ({ browser, server }) => {
    test.setTimeout(300_000);
    const context = await openContext(browser, server);
    const page = await context.newPage();
    if (name) await signIn(page, credentialsOf(server, name));
    expect(await walk(page)).toEqual([]);
    await context.close();
  });
}
