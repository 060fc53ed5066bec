import { findTarget } from "./find-target";

/** `[data-here]` holds the button `data-show-here="<address>"`: shows something of another site in its place, at a click and never before. */
export function showHere(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-here]")) place.hidden = false;
  window.addEventListener("click", (event) => {
    const button = findTarget(event, "[data-show-here]");
    const place = button?.closest("[data-here]");
    if (!button || !place) return;
    const frame = document.createElement("iframe");
    frame.frameBorder = "0";
    frame.width = "100%";
    frame.height = String((place.clientWidth * 9) / 16);
    frame.title = button.title;
    frame.allowFullscreen = true;
    // Its own pages and scripts, but nothing of ours: it can neither lead this page away nor ask for anything here.
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation");
    // Sites of films want to know which site shows them; the rest of the address stays here.
    frame.referrerPolicy = "strict-origin";
    frame.src = button.dataset["showHere"] ?? "";
    place.parentNode?.replaceChild(frame, place);
    frame.focus();
  });
}
