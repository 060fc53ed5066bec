import { useEffect } from "react";
import type { DiscussionNews } from "~/features/discussions/live/live";
import type { Language } from "~/platform/language";
import { useLine } from "~/platform/live-client/use-line-state";

/** `notices:count`: asked by a page, and sent by the server when a notice came or was opened. */
export interface UnreadNews {
  count: number;
  labels: Record<Language, string>;
}

/** What was read is told in bursts; the number is asked for once they are over, in milliseconds. */
const askAfter = 1_000;

/**
 * On a page with a live connection: hands the number beside "Berichten voor mij" to the small script, which shows it in all
 * tabs. What the reader reads in a conversation takes notices away without a word about notices: then it is asked for.
 */
export function useLiveCount(wanted: boolean): void {
  const line = useLine(wanted);
  useEffect(() => {
    if (!line) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = ({ count, labels }: UnreadNews) => {
      const label = labels[document.documentElement.lang as Language];
      window.dispatchEvent(new CustomEvent("unread", { detail: { count, label } }));
    };
    const ask = async () => {
      timer = undefined;
      const answer = await line.ask<UnreadNews>("notices:count", {});
      if (answer.ok) show(answer);
    };
    const read = (_news: DiscussionNews["discussion:seen"]) => {
      // Where nothing is new, reading changes nothing.
      if (document.querySelector<HTMLElement>("[data-count-from]")?.hidden === false) timer ??= setTimeout(() => void ask(), askAfter);
    };
    const ends = [line.on("notices:count", show), line.on("discussion:seen", read)];
    return () => {
      clearTimeout(timer);
      for (const end of ends) end();
    };
  }, [line]);
}
