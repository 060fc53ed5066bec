import { uiWords } from "~/platform/ui-words";
import { CopyText, Notice } from "~/ui";
import type { EditionPage } from "../editions/read-edition.server";
import { libraryWords } from "./words";

/** The address of learning material without the number of an edition. */
export const editionPath = ({ edition }: EditionPage) => edition.href.replace(/\/\d+$/, "");
/** What changed from another edition to this one. */
export const editionComparisonHref = (page: EditionPage, from: number) => `${editionPath(page)}/vergelijken?van=${from}&tot=${page.edition.number}`;

/** To somebody who read an earlier edition: what changed since. */
export function SinceRead({ page }: { page: EditionPage }) {
  const t = libraryWords.use();
  if (page.lastRead === null) return null;
  return (
    <Notice wide icon="history">
      <p>
        {t("since_read", { number: page.lastRead })} <a href={editionComparisonHref(page, page.lastRead)}>{t("since_read_link")}</a>
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
