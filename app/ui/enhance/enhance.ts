/**
 * The one script of pages without a framework. Every page works without it; each part looks for its own data attribute.
 * It listens on the window, so that it also serves what a hydrated page adds later, and hears of a form only after the
 * page's own code had its say.
 */
import { guardForms } from "./guard-forms";
import { openConfirmations } from "./open-confirmations";
import { openMenus } from "./open-menus";
import { readAloud } from "./read-aloud";
import { revealTools } from "./reveal-tools";
import { warnOfSessionEnd } from "./warn-of-session-end";
import { watchStreams } from "./watch-streams";
import { writeComfortably } from "./write-comfortably";

/** How long a page that the framework takes over may take for it before this script begins all the same, in milliseconds. */
const frameworkPatience = 5_000;

let begun = false;
function begin(): void {
  if (begun) return;
  begun = true;
  for (const start of [revealTools, writeComfortably, guardForms, openMenus, openConfirmations, warnOfSessionEnd, watchStreams, readAloud]) {
    try {
      start();
    } catch (error) {
      // One part that an old browser cannot run must not take the others with it.
      console.error(error);
    }
  }
}

// The framework refuses a page that is no longer as the server made it. `entry.client.tsx` says when it is done.
const waits = document.getElementById("words") !== null && !document.documentElement.hasAttribute("data-hydrated");
if (waits) {
  window.addEventListener("hydrated", begin);
  window.setTimeout(begin, frameworkPatience);
} else begin();
