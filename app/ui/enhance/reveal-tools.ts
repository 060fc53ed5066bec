/**
 * Shows the buttons that only work with script: `data-print`, `data-copy="<id>"` and `data-show-password="<id>"`;
 * puts the focus on `[data-focus]` (the summary of errors) when the page comes back with one.
 */
export function revealTools(page: Document): void {
  for (const button of page.querySelectorAll<HTMLElement>("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  for (const button of page.querySelectorAll<HTMLElement>("[data-copy]")) revealCopy(page, button);
  for (const button of page.querySelectorAll<HTMLElement>("[data-show-password]")) revealPassword(page, button);
  page.querySelector<HTMLElement>("[data-focus]")?.focus();
}

/** A button's word is its last child; the sign before it stays. */
export function setWord(button: HTMLElement, word: string): void {
  const place = button.lastElementChild;
  if (place) place.textContent = word;
}

function revealCopy(page: Document, button: HTMLElement): void {
  const source = page.getElementById(button.dataset["copy"] ?? "");
  if (!(source instanceof HTMLInputElement) && !(source instanceof HTMLTextAreaElement)) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    source.select();
    const done = () => setWord(button, button.dataset["copiedWord"] ?? "");
    // On plain http, as in a local network, there is no clipboard interface.
    if (navigator.clipboard) void navigator.clipboard.writeText(source.value).then(done);
    else if (page.execCommand("copy")) done();
  });
}

function revealPassword(page: Document, button: HTMLElement): void {
  const field = page.getElementById(button.dataset["showPassword"] ?? "");
  if (!(field instanceof HTMLInputElement)) return;
  const showWord = button.lastElementChild?.textContent ?? "";
  const hideWord = button.dataset["hideWord"] ?? showWord;
  button.hidden = false;
  button.addEventListener("click", () => {
    const show = field.type === "password";
    field.type = show ? "text" : "password";
    setWord(button, show ? hideWord : showWord);
  });
  // So that a password never stays readable in the browser's history of forms.
  field.form?.addEventListener("submit", () => {
    field.type = "password";
  });
}
