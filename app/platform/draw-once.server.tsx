import { renderToString } from "react-dom/server";
import { WordsProvider } from "./define-words";
import type { DrawOnce } from "./drawn-once";

/** What is kept at most, in characters of markup and of the properties that it was made from. */
const mostKept = 8_000_000;

/**
 * Markup by all that it was made from: what changed, or is shown to somebody in another way, is another entry, so nothing
 * kept is ever out of date. What was not asked for longest goes first.
 */
export function keepDrawn(most = mostKept): DrawOnce {
  const kept = new Map<string, string>();
  const names = new Map<unknown, number>();
  let size = 0;
  return (Part, properties, language) => {
    if (!names.has(Part)) names.set(Part, names.size);
    const key = `${names.get(Part)} ${language} ${JSON.stringify(properties)}`;
    const known = kept.get(key);
    if (known !== undefined) {
      // At the end again, so that the first is the one that was not asked for longest.
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const markup = renderToString(
      <WordsProvider language={language}>
        <Part {...properties} />
      </WordsProvider>,
    );
    kept.set(key, markup);
    size += key.length + markup.length;
    for (const [oldest, old] of kept) {
      if (size <= most) break;
      kept.delete(oldest);
      size -= oldest.length + old.length;
    }
    return markup;
  };
}
