export { gatherWords } from "./gather-words.server";
export { searchEverything, type Found, type FoundPage } from "./search-everything.server";
