import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of the trash; its pages are not hydrated, so they never travel. */
export const trashWords = defineWords("trash", { nl, fr, en });
