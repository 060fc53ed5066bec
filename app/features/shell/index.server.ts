export { readContact } from "./read-contact.server";
export { readShell } from "./read-shell.server";
export { readStandingPage } from "./read-standing-page.server";
export { readStart } from "./read-start.server";
export { readDeskLinks } from "./read-desk-links.server";
