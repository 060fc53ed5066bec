/**
 * The one script of pages without a framework. Every page works without it; each part looks for its own data attribute.
 * It listens on the window, so that it also serves what a hydrated page adds later, and hears of a form only after the
 * page's own code had its say.
 */
import { countUnread } from "./count-unread";
import { forgetDevice } from "./forget-device";
import { guardForms } from "./guard-forms";
import { openConfirmations } from "./open-confirmations";
import { openMenus } from "./open-menus";
import { readAloud } from "./read-aloud";
import { remindOfUnsent } from "./remind-of-unsent";
import { revealTools } from "./reveal-tools";
import { showHere } from "./show-here";
import { afterTakeOver } from "./take-over";
import { turnOnPush } from "./turn-on-push";
import { warnOfSessionEnd } from "./warn-of-session-end";
import { watchStreams } from "./watch-streams";
import { writeComfortably } from "./write-comfortably";

function begin(): void {
  for (const start of [revealTools, writeComfortably, guardForms, openMenus, openConfirmations, warnOfSessionEnd, watchStreams, readAloud, forgetDevice, turnOnPush, countUnread, remindOfUnsent, showHere]) {
    try {
      start();
    } catch (error) {
      // One part that an old browser cannot run must not take the others with it.
      console.error(error);
    }
  }
}

afterTakeOver(begin);
