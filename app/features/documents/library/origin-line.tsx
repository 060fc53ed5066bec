import type { OriginView } from "./origin.server";
import { useByline } from "./use-words";
import { libraryWords } from "./words";

/** The learning material that something was made from, with a link and with what its licence wants said. */
export function OriginLine({ origin }: { origin: OriginView }) {
  const t = libraryWords.use();
  const byline = useByline();
  const { title, number, href, licence, space } = origin;
  return (
    <>
      <a href={href}>{t("origin_of", { title, number })}</a> <span className="small">{t("origin_from", { authors: byline(origin), space, licence })}</span>
    </>
  );
}
