import { defineWords } from "~/platform/define-words";
import en from "./messages/en.json";
import fr from "./messages/fr.json";
import nl from "./messages/nl.json";

/** Of taking texts along as files and bringing them in; these pages are not hydrated, so the words never travel. */
export const formatWords = defineWords("formats", { nl, fr, en });
