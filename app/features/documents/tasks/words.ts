import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of the list of my tasks. */
export const taskWords = defineWords("documents-tasks", { nl, fr, en });
