import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of choosing who of its group reads and writes a text; its pages are not hydrated, so they never travel. */
export const narrowingWords = defineWords("narrowing", { nl, fr, en });
