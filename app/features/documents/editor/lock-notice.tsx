import { useEffect, useRef, useState } from "react";
import { uiWords } from "~/platform/ui-words";
import { Button, LinkButton, Notice } from "~/ui";
import { documentWords } from "../words";

/** What each reason for stopping is called in the catalogue. */
const reasons = {
  upgrade: "upgrade",
  too_large: "too_large",
  forbidden_content: "content",
  session_ended: "session",
  sign_in: "session",
  not_found: "gone",
  in_trash: "trash",
  for_few: "few",
  full: "full",
  forbidden: "right",
  few_write: "right",
  join_group: "right",
  join_space: "right",
  muted: "right",
  suspended: "right",
  paused: "right",
  closed: "right",
} as const;

/** Writing stopped: why, what to do next, and what is not saved to take along. Who was typing is brought to it. */
export function LockNotice({ code, unsaved }: { code: string; unsaved: string }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const reason = code in reasons ? reasons[code as keyof typeof reasons] : "else";
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement?.classList.contains("editor__text")) place.current?.focus();
  }, []);
  return (
    // The space bar of who types on would else scroll all of this away.
    <div ref={place} tabIndex={-1} onKeyDown={(event) => event.key === " " && event.target === place.current && event.preventDefault()}>
      <Notice wide kind={reason === "upgrade" ? "warning" : "error"} title={t(`lock_${reason}`)} flash>
        <p>{t(`lock_${reason}_text`)}</p>
        {unsaved ? <Unsaved text={unsaved} /> : null}
        <p>
          {reason === "session" ? (
            <LinkButton icon="log-in" href={`/aanmelden?next=${encodeURIComponent(window.location.pathname + window.location.search)}`}>
              {ui("nav_sign_in")}
            </LinkButton>
          ) : (
            <Button type="button" kind="secondary" icon="refresh-cw" onClick={() => window.location.reload()}>
              {t("reload")}
            </Button>
          )}
        </p>
      </Notice>
    </div>
  );
}

/** Words that would be lost, in a field that can be copied by hand too. */
export function Unsaved({ text }: { text: string }) {
  const t = documentWords.use();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = () => {
    field.current?.select();
    // On plain http, as in a local network, there is no clipboard interface.
    if (navigator.clipboard) void navigator.clipboard.writeText(text).then(() => setCopied(true));
    else setCopied(document.execCommand("copy"));
  };
  return (
    <>
      <label className="field__label" htmlFor="unsaved">
        {t("unsaved_title")}
      </label>
      <textarea id="unsaved" ref={field} className="input" readOnly rows={4} value={text} />
      <Button type="button" icon="copy" onClick={copy}>
        {copied ? t("unsaved_copied") : t("unsaved_copy")}
      </Button>
    </>
  );
}
