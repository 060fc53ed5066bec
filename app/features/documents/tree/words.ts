import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of the tree of texts; its pages are not hydrated, so they never travel. */
export const treeWords = defineWords("tree", { nl, fr, en });
