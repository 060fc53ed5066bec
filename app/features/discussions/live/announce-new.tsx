import { useEffect, useState } from "react";
import { useAuthorName } from "../mentions/person-words";
import type { MessageView } from "../views";
import { discussionWords } from "../words";

/** New messages are told together, at most once in this many milliseconds. */
const batchMs = 2_000;

/** Tells those who listen instead of look that something new came in: briefly, and several at once. */
export function AnnounceNew({ onNew }: { onNew: (listener: (messages: MessageView[]) => void) => () => void }) {
  const t = discussionWords.use();
  const nameOf = useAuthorName();
  const [words, setWords] = useState("");
  useEffect(() => {
    let batch: MessageView[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      // A page that nobody looks at keeps quiet, and tells it all together once it is looked at.
      if (document.visibilityState !== "visible") return;
      const [first] = batch;
      const next = first && (batch.length === 1 ? t("announce", { count: 1, name: nameOf(first.author) }) : t("announce", { count: batch.length }));
      // The same words again are no change to who listens; a space at the end makes them one.
      if (next) setWords((before) => (before === next ? `${next}\u00a0` : next));
      batch = [];
    };
    const soon = () => void (batch.length > 0 && (timer ??= setTimeout(tell, batchMs)));
    const stop = onNew((messages) => {
      batch.push(...messages);
      soon();
    });
    document.addEventListener("visibilitychange", soon);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", soon);
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the words and names do not change while the page stands
  }, []);
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  );
}
