import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import i18next from "i18next";
import { expect, it } from "vitest";
import inBrowser from "./i18next-in-browser";
import { languages } from "./language";
import type { Catalogue } from "./words";

const app = dirname(dirname(fileURLToPath(import.meta.url)));
const folders = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("messages/nl.json")).map(dirname);

it("says the same as i18next itself, for every key in every language and for any number", async () => {
  expect(folders.length).toBeGreaterThan(3);
  const real = i18next.createInstance();
  await real.init({ lng: "nl", fallbackLng: "nl", resources: {}, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false }, showSupportNotice: false });
  const own = inBrowser.createInstance();
  const different: string[] = [];
  for (const folder of folders) {
    for (const language of languages) {
      const words = JSON.parse(readFileSync(join(app, folder, `${language}.json`), "utf8")) as Catalogue;
      real.addResourceBundle(language, folder, words, true, true);
      own.addResourceBundle(language, folder, words);
      const [said, expected] = [own.getFixedT(language, folder), real.getFixedT(language, folder)];
      for (const key of Object.keys(words)) {
        const base = key.replace(/_(one|other)$/, "");
        const names = [...words[key]!.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => [match[1]!, "<Noor & $1>"]);
        for (const count of [0, 1, 2, 12]) {
          const values = { ...Object.fromEntries(names), count };
          if (said(base, values) !== expected(base, values)) different.push([folder, language, base, count, said(base, values), expected(base, values)].join(" | "));
        }
      }
      expect(said("not_there")).toBe(expected("not_there"));
    }
  }
  expect(different).toEqual([]);
});
