export { searchEverything, type Found, type FoundPage } from "./search-everything.server";
