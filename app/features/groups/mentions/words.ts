import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of the list of names that opens while one is typed. */
export const nameWords = defineWords("names", { nl, fr, en });
