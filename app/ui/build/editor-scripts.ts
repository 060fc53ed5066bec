import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";

const name = "virtual:editor-scripts";
const editor = "app/features/documents/editor/editor-pane.tsx";

/** What of Vite's list of built files is needed here. */
export type BuiltScripts = Record<string, { file: string; imports?: string[] }>;

/**
 * Gives the server the addresses of the scripts that the editor of texts is made of, as `virtual:editor-scripts`: a page
 * fetches them only once it runs, and can be told to fetch them before. They are known once the build for browsers is
 * there, so in development there are none.
 */
export function editorScripts(): Plugin {
  let list: string | null = null;
  return {
    name: "leerhoek:editor-scripts",
    configResolved: (config) => void (list = config.command === "build" && config.build.ssr ? join(config.build.outDir, "../client/.vite/manifest.json") : null),
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: async (id) => {
      if (id !== `\0${name}`) return null;
      return `export default ${JSON.stringify(list ? scriptsOf(editor, JSON.parse(await readFile(list, "utf8")) as BuiltScripts) : [])}`;
    },
  };
}

/** The addresses of a script and of all that it imports. @throws when it was not built. */
export function scriptsOf(entry: string, built: BuiltScripts): string[] {
  const seen = new Set([entry]);
  for (const one of seen) {
    if (!built[one]) throw new Error(`${one} is not among the scripts that were built`);
    for (const next of built[one].imports ?? []) seen.add(next);
  }
  return [...seen].map((one) => `/${built[one]!.file}`);
}
