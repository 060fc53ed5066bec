import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of proposals for a text. */
export const proposalWords = defineWords("documents-proposals", { nl, fr, en });
