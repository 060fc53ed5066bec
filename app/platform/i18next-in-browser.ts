import type { Catalogue } from "./words";

/**
 * Stands in for i18next in the browser build, where the whole library would be a tenth of a page's script: the few things
 * that `define-words.ts` asks of it, with the same answers. A test compares the two over every catalogue.
 */
class Instance {
  private readonly bundles = new Map<string, Catalogue>();

  init(): Promise<void> {
    return Promise.resolve();
  }

  addResourceBundle(language: string, namespace: string, words: Catalogue): void {
    const key = `${language} ${namespace}`;
    this.bundles.set(key, { ...this.bundles.get(key), ...words });
  }

  getResourceBundle(language: string, namespace: string): Catalogue | undefined {
    return this.bundles.get(`${language} ${namespace}`);
  }

  getFixedT(language: string, namespace: string): (key: string, values?: Record<string, string | number>) => string {
    return (key, values = {}) => {
      const words = this.getResourceBundle(language, namespace) ?? this.getResourceBundle("nl", namespace) ?? {};
      const text = (typeof values["count"] === "number" ? words[`${key}_${pluralOf(language, values["count"])}`] : undefined) ?? words[key] ?? key;
      return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (place, name: string) => String(values[name] ?? place));
    };
  }
}

/** Of the three languages here French alone counts 0 and what lies under 2 as one. */
function pluralOf(language: string, count: number): "one" | "other" {
  const size = Math.abs(count);
  return (language === "fr" ? size < 2 : size === 1) ? "one" : "other";
}

export default { createInstance: (): Instance => new Instance() };
