import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const squeezable = /\.(js|css|svg|html|txt|json|webmanifest)$/;

/** At build: the files for browsers get a brotli and a gzip twin, so that serving them costs no processor time. */
export function compressFiles(): Plugin {
  let folder = "";
  return {
    name: "leerhoek:compress-files",
    apply: "build",
    configResolved: (config) => void (folder = config.build.ssr ? "" : config.build.outDir),
    async closeBundle() {
      if (!folder) return;
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !squeezable.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const content = await readFile(path);
        await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
        await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
      }
    },
  };
}
