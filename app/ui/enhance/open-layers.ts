/** Menus where the browser knows no popover: `data-menu="<id>"` opens and closes that list. */
export function openMenus(page: Document): void {
  if ("popover" in HTMLElement.prototype) return;
  for (const button of page.querySelectorAll<HTMLElement>("[data-menu]")) {
    const list = page.getElementById(button.dataset["menu"] ?? "");
    if (!list) continue;
    const show = (open: boolean) => {
      list.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
    };
    show(false);
    button.addEventListener("click", () => show(list.hidden));
    page.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || list.hidden) return;
      show(false);
      button.focus();
    });
    page.addEventListener("click", (event) => {
      const target = event.target as Node;
      if (!list.contains(target) && !button.contains(target)) show(false);
    });
  }
}

/** `details[data-confirm]` opens its question as a dialog; where there is no dialog it stays a part that opens. */
export function openConfirmations(page: Document): void {
  for (const details of page.querySelectorAll<HTMLDetailsElement>("details[data-confirm]")) {
    const panel = details.querySelector<HTMLElement>("[data-confirm-panel]");
    const cancel = details.querySelector<HTMLElement>("[data-confirm-cancel]");
    if (!panel || !cancel) continue;
    cancel.hidden = false;
    if (typeof HTMLDialogElement === "undefined") {
      cancel.addEventListener("click", () => {
        details.open = false;
        details.querySelector("summary")?.focus();
      });
      continue;
    }
    asDialog(page, details, panel, cancel);
  }
}

function asDialog(page: Document, details: HTMLDetailsElement, panel: HTMLElement, cancel: HTMLElement): void {
  const dialog = page.createElement("dialog");
  dialog.className = "dialog";
  const title = panel.firstElementChild;
  if (title) {
    title.id = title.id || `confirm-${Math.random().toString(36).slice(2)}`;
    dialog.setAttribute("aria-labelledby", title.id);
  }
  details.after(dialog);
  details.querySelector("summary")?.addEventListener("click", (event) => {
    event.preventDefault();
    dialog.append(panel);
    dialog.showModal();
  });
  cancel.addEventListener("click", () => dialog.close());
}
