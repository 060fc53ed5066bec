import cascadeLayers from "@csstools/postcss-cascade-layers";
import type { Plugin } from "vite";
import { findBeyondFloor } from "./find-beyond-floor";

/**
 * Flattens `@layer` for Chrome 80 and Safari on iOS 13, which drop whole layers, and stops the build
 * when the resulting CSS needs anything those two lack in order to be read.
 */
export function cssFloor(): Plugin {
  return {
    name: "leerhoek:css-floor",
    config: () => ({ css: { postcss: { plugins: [cascadeLayers()] } } }),
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "asset" || !file.fileName.endsWith(".css")) continue;
        const found = findBeyondFloor(String(file.source));
        if (found.length > 0) this.error(`${file.fileName} goes beyond the browser floor:\n  ${found.join("\n  ")}`);
      }
    },
  };
}
