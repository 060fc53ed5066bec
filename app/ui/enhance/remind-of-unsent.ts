/**
 * `data-unsent-kept="<name>" data-unsent-since="<days>"`: a bar for messages that the browser keeps under that name because
 * they could not be sent. Its link leads to the conversation of the oldest one that is not on this page, which sends them.
 */
export function remindOfUnsent(): void {
  const bar = document.querySelector<HTMLElement>("[data-unsent-kept]");
  const link = bar?.querySelector("a");
  if (!bar || !link) return;
  const since = Date.now() - Number(bar.dataset["unsentSince"]) * 86_400_000;
  const elsewhere = keptUnder(bar.dataset["unsentKept"] ?? "").filter(({ at, discussion }) => at > since && location.pathname.indexOf(discussion) < 0)[0];
  if (!elsewhere) return;
  link.href += elsewhere.discussion;
  bar.hidden = false;
}

/** Each message is kept with whose it is and where it goes: "<membership> <conversation>". */
function keptUnder(name: string): { at: number; discussion: string }[] {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? "[]") as { at: number; owner: string }[];
    return kept.map(({ at, owner }) => ({ at, discussion: owner.split(" ")[1] ?? "" })).filter(({ discussion }) => /^[0-9a-f-]{36}$/.test(discussion));
  } catch {
    // Unreadable, or a browser that keeps nothing.
    return [];
  }
}
