import { renderToStaticMarkup } from "react-dom/server";
import { WordsProvider } from "~/platform/define-words";
import type { Language } from "~/platform/language";
import type { AnyFormat, Loss } from "../formats/loss";
import { LossList } from "../formats/loss-list";
import { formatWords } from "../formats/words";
import { carryWords } from "./words";

/** A text in a bundle: where its files are, and what each could not carry. */
export interface CarriedText {
  title: string;
  paths: { format: Exclude<AnyFormat, "pdf" | "odt">; path: string }[];
  lost: Partial<Record<AnyFormat, Loss>>;
}

interface Listed {
  name: string;
  day: string;
  language: Language;
  carried: CarriedText[];
  /** Titles of what could not come along. */
  left: string[];
}

/** The page of a bundle that leads to everything in it; it needs nothing else, runs nothing and fetches nothing. */
export function indexPageOf({ name, day, language, carried, left }: Listed): string {
  const t = carryWords.for(language);
  const page = renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content="default-src 'none'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t("index_title", { name })}</title>
      </head>
      <body>
        <WordsProvider language={language}>
          <h1>{t("index_title", { name })}</h1>
          <p>{t("index_lead", { day })}</p>
          {carried.length === 0 ? <p>{t("none")}</p> : null}
          <ul>
            {carried.map((text) => (
              <Carried key={text.paths[0]!.path} text={text} />
            ))}
          </ul>
          {left.length > 0 ? (
            <>
              <h2>{t("not_carried")}</h2>
              <ul>
                {left.map((title, index) => (
                  <li key={index}>{title}</li>
                ))}
              </ul>
            </>
          ) : null}
        </WordsProvider>
      </body>
    </html>,
  );
  return `<!doctype html>\n${page}\n`;
}

function Carried({ text: { title, paths, lost } }: { text: CarriedText }) {
  const t = carryWords.use();
  const formats = formatWords.use();
  return (
    <li>
      <strong>{title}</strong>
      {paths.map(({ format, path }) => (
        <span key={format}>
          {" · "}
          <a href={path}>{formats(format)}</a>
        </span>
      ))}
      {paths.map(({ format }) =>
        Object.keys(lost[format] ?? {}).length > 0 ? (
          <div key={format}>
            <p>{t("loses_in", { format: formats(format) })}</p>
            <LossList lost={lost[format]!} />
          </div>
        ) : null,
      )}
    </li>
  );
}
