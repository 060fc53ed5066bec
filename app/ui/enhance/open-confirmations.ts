import { findTarget } from "./find-target";

/** `details[data-confirm]` opens its question as a dialog; where there is no dialog it stays a part that opens. */
export function openConfirmations(): void {
  const modal = typeof HTMLDialogElement !== "undefined";
  window.addEventListener("click", (event) => {
    const summary = findTarget(event, "[data-confirm] > summary");
    if (summary && modal) {
      event.preventDefault();
      ask(summary.parentElement as HTMLElement);
    }
    const cancel = findTarget(event, "[data-confirm-cancel]");
    if (cancel) close(cancel);
  });
}

/** Made at the first tap and not before: a framework that takes the page over must find it as the server sent it. */
function ask(details: HTMLElement): void {
  const panel = details.querySelector<HTMLElement>("[data-confirm-panel]");
  if (panel) {
    const dialog = document.createElement("dialog");
    dialog.className = "dialog";
    dialog.setAttribute("aria-label", panel.firstElementChild?.textContent ?? "");
    details.after(dialog);
    dialog.append(panel);
  }
  const dialog = details.nextElementSibling;
  if (!(dialog instanceof HTMLDialogElement)) return;
  dialog.showModal();
  // A key pressed in haste must not be a yes.
  dialog.querySelector<HTMLElement>("[data-confirm-cancel]")?.focus();
}

function close(cancel: HTMLElement): void {
  const dialog = cancel.closest("dialog");
  const details = cancel.closest("details");
  dialog?.close();
  if (!details) return;
  details.open = false;
  details.querySelector("summary")?.focus();
}
