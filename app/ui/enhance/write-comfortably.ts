/** `data-autosize` lets a text area grow with its text; `data-counter` counts down near its maxlength. */
export function writeComfortably(page: Document): void {
  for (const area of page.querySelectorAll<HTMLTextAreaElement>("textarea[data-autosize]")) {
    const grow = () => {
      area.style.height = "auto";
      area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
    };
    area.addEventListener("input", grow);
    if (area.value) grow();
  }
  for (const area of page.querySelectorAll<HTMLTextAreaElement>("textarea[data-counter]")) countDown(page, area);
}

/** Shows the counter in the last fifth only: a number beside an empty field frightens more than it helps. */
function countDown(page: Document, area: HTMLTextAreaElement): void {
  const counter = page.querySelector<HTMLElement>(`[data-counter-for="${area.id}"]`);
  const text = area.dataset["counter"];
  const most = area.maxLength;
  if (!counter || !text || most <= 0) return;
  const count = () => {
    const left = most - area.value.length;
    counter.hidden = left > most / 5;
    counter.classList.toggle("counter--near", left < most / 20);
    // Announced in steps, not at every key.
    const words = text.replace("{{count}}", String(left));
    if (counter.hidden || left % 10 === 0 || left < 10 || !counter.textContent) counter.textContent = words;
  };
  area.addEventListener("input", count);
  count();
}
