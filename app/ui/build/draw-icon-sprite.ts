import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ICON_NAMES } from "../icons/icon-names";

/** Where the committed sprite stands. */
export const SPRITE_PATH = fileURLToPath(new URL("../icons/sprite.svg", import.meta.url));

/**
 * One SVG document with a `<symbol>` per icon, in the order of ICON_NAMES.
 * Strokes and colours are left out: the style sheet gives them. Throws when an icon is not in the package.
 */
export function drawIconSprite(): string {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve("lucide-static/package.json")), "icons");
  const symbols = ICON_NAMES.map((name) => {
    const source = readFileSync(join(folder, `${name}.svg`), "utf8");
    const shapes = source
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/^[\s\S]*?<svg[^>]*>/, "")
      .replace(/<\/svg>\s*$/, "")
      .replace(/\s+/g, " ")
      .replace(/> </g, "><")
      .replace(/ \/>/g, "/>")
      .trim();
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  const licence = "Icons by Lucide (lucide.dev), ISC licence, some by Feather (MIT)";
  return `<svg xmlns="http://www.w3.org/2000/svg"><!-- ${licence} -->\n${symbols.join("\n")}\n</svg>\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(SPRITE_PATH, drawIconSprite());
}
