/** Renders the show-case to plain files, to look at it and to test it: `npx tsx app/ui/build/render-show-case.ts <folder>`. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createElement, type ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { build, type InlineConfig } from "vite";
import { cssFloor } from "./css-floor";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const base: InlineConfig = {
  configFile: false,
  publicDir: here("../../public"),
  root: here("../../.."),
  logLevel: "warn",
  resolve: { alias: { "~": here("../..") } },
};
const target = ["chrome80", "safari13"];

/** Builds style sheet, script and pages into `folder`; answers the names of the pages written. */
export async function renderShowCase(folder: string): Promise<string[]> {
  await build({
    ...base,
    plugins: [cssFloor()],
    build: {
      outDir: join(folder, "web"),
      emptyOutDir: true,
      target,
      cssTarget: target,
      assetsInlineLimit: 0,
      rollupOptions: { input: { app: here("../styles/app.css"), enhance: here("../enhance/enhance.ts") } },
    },
  });
  await build({
    ...base,
    publicDir: false,
    // React comes along, so that the folder may stand anywhere.
    ssr: { noExternal: true },
    build: {
      outDir: join(folder, "pages"),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      ssr: here("../show-case.tsx"),
      ssrEmitAssets: true,
    },
  });
  const assets = readdirSync(join(folder, "web/assets"));
  const find = (start: string, end: string) => assets.find((name) => name.startsWith(start) && name.endsWith(end)) ?? "";
  const loaded = (await import(pathToFileURL(join(folder, "pages/show-case.js")).href)) as { SHOW_CASE: Record<string, ComponentType> };
  mkdirSync(join(folder, "web/assets"), { recursive: true });
  for (const name of readdirSync(join(folder, "pages/assets")).filter((each) => each.endsWith(".svg"))) {
    writeFileSync(join(folder, "web/assets", name), readFileSync(join(folder, "pages/assets", name)));
  }
  for (const [name, Page] of Object.entries(loaded.SHOW_CASE)) {
    const body = renderToStaticMarkup(createElement(Page));
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${name}</title>
<link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/assets/${find("app", ".css")}">
<script type="module" src="/assets/${find("enhance", ".js")}"></script>`;
    writeFileSync(join(folder, "web", `${name}.html`), `<!doctype html><html lang="nl"><head>${head}</head><body>${body}</body></html>`);
  }
  return Object.keys(loaded.SHOW_CASE);
}

const folder = process.argv[2];
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!folder) throw new Error("Name the folder to write to.");
  console.log((await renderShowCase(folder)).join("\n"));
}
