import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of the library of learning material; its pages are not hydrated, so they never travel. */
export const libraryWords = defineWords("library", { nl, fr, en });
