import { useEffect, useState } from "react";
import type { LineState } from "~/platform/live-client/line";
import { IconWord, LinkButton, Notice } from "~/ui";
import { discussionHref } from "../views";
import { discussionWords } from "../words";

/** A connection that comes back at once is not worth a word, in milliseconds. */
const graceMs = 2_000;

/** How the live connection is, in words. `here` is the page to come back to after signing in again. */
export function ConnectionLine({ state, discussionId }: { state: LineState; discussionId: string }) {
  const t = discussionWords.use();
  const [said, setSaid] = useState<LineState | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(state), state === "live" || state === "ended" ? 0 : graceMs);
    return () => clearTimeout(timer);
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
    <p className="soft small" role="status">
      {said ? <IconWord icon={said === "live" ? "refresh-cw" : "wifi-off"}>{t(`live_${said}`)}</IconWord> : null}
    </p>
  );
}
