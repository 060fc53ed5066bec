import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of the parts of a text beyond headings, lists and quotations: what is drawn beside their own words. */
export const blockWords = defineWords("documents-blocks", { nl, fr, en });
