import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of versions that are easy to read. */
export const easyWords = defineWords("documents-easy", { nl, fr, en });
