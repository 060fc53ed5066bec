// Lets the commands read files that the build takes in as text (`import words from "./words.txt?raw"`), which Node does not know.
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";

const mark = "?raw";

if (isMainThread) register(import.meta.url);

export async function resolve(specifier, context, next) {
  if (!specifier.endsWith(mark)) return next(specifier, context);
  return { url: new URL(specifier, context.parentURL).href, format: "module", shortCircuit: true };
}

export async function load(url, context, next) {
  if (!url.endsWith(mark)) return next(url, context);
  const text = readFileSync(fileURLToPath(url.slice(0, -mark.length)), "utf8");
  return { format: "module", shortCircuit: true, source: `export default ${JSON.stringify(text)};` };
}
