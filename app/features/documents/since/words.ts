import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of what changed in a text since somebody was there. */
export const sinceWords = defineWords("documents-since", { nl, fr, en });
