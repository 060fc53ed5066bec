/** The one script of pages without a framework. Every page works without it; each part looks for its own data attribute. */
import { guardForms } from "./guard-forms";
import { openConfirmations, openMenus } from "./open-layers";
import { revealTools } from "./reveal-tools";
import { warnOfSessionEnd } from "./warn-of-session-end";
import { watchStreams } from "./watch-streams";
import { writeComfortably } from "./write-comfortably";

for (const start of [revealTools, writeComfortably, guardForms, openMenus, openConfirmations, warnOfSessionEnd, watchStreams]) {
  try {
    start(document);
  } catch (error) {
    // One part that an old browser cannot run must not take the others with it.
    console.error(error);
  }
}
