import { setWord } from "./reveal-tools";

/** `data-submit-once="<word>"`: after the first tap the button says that word, and a second tap sends nothing. */
export function guardForms(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>("form[data-submit-once]")) guard(form);
  // Ctrl+Enter sends from a composer.
  for (const form of page.querySelectorAll<HTMLFormElement>("form[data-composer]")) {
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      form.querySelector<HTMLButtonElement>("button[type=submit]")?.click();
    });
  }
}

function guard(form: HTMLFormElement): void {
  const before = new Map<HTMLElement, string>();
  let sending = false;
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (sending) {
      event.preventDefault();
      return;
    }
    sending = true;
    // Not `disabled`: the pressed button's own name and value must travel along.
    for (const button of form.querySelectorAll<HTMLElement>("button[type=submit]")) {
      before.set(button, button.lastElementChild?.textContent ?? "");
      button.setAttribute("aria-disabled", "true");
      const word = form.dataset["submitOnce"];
      if (word) setWord(button, word);
    }
  });
  // The back button may bring this very page alive again.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted || !sending) return;
    sending = false;
    for (const [button, word] of before) {
      button.removeAttribute("aria-disabled");
      setWord(button, word);
    }
  });
}
