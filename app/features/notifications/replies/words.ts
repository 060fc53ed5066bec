import { defineWords } from "~/platform/define-words";
import { languages } from "~/platform/language";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

export const replyWords = defineWords("replies", { nl, fr, en });

/** The line above which answers are written, in every language in which letters go out. */
export const replyMarkers = languages.map((language) => replyWords.for(language)("marker"));
