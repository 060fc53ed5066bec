import { uiWords } from "~/platform/ui-words";
import { CopyText, Notice } from "~/ui";
import type { EditionPage } from "../editions/read-edition.server";
import { libraryWords } from "./words";

/** The address of learning material without the number of an edition. */
export const editionPath = ({ edition }: EditionPage) => edition.href.replace(/\/\d+$/, "");
/** What changed from another edition to this one. */
const comparisonHref = (page: EditionPage, from: number, to: number) => `${editionPath(page)}/vergelijken?van=${from}&tot=${to}`;

/** From an edition to what is different in another one, always from the earlier to the later. */
export function ComparedWith({ page, number }: { page: EditionPage; number: number }) {
  const t = libraryWords.use();
  const here = page.edition.number;
  return <a href={comparisonHref(page, Math.min(number, here), Math.max(number, here))}>{t(number < here ? "compare_with" : "compare_with_later", { number })}</a>;
}

/** To somebody who read an earlier edition: what changed since. */
export function SinceRead({ page }: { page: EditionPage }) {
  const t = libraryWords.use();
  if (page.lastRead === null) return null;
  return (
    <Notice wide icon="history">
      <p>
        {t("since_read", { number: page.lastRead })} <a href={comparisonHref(page, page.lastRead, page.edition.number)}>{t("since_read_link")}</a>
      </p>
    </Notice>
  );
}

/** A line to put under something that uses this material: names, year, title, edition, place, licence, address of this very edition. */
export function Cite({ page }: { page: EditionPage }) {
  const t = libraryWords.use();
  const ui = uiWords.use();
  const { edition, space, address } = page;
  const names = edition.authors.join(", ");
  const authors = names === "" ? t("authors_group") : edition.unnamed > 0 ? t("and_group", { names }) : names;
  const { title, number, licence, publishedAt } = edition;
  const cited = t("cited", { authors, title, number, licence, year: publishedAt.slice(0, 4), space: space.name, address: `${address}/${number}` });
  return <CopyText id="verwijzing" label={t("cite")} value={cited} rows={5} copyWord={ui("copy")} copiedWord={ui("copied")} />;
}
