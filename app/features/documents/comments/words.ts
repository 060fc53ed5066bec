import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of the pages of one remark; they are not hydrated, so these never travel. */
export const commentWords = defineWords("documents-comments", { nl, fr, en });
