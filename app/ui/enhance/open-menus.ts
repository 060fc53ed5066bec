import { findTarget } from "./find-target";

/** Menus where the browser knows no popover: `data-menu="<id>"` opens and closes that list. */
export function openMenus(): void {
  if ("popover" in HTMLElement.prototype) return;
  const listOf = (button: HTMLElement) => document.getElementById(button.dataset["menu"] ?? "");
  const buttons = () => document.querySelectorAll<HTMLElement>("[data-menu]");
  const show = (button: HTMLElement, open: boolean) => {
    const list = listOf(button);
    if (list) list.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  for (const button of buttons()) show(button, false);
  window.addEventListener("click", (event) => {
    const pressed = findTarget(event, "[data-menu]");
    for (const button of buttons()) {
      if (button === pressed) show(button, listOf(button)?.hidden ?? true);
      else if (!listOf(button)?.contains(event.target as Node)) show(button, false);
    }
  });
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const button of buttons()) {
      if (button.getAttribute("aria-expanded") !== "true") continue;
      show(button, false);
      button.focus();
    }
  });
}
