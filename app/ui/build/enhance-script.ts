import { build } from "esbuild";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const entry = fileURLToPath(new URL("../enhance/enhance.ts", import.meta.url));
const name = "virtual:enhance-url";

/**
 * Bundles the one small script of pages that ship no framework, and gives its address as `virtual:enhance-url`.
 * Both builds, for the browser and for the server, come to the same name because it is made of the content.
 */
export function enhanceScript(): Plugin {
  let serving = false;
  // esbuild calls destructuring unsupported for one rare fault of old Safari and cannot rewrite it.
  const bundle = async () => {
    const result = await build({ entryPoints: [entry], bundle: true, minify: !serving, write: false, format: "iife", target: ["chrome80", "safari13"], supported: { destructuring: true } });
    const code = result.outputFiles[0]!.text;
    return { code, path: `/assets/enhance-${createHash("sha256").update(code).digest("hex").slice(0, 10)}.js` };
  };
  return {
    name: "leerhoek:enhance-script",
    config: (_config, env) => void (serving = env.command === "serve"),
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: async (id) => (id === `\0${name}` ? `export default ${JSON.stringify(serving ? "/assets/enhance.js" : (await bundle()).path)}` : null),
    configureServer(server) {
      server.middlewares.use("/assets/enhance.js", (_request, response, next) => {
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
