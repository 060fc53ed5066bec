import { useEffect, useState } from "react";
import { Icon } from "~/ui";
import { documentWords } from "../words";
import type { SyncState } from "./sync-document";

/** How long a state must last before it is read aloud, in milliseconds: nobody wants to hear every letter. */
const settledMs = 2_500;

/**
 * Whether what was typed is stored, with the number that proves it. "Bewaard" stands there only when nothing waits. Read aloud
 * once it has settled; at every letter it only shows.
 */
export function SaveLine({ state }: { state: SyncState }) {
  const t = documentWords.use();
  const { waiting, seq, phase } = state;
  const saved = waiting === 0;
  const words = saved ? (seq > 0 ? t("saved_number", { number: seq }) : t("saved")) : t("saving", { count: waiting });
  const offline = phase === "offline" ? (saved ? t("offline_saved") : t("offline")) : "";
  const heard = useSettled(offline || (saved ? t("saved") : words));
  return (
    <div className={saved ? "editor__saved" : "editor__saved editor__saved--waiting"}>
      <p>
        <Icon name={saved ? "circle-check" : "clock"} />
        <span data-waiting={waiting}>{words}</span>
      </p>
      {offline ? (
        <p>
          <Icon name="wifi-off" />
          <span>{offline}</span>
        </p>
      ) : null}
      <p className="visually-hidden" role="status">
        {heard}
      </p>
    </div>
  );
}

/** A text once it stayed the same for a while. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settledMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
