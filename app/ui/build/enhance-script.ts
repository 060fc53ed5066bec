import { build } from "esbuild";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/**
 * Bundles a small script for pages that ship no framework, and gives its address as `virtual:<name>-url`: `enhance`, which
 * all of them load, and `arrange`, for the page where texts can be dragged.
 * Both builds, for the browser and for the server, come to the same name because it is made of the content.
 */
export function smallScript(script: "enhance" | "arrange"): Plugin {
  const entry = fileURLToPath(new URL(`../enhance/${script}.ts`, import.meta.url));
  const name = `virtual:${script}-url`;
  const served = `/assets/${script}.js`;
  let serving = false;
  // esbuild calls destructuring unsupported for one rare fault of old Safari and cannot rewrite it.
  const bundle = async () => {
    const result = await build({ entryPoints: [entry], bundle: true, minify: !serving, write: false, format: "iife", target: ["chrome80", "safari13"], supported: { destructuring: true } });
    const code = result.outputFiles[0]!.text;
    return { code, path: `/assets/${script}-${createHash("sha256").update(code).digest("hex").slice(0, 10)}.js` };
  };
  return {
    name: `leerhoek:${script}-script`,
    config: (_config, env) => void (serving = env.command === "serve"),
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: async (id) => (id === `\0${name}` ? `export default ${JSON.stringify(serving ? served : (await bundle()).path)}` : null),
    configureServer(server) {
      server.middlewares.use(served, (_request, response, next) => {
        bundle().then(({ code }) => response.setHeader("Content-Type", "text/javascript").end(code), next);
      });
    },
    async generateBundle() {
      if (this.environment.name === "ssr") return;
      const { code, path } = await bundle();
      this.emitFile({ type: "asset", fileName: path.slice(1), source: code });
    },
  };
}
