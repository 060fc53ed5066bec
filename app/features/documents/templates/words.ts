import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of templates of a leerplek; their pages are not hydrated, so they never travel. */
export const templateWords = defineWords("templates", { nl, fr, en });
