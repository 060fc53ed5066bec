import { renderToStaticMarkup } from "react-dom/server";
import { WordsProvider } from "~/platform/define-words";
import { ContentView } from "../content-view";
import type { ContentNode } from "../content";
import type { ShownPictures } from "../pictures/shown-pictures";
import type { FileGiven } from "./file-words";

const style = `
body{font:1.125rem/1.6 "Atkinson Hyperlegible Next",system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1.5rem;color:#1c1b1a;background:#fff}
h1,h2,h3,h4{line-height:1.25}a{color:#0f4c47}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #8a8378;padding:.4rem .6rem;text-align:left;vertical-align:top}th{background:#f3eee6}
blockquote,.callout,.learn,details{border-left:4px solid #0f4c47;margin:1rem 0;padding:.25rem 1rem}
.callout__word,.learn__word{font-weight:700;margin:.25rem 0}
.tasks{list-style:none;padding-left:0}.tasks__item::before{content:"\\2610  "}.tasks__item--done::before{content:"\\2611  "}.tasks__item>p{display:inline}
.tasks__person,.embed__site,footer{color:#57524a;font-size:1rem}
figure{margin:1rem 0}img{max-width:100%;height:auto}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@page{size:A4;margin:20mm}@media print{body{padding:0;max-width:none}h2,h3,h4{break-after:avoid}figure{break-inside:avoid}}
`;

/** A text as one page that needs nothing else: drawn as on the reading page, without any script, and told to fetch nothing. */
export function htmlPageOf(content: ContentNode, { title, source, language, people, lang, inPage = null }: FileGiven & { /** Those that the page carries in itself. */ inPage?: ShownPictures | null }): string {
  const page = renderToStaticMarkup(
    <html lang={lang ?? language}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{"/**/"}</style>
      </head>
      <body>
        <header>
          <h1>{title}</h1>
        </header>
        <main>
          <WordsProvider language={language}>
            <ContentView content={content} people={people} pictures={inPage} lang={lang} />
          </WordsProvider>
        </main>
        {source ? (
          <footer>
            <p>{source}</p>
          </footer>
        ) : null}
      </body>
    </html>,
  );
  // The one style sheet is ours; React would spell its quotes out.
  return `<!doctype html>\n${page.replace("<style>/**/</style>", () => `<style>${style}</style>`)}\n`;
}
