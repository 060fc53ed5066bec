import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of taking the texts of a leerplek along; its page is not hydrated, so the words never travel. */
export const carryWords = defineWords("documents-carry", { nl, fr, en });
