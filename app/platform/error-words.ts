import { defineWords } from "./define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** What each code and each field code says, and what to do next. */
export const errorWords = defineWords("errors", { nl, fr, en });
