import { shownCount } from "../shown-count";

const ASK_EVERY_MS = 60_000;
const NOT_WITHIN_MS = 10_000;

interface News {
  count: number;
  label: string;
}

/**
 * `data-count-from="<path>"`: keeps a number in the bar true while the page is in sight. It asks once a minute, and when
 * the page comes into sight again; what one tab hears, or is told by an event `unread`, all tabs show, and only one of them
 * asks. It says nothing aloud.
 */
export function countUnread(): void {
  const place = document.querySelector<HTMLElement>("[data-count-from]");
  if (!place) return;
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("leerhoek-count") : null;
  let heard = Date.now();
  const show = (news: News) => {
    heard = Date.now();
    place.hidden = news.count === 0;
    const [sign, words] = place.children;
    if (sign) sign.textContent = shownCount(news.count);
    if (words) words.textContent = news.count === 0 ? "" : news.label;
  };
  const look = async (atLeast: number) => {
    if (document.visibilityState !== "visible" || Date.now() - heard < atLeast) return;
    heard = Date.now();
    const news = await ask(place.dataset["countFrom"] ?? "");
    if (!news) return;
    show(news);
    tabs?.postMessage(news);
  };
  // A page with a live connection is told at once.
  window.addEventListener("unread", ({ detail }: CustomEventInit<News>) => {
    if (!detail) return;
    show(detail);
    tabs?.postMessage(detail);
  });
  tabs?.addEventListener("message", (event: MessageEvent<News>) => show(event.data));
  // What this page was made with is the newest there is: the other tabs may know less.
  tabs?.postMessage({ count: Number(place.dataset["count"] ?? 0), label: place.lastElementChild?.textContent ?? "" } satisfies News);
  window.setInterval(() => void look(ASK_EVERY_MS), ASK_EVERY_MS / 6);
  document.addEventListener("visibilitychange", () => void look(NOT_WITHIN_MS));
}

async function ask(path: string): Promise<News | null> {
  try {
    const answer = await fetch(path, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    const body = answer.ok ? ((await answer.json()) as Partial<News>) : {};
    return typeof body.count === "number" && typeof body.label === "string" ? { count: body.count, label: body.label } : null;
  } catch {
    return null;
  }
}
