import { vitePlugin as remix } from "@remix-run/dev";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { cssFloor } from "./app/ui/build/css-floor";
import { editorScripts } from "./app/ui/build/editor-scripts";
import { smallScript } from "./app/ui/build/enhance-script";
import { groupScripts } from "./app/ui/build/group-scripts";
import { compressFiles } from "./server/http/compress-files";
import remixOptions from "./remix.config.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Gives the server build our own doors as inputs, so that pages, sockets and jobs share one module graph. */
function serverInputs(): Plugin {
  return {
    name: "leerhoek:server-inputs",
    enforce: "post",
    config(config, env) {
      if (!env.isSsrBuild) return;
      return {
        build: {
          rollupOptions: {
            input: {
              main: here("server/main.ts"),
              embedded: here("db/embedded/child.ts"),
              "examine-update": here("app/features/documents/worker/examine-update.ts"),
            },
            output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
          },
        },
      };
    },
  };
}

/** Keeps whole catalogues, and the library that reads them, out of the browser: a hydrated page brings the words that it named. */
function wordsStayOnTheServer(): Plugin {
  return {
    name: "leerhoek:words-stay-on-the-server",
    enforce: "pre",
    resolveId(id, _importer, options) {
      return id === "i18next" && !options.ssr ? here("app/platform/i18next-in-browser.ts") : null;
    },
    load(id, options) {
      if (!options?.ssr && /\/messages\/(nl|fr|en)\.json$/.test(id)) return "{}";
      return null;
    },
  };
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [wordsStayOnTheServer(), smallScript("enhance"), smallScript("arrange"), editorScripts(), cssFloor(), remix(remixOptions), serverInputs(), compressFiles()],
  publicDir: here("app/public"),
  resolve: {
    alias: { "~": here("app"), "#db": here("db"), "#server": here("server") },
    dedupe: ["yjs", "react", "react-dom", "@tiptap/core", "@tiptap/pm"],
  },
  // See enhance-script.ts: Safari 13 knows destructuring.
  esbuild: { supported: { destructuring: true } },
  // What pages may weigh is held by app/ui/build/sizes.test.ts, in their compressed size.
  build: { target: isSsrBuild ? "node20" : ["chrome80", "safari13"], cssTarget: ["chrome80", "safari13"], assetsInlineLimit: 0, sourcemap: false, chunkSizeWarningLimit: 4_000, ...(isSsrBuild ? {} : { rollupOptions: { output: { manualChunks: groupScripts() } } }) },
  ssr: { noExternal: [/^@fontsource/] },
}));
