import type { Line } from "~/platform/live-client/line";
import { draftPlace } from "../views";

/** How long somebody must pause before what they wrote is kept, in milliseconds. */
const pause = 3_000;

/**
 * Keeps on the server what is being written, a moment after each pause and when the page goes out of sight: a session may
 * end at any time, and a shared computer keeps nothing itself. Returns how to stop.
 * @param kept what the server has now
 */
export function keepDraftOf(line: Line, discussionId: string, field: HTMLTextAreaElement, kept: string): () => void {
  let known = kept;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = async () => {
    clearTimeout(timer);
    const text = field.value;
    if (text === known) return;
    const answer = await line.ask("draft:keep", { place: draftPlace(discussionId), text });
    if (answer.ok) known = text;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), pause);
  };
  const whenHidden = () => void (document.visibilityState === "hidden" && save());
  field.addEventListener("input", soon);
  document.addEventListener("visibilitychange", whenHidden);
  return () => {
    clearTimeout(timer);
    field.removeEventListener("input", soon);
    document.removeEventListener("visibilitychange", whenHidden);
  };
}
