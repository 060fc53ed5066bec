import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of the page that says what is stored of a text; it is not hydrated, so they never travel. */
export const keptWords = defineWords("kept", { nl, fr, en });
