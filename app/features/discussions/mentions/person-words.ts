import { uiWords } from "~/platform/ui-words";
import type { Author, MessageView } from "../views";
import { discussionWords } from "../words";

/** How an author is called on this page: their shown name, "een deelnemer" or "vroegere deelnemer". */
export function useAuthorName(): (author: Author) => string {
  const ui = uiWords.use();
  return (author) => author.name ?? ui(author.former ? "former_participant" : "a_participant");
}

/** Who a message is from: its author, and who typed it in when it was written on paper. Both names always show. */
export function useSignature(): (message: Pick<MessageView, "author" | "typedBy">) => string {
  const t = discussionWords.use();
  const nameOf = useAuthorName();
  return ({ author, typedBy }) => {
    if (!typedBy) return nameOf(author);
    const typist = typedBy.staff ? `${nameOf(typedBy)} (${typedBy.staff})` : nameOf(typedBy);
    return t("typed_in_by", { author: nameOf(author), typist });
  };
}
