import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of moving a text to another group; its page is not hydrated, so they never travel. */
export const movingWords = defineWords("moving", { nl, fr, en });
