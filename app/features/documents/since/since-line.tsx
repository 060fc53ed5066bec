import { useLanguage } from "~/platform/define-words";
import { formatMoment, IconWord } from "~/ui";
import type { SinceView } from "./note-visit.server";
import { sinceWords } from "./words";

/** One calm line above a text that others wrote in since the reader was there. It leads to a page of its own: nothing here moves or counts. */
export function SinceLine({ news }: { news: SinceView | null }) {
  const t = sinceWords.use();
  const language = useLanguage();
  if (!news) return null;
  return (
    <p>
      <IconWord icon="history">
        {t("line", { moment: formatMoment(new Date(news.at), { language }) })} <a href={news.href}>{t("line_link")}</a>
      </IconWord>
    </p>
  );
}
