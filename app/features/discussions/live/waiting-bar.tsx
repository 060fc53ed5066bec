import { useEffect, useState } from "react";
import { uiWords } from "~/platform/ui-words";
import type { MessageView } from "../views";
import { discussionWords } from "../words";

/** "3 nieuwe berichten. Toon ze.": lies over the page, so that nothing being read moves. Showing them goes to the first. `calm`: the number does not go up under the reader's eyes. */
export function WaitingBar({ waiting, calm, onShow }: { waiting: readonly MessageView[]; calm: boolean; onShow: () => void }) {
  const ui = uiWords.use();
  const t = discussionWords.use();
  const [goTo, setGoTo] = useState<number | null>(null);
  useEffect(() => {
    const first = goTo === null ? null : document.getElementById(`bericht-${goTo}`);
    if (!first) return;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "center" });
    setGoTo(null);
  }, [goTo]);
  const [first] = waiting;
  return (
    <div className="news-bar">
      {first ? (
        <p className="news-bar__in">
          <span>{calm ? ui("new_messages") : t("waiting", { count: waiting.length })}</span>
          <button
            type="button"
            onClick={() => {
              onShow();
              setGoTo(first.number);
            }}
          >
            {calm ? ui("show_them") : t("show_waiting", { count: waiting.length })}
          </button>
        </p>
      ) : null}
    </div>
  );
}
