import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of a leerplek's own list of difficult words; its page is not hydrated, so the words never travel. */
export const plainWordsWords = defineWords("documents-plain-words", { nl, fr, en });
