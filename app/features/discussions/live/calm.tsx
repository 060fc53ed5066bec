import { useEffect, useRef, useState } from "react";
import { wantsCalm } from "~/platform/calm-mode";
import { Button } from "~/ui";
import type { MessageView } from "../views";
import { discussionWords } from "../words";

/** Whether "rustige modus" is on; who changed it in another tab finds it so on coming back. */
export function useCalm(start: boolean): boolean {
  const [calm, setCalm] = useState(start);
  useEffect(() => {
    const look = () => setCalm(wantsCalm(document.cookie));
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return calm;
}

/**
 * Keeps the numbers under messages as they were when each was first shown. Those of a message that the reader reacts to
 * follow again. The function that it gives lets go of all.
 * @param own what the reader reacted to a message, by its id
 */
export function useStillNumbers(calm: boolean, messages: MessageView[], own: (id: string) => readonly string[]): [MessageView[], () => void] {
  const first = useRef(new Map<string, { own: string; reactions: MessageView["reactions"] }>());
  if (!calm) first.current.clear();
  const still = !calm ? messages : messages.map((message) => {
    const mine = own(message.id).join();
    const known = first.current.get(message.id);
    if (!known) first.current.set(message.id, { own: mine, reactions: message.reactions });
    return known && known.own === mine && known.reactions !== message.reactions ? { ...message, reactions: known.reactions } : message;
  });
  return [still, () => first.current.clear()];
}

/** Says whether there is something new, to who asks. */
export function AskForNews({ waiting }: { waiting: number }) {
  const t = discussionWords.use();
  const [said, setSaid] = useState("");
  const ask = () => {
    const next = waiting > 0 ? t("waiting", { count: waiting }) : t("calm_none");
    // The same words again are no change to who listens; a space at the end makes them one.
    setSaid((before) => (before === next ? `${next}\u00a0` : next));
  };
  return (
    <p className="cluster soft small">
      <Button kind="quiet" small type="button" onClick={ask}>
        {t("calm_ask")}
      </Button>
      <span role="status">{said}</span>
    </p>
  );
}
