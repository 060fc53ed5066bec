import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of the session plan; its pages are not hydrated, so they never travel. */
export const sessionWords = defineWords("documents-session", { nl, fr, en });
