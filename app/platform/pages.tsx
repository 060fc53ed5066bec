import { Pagination } from "~/ui";
import { uiWords } from "./ui-words";

/** To the pages before and after; `address` already carries what was asked for. Nothing where there is one page. */
export function Pages({ page, more, address }: { page: number; more: boolean; address: (page: number) => string }) {
  const ui = uiWords.use();
  return (
    <Pagination
      label={ui("page_label")}
      previous={page > 1 ? { href: address(page - 1), word: ui("page_previous") } : undefined}
      next={more ? { href: address(page + 1), word: ui("page_next") } : undefined}
    />
  );
}
