import { useEffect, useRef } from "react";
import { MarkedText } from "~/platform/marked-text/marked-text";
import { discussionWords } from "../words";

/** What a form sent to be looked at before it is posted. */
export interface Previewed {
  id: string;
  text: string;
}

/** How a message will look. It stands under the field, so that nothing moves while somebody writes on. */
export function MessagePreview({ text }: { text: string }) {
  const t = discussionWords.use();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section ref={box} tabIndex={-1} aria-label={t("preview")} className="message message--own message--quiet">
      <div className="message__body">
        <p className="message__note">{t("preview_not_sent")}</p>
        <div className="message__text">
          <MarkedText text={text} />
        </div>
      </div>
    </section>
  );
}
