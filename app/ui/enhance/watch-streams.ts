const ASK_EVERY_MS = 60_000;

/**
 * `data-stream="<kind>:<uuid>"` with `data-head="<n>"`: asks `/streams/<stream>/head` once a minute while the page is
 * in sight and shows what is inside once the answer `{ head: number }` is higher. Then it stops asking.
 */
export function watchStreams(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-stream][data-head]")) watch(place);
}

function watch(place: HTMLElement): void {
  const { stream = "", head = "" } = place.dataset;
  const inside = place.firstElementChild;
  if (!(inside instanceof HTMLElement)) return;
  let asked = Date.now();
  const look = async () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < ASK_EVERY_MS) return;
    asked = Date.now();
    const now = await headOf(stream);
    if (now === null || now <= Number(head)) return;
    inside.hidden = false;
    window.clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
  const timer = window.setInterval(look, ASK_EVERY_MS / 6);
  document.addEventListener("visibilitychange", look);
}

async function headOf(stream: string): Promise<number | null> {
  try {
    const answer = await fetch(`/streams/${encodeURIComponent(stream)}/head`, { credentials: "same-origin" });
    const body: unknown = answer.ok ? await answer.json() : null;
    const head = body && typeof body === "object" ? (body as { head?: unknown }).head : null;
    return typeof head === "number" ? head : null;
  } catch {
    return null;
  }
}
