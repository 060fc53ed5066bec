import { findTarget } from "./find-target";
import { setWord } from "./reveal-tools";

/**
 * `data-submit-once="<word>"`: after the first tap the buttons say that word and a second tap sends nothing.
 * `data-composer`: Ctrl+Enter sends, by the button without a name or address of its own; the others do something else.
 */
export function guardForms(): void {
  const words = new Map<HTMLElement, string>();
  window.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const word = form.dataset["submitOnce"];
    if (event.defaultPrevented || word === undefined) return;
    if (form.hasAttribute("data-sent")) {
      event.preventDefault();
      return;
    }
    form.setAttribute("data-sent", "");
    for (const button of form.querySelectorAll<HTMLElement>("button[type=submit]")) {
      words.set(button, button.lastElementChild?.textContent ?? "");
      // Not `disabled`: the pressed button's own name and value must travel along.
      button.setAttribute("aria-disabled", "true");
      if (word) setWord(button, word);
    }
  });
  // The back button may bring this very page alive again.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll("[data-sent]")) form.removeAttribute("data-sent");
    for (const [button, word] of words) {
      button.removeAttribute("aria-disabled");
      setWord(button, word);
    }
  });
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    const button = findTarget(event, "form[data-composer]")?.querySelector<HTMLButtonElement>("button[type=submit]:not([name]):not([formaction])");
    if (!button) return;
    event.preventDefault();
    button.click();
  });
}
