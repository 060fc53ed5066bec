import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Apart from the sentences of all notices: the page of a conversation brings these to the browser. */
export const levelWords = defineWords("notice-levels", { nl, fr, en });
