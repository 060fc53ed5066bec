import { findTarget } from "./find-target";

const TOOLS = "[data-print],[data-copy],[data-show-password],[data-confirm-cancel]";

/**
 * Shows the buttons that only work with script: `data-print`, `data-copy="<id>"`, `data-show-password="<id>"`,
 * `data-confirm-cancel`; puts the focus on `[data-focus]` (the summary of errors) when the page comes back with one.
 */
export function revealTools(): void {
  for (const button of document.querySelectorAll<HTMLElement>(TOOLS)) button.hidden = false;
  window.addEventListener("click", (event) => {
    if (findTarget(event, "[data-print]")) window.print();
    const copy = findTarget(event, "[data-copy]");
    if (copy) copyText(copy);
    const show = findTarget(event, "[data-show-password]");
    if (show) togglePassword(show);
  });
  // So that a password never stays readable in the browser's memory of forms.
  window.addEventListener("submit", (event) => {
    for (const button of (event.target as HTMLElement).querySelectorAll<HTMLElement>("[data-show-password]")) {
      const field = fieldOf(button.dataset["showPassword"]);
      if (field) field.type = "password";
    }
  });
  document.querySelector<HTMLElement>("[data-focus]")?.focus();
}

/** A button's word is its last child; the sign before it stays. */
export function setWord(button: HTMLElement, word: string): void {
  const place = button.lastElementChild;
  if (place) place.textContent = word;
}

function fieldOf(id = ""): HTMLInputElement | null {
  const field = document.getElementById(id);
  return field instanceof HTMLInputElement ? field : null;
}

function copyText(button: HTMLElement): void {
  const source = document.getElementById(button.dataset["copy"]!) as HTMLInputElement | HTMLTextAreaElement;
  source.select();
  const sayCopied = () => setWord(button, button.dataset["copiedWord"] ?? "");
  // On plain http, as in a local network, there is no clipboard interface.
  if (navigator.clipboard) navigator.clipboard.writeText(source.value).then(sayCopied, () => undefined);
  else if (document.execCommand("copy")) sayCopied();
}

function togglePassword(button: HTMLElement): void {
  const field = fieldOf(button.dataset["showPassword"]);
  if (!field) return;
  const word = button.lastElementChild?.textContent ?? "";
  field.type = field.type === "password" ? "text" : "password";
  setWord(button, button.dataset["hideWord"] ?? word);
  button.dataset["hideWord"] = word;
}
