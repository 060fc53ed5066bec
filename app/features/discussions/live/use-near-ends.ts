import { useEffect, useRef, type RefObject } from "react";

/** From this far on, in CSS pixels, what comes next is fetched. */
const near = 800;

/** Fetches what stands above or under the messages when the reader scrolls towards it; not because a page happens to begin there. */
export function useNearEnds(log: RefObject<HTMLElement>, load: (side: "above" | "under") => void): void {
  const now = useRef(load);
  now.current = load;
  useEffect(() => {
    let last = window.scrollY;
    const onScroll = () => {
      const went = window.scrollY - last;
      last = window.scrollY;
      const box = log.current?.getBoundingClientRect();
      if (!box || went === 0) return;
      if (went < 0 && box.top > -near) now.current("above");
      if (went > 0 && box.bottom < window.innerHeight + near) now.current("under");
    };
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => window.removeEventListener("scroll", onScroll);
  }, [log]);
}
