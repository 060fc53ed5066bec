import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";

/** On the server there is nothing to lay out. */
const useLaidOut = typeof document === "undefined" ? useEffect : useLayoutEffect;

/** The messages of a page as its elements, in order. */
export const messagesIn = (log: HTMLElement | null): HTMLElement[] => [...(log?.querySelectorAll<HTMLElement>("article[id^='bericht-']") ?? [])];

/** The message that the reader looks at: the first that is not above the screen. */
export const messageInSight = (log: HTMLElement | null): HTMLElement | undefined => messagesIn(log).find((one) => one.getBoundingClientRect().bottom > 0);

/**
 * Keeps what is being read where it is. The function that it gives is called just before messages are added or let go
 * above; once that is drawn, the page is scrolled by as much as the message in sight would have moved.
 */
export function useHoldStill(log: RefObject<HTMLElement>): () => void {
  const held = useRef<{ id: string; top: number } | null>(null);
  useLaidOut(() => {
    const before = held.current;
    held.current = null;
    const now = before && document.getElementById(before.id);
    const moved = now ? now.getBoundingClientRect().top - before.top : 0;
    if (moved !== 0) window.scrollBy({ top: moved, behavior: "instant" });
  });
  // Scrolling is the reader's own: what counts is where the message stood last.
  useEffect(() => {
    const follow = () => {
      const one = held.current && document.getElementById(held.current.id);
      if (held.current && one) held.current.top = one.getBoundingClientRect().top;
    };
    window.addEventListener("scroll", follow, { passive: true });
    return () => window.removeEventListener("scroll", follow);
  }, []);
  const [hold] = useState(() => () => {
    const one = messageInSight(log.current);
    held.current = one ? { id: one.id, top: one.getBoundingClientRect().top } : null;
  });
  return hold;
}
