import type { Line } from "~/platform/live-client/line";
import { draftPlace } from "../views";
import type { DiscussionNews } from "./live";

/** How long somebody must pause before what they wrote is kept, in milliseconds. */
const pause = 3_000;

/**
 * Keeps on the server what is being written, a moment after each pause and when the page goes out of sight: a session may
 * end at any time, and a shared computer keeps nothing itself. Returns how to stop.
 * A field in which nothing else was begun follows what the person writes in another tab, or on another device.
 * @param kept what the server has now
 */
export function keepDraftOf(line: Line, discussionId: string, field: HTMLTextAreaElement, kept: string, fill: (field: HTMLTextAreaElement, text: string) => void): () => void {
  const place = draftPlace(discussionId);
  let known = kept;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = async () => {
    clearTimeout(timer);
    const text = field.value;
    if (text === known) return;
    const answer = await line.ask("draft:keep", { place, text });
    if (answer.ok) known = text;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), pause);
  };
  const follow = (news: DiscussionNews["draft:kept"]) => {
    if (news.place !== place || field.value !== known) return;
    known = news.text;
    if (field.value !== known) fill(field, known);
  };
  const endFollowing = line.on("draft:kept", follow);
  // What was sent or changed without a connection, or it comes back as it was before.
  const endWatching = line.onState((state) => void (state === "live" && soon()));
  const whenHidden = () => void (document.visibilityState === "hidden" && save());
  field.addEventListener("input", soon);
  document.addEventListener("visibilitychange", whenHidden);
  return () => {
    clearTimeout(timer);
    endFollowing();
    endWatching();
    field.removeEventListener("input", soon);
    document.removeEventListener("visibilitychange", whenHidden);
  };
}
