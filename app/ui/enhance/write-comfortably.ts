/** `data-autosize` lets a text area grow with its text; `data-counter` counts down near its maxlength. */
export function writeComfortably(): void {
  const attend = (area: EventTarget | null) => {
    if (!(area instanceof HTMLTextAreaElement)) return;
    if ("autosize" in area.dataset) grow(area);
    if (area.dataset["counter"]) countDown(area, area.dataset["counter"]);
  };
  window.addEventListener("input", (event) => attend(event.target));
  for (const area of document.querySelectorAll("textarea")) if (area.value) attend(area);
}

function grow(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

/** Shows the counter in the last fifth only: a number beside an empty field frightens more than it helps. */
function countDown(area: HTMLTextAreaElement, text: string): void {
  const counter = document.querySelector<HTMLElement>(`[data-counter-for="${area.id}"]`);
  const most = area.maxLength;
  if (!counter || most <= 0) return;
  const left = most - area.value.length;
  counter.hidden = left > most / 5;
  counter.classList.toggle("counter--near", left < most / 20);
  // Read aloud now and then, not at every key.
  counter.setAttribute("aria-live", left % 20 === 0 || left < 5 ? "polite" : "off");
  counter.textContent = text.replace("{{count}}", String(left));
}
