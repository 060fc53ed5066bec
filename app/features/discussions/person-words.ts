import { uiWords } from "~/platform/ui-words";
import type { Author } from "./views";

/** How an author is called on this page: their shown name, "een deelnemer" or "vroegere deelnemer". */
export function useAuthorName(): (author: Author) => string {
  const ui = uiWords.use();
  return (author) => author.name ?? ui(author.former ? "former_participant" : "a_participant");
}
