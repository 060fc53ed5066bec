import { useEffect, useState } from "react";
import type { Line } from "~/platform/live-client/line";
import type { DiscussionEvents } from "../live/live";
import type { Previewed } from "./message-preview";

type Shown = Pick<Previewed, "text" | "mentions">;

/** How long somebody must pause before it is asked again whom they name, in milliseconds. */
const pause = 500;

/** What the preview shows: the text at once, and a moment later who is meant by the names in it. */
export function usePreview(line: Line | null, discussion: string, given: Shown | undefined): { preview: Shown | null; setPreview: (text: string | null) => void; follow: (text: string) => void } {
  const [preview, setPreview] = useState<Shown | null>(given ?? null);
  const text = preview && !preview.mentions && preview.text.includes("@") ? preview.text : null;
  useEffect(() => {
    if (!line || text === null) return;
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await line.ask<DiscussionEvents["message:preview"]["answer"]>("message:preview", { discussion, text });
      if (!stale && answer.ok) setPreview(answer);
    }, pause);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [line, discussion, text]);
  return {
    preview,
    setPreview: (next) => setPreview(next === null ? null : { text: next }),
    // What is written on, only while it is shown.
    follow: (next) => setPreview((shown) => shown && { text: next }),
  };
}
