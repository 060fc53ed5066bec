const ASK_EVERY_MS = 60_000;

/**
 * `data-stream="<kind>:<uuid>"` with `data-head="<n>"` and `data-about="<uuid>"`: asks `/streams/<stream>/head` once a
 * minute while the page is in sight what came since then, and shows what is inside once that is something to read about
 * that thing. Then it stops asking.
 */
export function watchStreams(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-stream][data-head]")) watch(place);
}

function watch(place: HTMLElement): void {
  const { stream = "", head = "", about = "" } = place.dataset;
  const inside = place.firstElementChild;
  if (!(inside instanceof HTMLElement)) return;
  let asked = Date.now();
  let since = Number(head);
  const look = async () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < ASK_EVERY_MS) return;
    asked = Date.now();
    const now = await askSince(`/streams/${encodeURIComponent(stream)}/head?since=${since}&about=${about}`);
    since = now.head ?? since;
    if (!now.news) return;
    inside.hidden = false;
    window.clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
  const timer = window.setInterval(look, ASK_EVERY_MS / 6);
  document.addEventListener("visibilitychange", look);
}

async function askSince(path: string): Promise<{ head?: number; news?: boolean }> {
  try {
    const answer = await fetch(path, { credentials: "same-origin" });
    return answer.ok ? ((await answer.json()) as { head?: number; news?: boolean }) : {};
  } catch {
    return {};
  }
}
