import { useEffect, useRef, type RefObject } from "react";
import type { Line } from "~/platform/live-client/line";
import type { MessageView } from "../views";

/** What was seen is told together, at most once in this many milliseconds. */
const tellEvery = 2_000;

/**
 * Tells the server how far the reader has come: the highest message that stood in sight while the page was visible.
 * The elements are found by the anchors of the messages inside `log`.
 */
export function useSeenMessages(line: Line | null, discussionId: string, log: RefObject<HTMLElement>, messages: readonly MessageView[], readUpTo: number): void {
  const told = useRef(readUpTo);
  const seen = useRef(readUpTo);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    if (!line || !log.current || typeof IntersectionObserver === "undefined") return;
    const tell = async () => {
      timer.current = undefined;
      const upTo = seen.current;
      if (upTo <= told.current) return;
      const answer = await line.ask("discussion:read", { discussion: discussionId, ranges: [[told.current + 1, upTo]] });
      if (answer.ok) told.current = upTo;
    };
    const observer = new IntersectionObserver((entries) => {
      if (document.visibilityState !== "visible") return;
      for (const entry of entries) {
        const number = Number(entry.target.id.replace("bericht-", ""));
        if (entry.isIntersecting && number > seen.current) seen.current = number;
      }
      if (seen.current > told.current) timer.current ??= setTimeout(() => void tell(), tellEvery);
    });
    const watch = () => {
      observer.disconnect();
      for (const element of log.current?.querySelectorAll("[id^='bericht-']") ?? []) {
        if (Number(element.id.replace("bericht-", "")) > seen.current) observer.observe(element);
      }
    };
    watch();
    document.addEventListener("visibilitychange", watch);
    const stopHearing = line.onState((state) => {
      if (state === "live" && seen.current > told.current) timer.current ??= setTimeout(() => void tell(), tellEvery);
    });
    return () => {
      observer.disconnect();
      stopHearing();
      document.removeEventListener("visibilitychange", watch);
    };
  }, [line, discussionId, log, messages]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
