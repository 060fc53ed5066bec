import { useEffect, useRef, useState, type RefObject } from "react";
import { mayPass, type Line } from "~/platform/live-client/line";
import type { DiscussionEvents, DiscussionNews } from "../live/live";
import type { MessageView } from "../views";
import { holds, join, type Ranges } from "./ranges";

/** What was seen is told together, at most once in this many milliseconds. */
const tellEvery = 2_000;

export interface ReadingGiven {
  line: Line | null;
  discussionId: string;
  /** What had been seen when the page was made. */
  start: Ranges;
  /** Holds the elements of the messages, which are found by their anchors. */
  log: RefObject<HTMLElement>;
  messages: readonly MessageView[];
}

/**
 * What the reader has seen of a conversation: messages that stood in sight while the page was visible are told to the
 * server, and what was seen on another device or in another tab comes in. A page out of sight neither tells nor asks.
 */
export function useReading({ line, discussionId, start, log, messages }: ReadingGiven): { seen: Ranges; tell: (more: Ranges) => void } {
  const [seen, setSeen] = useState(start);
  const known = useRef(start);
  const pending = useRef<Ranges>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const tellNow = useRef(async () => {});

  const learn = (more: Ranges) => {
    const next = join(known.current, more);
    if (next.length === known.current.length && next.every(([from, to], index) => from === known.current[index]![0] && to === known.current[index]![1])) return;
    known.current = next;
    setSeen(next);
  };
  const note = (more: Ranges) => {
    pending.current = join(pending.current, more);
    learn(more);
    timer.current ??= setTimeout(() => void tellNow.current(), tellEvery);
  };

  useEffect(() => learn(start), [start]);
  useEffect(() => {
    if (!line) return;
    let asked = false;
    const tell = async () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      const ranges = pending.current.slice(0, 50);
      if (ranges.length === 0) return;
      pending.current = pending.current.slice(50);
      const answer = await line.ask<DiscussionEvents["discussion:read"]["answer"]>("discussion:read", { discussion: discussionId, ranges });
      if (answer.ok) learn(answer.seen);
      else if (mayPass(answer.code)) pending.current = join(pending.current, ranges);
    };
    tellNow.current = tell;
    // Another device may have read on while nothing reached this page.
    const catchUp = async () => {
      if (document.visibilityState !== "visible" || line.state() !== "live") return;
      await tell();
      const answer = await line.ask<DiscussionEvents["discussion:seen"]["answer"]>("discussion:seen", { discussion: discussionId });
      if (answer.ok) learn(answer.seen);
    };
    const whenShown = () => void (document.visibilityState === "visible" ? catchUp() : tell());
    const ends = [
      line.on("discussion:seen", (news: DiscussionNews["discussion:seen"]) => void (news.discussion === discussionId && learn(news.seen))),
      line.onState((state) => {
        if (state === "live" && asked) void catchUp();
        asked ||= state === "live";
      }),
    ];
    asked = line.state() === "live";
    document.addEventListener("visibilitychange", whenShown);
    return () => {
      void tell();
      for (const end of ends) end();
      document.removeEventListener("visibilitychange", whenShown);
    };
  }, [line, discussionId]);

  useEffect(() => {
    if (!line || !log.current || typeof IntersectionObserver === "undefined") return;
    const numberOf = (element: Element) => Number(element.id.replace("bericht-", ""));
    const observer = new IntersectionObserver((entries) => {
      if (document.visibilityState !== "visible") return;
      const fresh = entries.filter((entry) => entry.isIntersecting && !holds(known.current, numberOf(entry.target))).map((entry) => numberOf(entry.target));
      for (const entry of entries) if (entry.isIntersecting) observer.unobserve(entry.target);
      if (fresh.length > 0) note(fresh.map((number) => [number, number]));
    });
    const watch = () => {
      observer.disconnect();
      for (const element of log.current?.querySelectorAll("[id^='bericht-']") ?? []) if (!holds(known.current, numberOf(element))) observer.observe(element);
    };
    watch();
    document.addEventListener("visibilitychange", watch);
    return () => {
      observer.disconnect();
      document.removeEventListener("visibilitychange", watch);
    };
  }, [line, discussionId, log, messages]);
  return { seen, tell: note };
}
