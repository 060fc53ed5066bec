import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of the page that says what links to a text; it is not hydrated, so they never travel. */
export const backlinkWords = defineWords("backlinks", { nl, fr, en });
