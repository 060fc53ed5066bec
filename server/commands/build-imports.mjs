// Lets the commands read what otherwise only the build understands: `?raw` is the text of a file, `?url` the address that
// a browser would get it from, which no command needs.
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";

if (isMainThread) register(import.meta.url);

const marks = {
  "?raw": (url) => readFileSync(fileURLToPath(url), "utf8"),
  "?url": () => "",
};
const markOf = (name) => Object.keys(marks).find((mark) => name.endsWith(mark));

export async function resolve(specifier, context, next) {
  if (!markOf(specifier)) return next(specifier, context);
  return { url: new URL(specifier, context.parentURL).href, format: "module", shortCircuit: true };
}

export async function load(url, context, next) {
  const mark = markOf(url);
  if (!mark) return next(url, context);
  const value = marks[mark](url.slice(0, -mark.length));
  return { format: "module", shortCircuit: true, source: `export default ${JSON.stringify(value)};` };
}
