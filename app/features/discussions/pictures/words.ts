import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of the page where a picture is added; it is not hydrated, so its words never travel. */
export const pictureWords = defineWords("pictures", { nl, fr, en });
