import en from "~/ui/messages/en.json";
import fr from "~/ui/messages/fr.json";
import nl from "~/ui/messages/nl.json";
import { defineWords } from "./define-words";

/** Words that every feature shares: buttons, states, the things and the roles. */
export const uiWords = defineWords("ui", { nl, fr, en });
