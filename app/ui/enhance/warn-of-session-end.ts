const WARN_BEFORE_MS = 2 * 60_000;
const LOOK_EVERY_MS = 5_000;

/**
 * `data-session-ends-at="<ISO>"`: two minutes before that moment the bar inside is shown; its form, posted in the
 * background, answers JSON `{ endsAt: string | null }`. Looks at the clock instead of waiting once: a laptop may sleep.
 */
export function warnOfSessionEnd(): void {
  const place = document.querySelector<HTMLElement>("[data-session-ends-at]");
  const bar = place?.querySelector<HTMLElement>(".session-end");
  const form = bar?.querySelector("form");
  if (!place || !bar || !form) return;
  const endsAt = () => Date.parse(place.dataset["sessionEndsAt"] ?? "");
  const look = () => {
    const left = endsAt() - Date.now();
    bar.hidden = !(left <= WARN_BEFORE_MS);
    if (left > 0) return;
    const text = bar.querySelector("[data-session-text]");
    if (text) text.textContent = place.dataset["sessionEndedText"] ?? "";
    form.querySelector("button")?.remove();
    window.clearInterval(timer);
  };
  const timer = window.setInterval(look, LOOK_EVERY_MS);
  look();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void extend(form.action).then((moment) => {
      if (moment) place.dataset["sessionEndsAt"] = moment;
      // Refused or not reached: the plain form goes to the server, whose page says what to do.
      else form.submit();
      look();
    });
  });
}

async function extend(address: string): Promise<string | null> {
  try {
    const answer = await fetch(address, { method: "POST", headers: { Accept: "application/json" }, credentials: "same-origin" });
    const body: unknown = answer.ok ? await answer.json() : null;
    const moment = body && typeof body === "object" ? (body as { endsAt?: unknown }).endsAt : null;
    return typeof moment === "string" ? moment : null;
  } catch {
    return null;
  }
}
