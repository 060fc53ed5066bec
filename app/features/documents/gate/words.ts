import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of what is looked at before a text is public; its pages are not hydrated, so they never travel. */
export const gateWords = defineWords("documents-gate", { nl, fr, en });
