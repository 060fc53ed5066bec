import { useEffect, useState } from "react";
import type { LineState } from "~/platform/live-client/line";
import { IconWord, LinkButton, Notice } from "~/ui";
import { discussionHref } from "../views";
import { discussionWords } from "../words";

/** A connection that comes back at once is not worth a word, in milliseconds. */
const graceMs = 2_000;

/** How the live connection is, in words; where it is calm, they are there to be read and not said. */
export function ConnectionLine({ state, discussionId, calm }: { state: LineState; discussionId: string; calm: boolean }) {
  const t = discussionWords.use();
  const [said, setSaid] = useState<LineState | "away" | null>(null);
  useEffect(() => {
    // With a network and without an answer it is not the reader's connection that is gone: we start again, or are down.
    const say = () => document.visibilityState === "visible" && setSaid(state === "offline" && navigator.onLine ? "away" : state);
    const timer = setTimeout(say, state === "live" || state === "ended" ? 0 : graceMs);
    // A page that nobody looks at keeps quiet.
    document.addEventListener("visibilitychange", say);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", say);
    };
  }, [state]);
  if (said === "ended") {
    return (
      <Notice kind="warning" icon="log-in" flash>
        <p>{t("live_ended")}</p>
        <p>
          <LinkButton href={`/aanmelden?next=${encodeURIComponent(discussionHref(discussionId))}`}>{t("sign_in_again")}</LinkButton>
        </p>
      </Notice>
    );
  }
  return (
    <p className="soft small" role={calm ? undefined : "status"}>
      {said ? <IconWord icon={said === "live" ? "refresh-cw" : "wifi-off"}>{t(`live_${calm && said === "live" ? "calm" : said}`)}</IconWord> : null}
    </p>
  );
}
