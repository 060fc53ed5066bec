import { useEffect, useRef } from "react";
import { MarkedText } from "~/platform/marked-text/marked-text";
import { namesIn, type Mention } from "../mentions/mentions";
import { useAuthorName } from "../mentions/person-words";
import { discussionWords } from "../words";

/** What a form sent to be looked at before it is posted. */
export interface Previewed {
  id: string;
  text: string;
  /** Who is meant by the names in the text. */
  mentions?: Mention[];
}

/** How a message will look. It stands under the field, so that nothing moves while somebody writes on. */
export function MessagePreview({ text, mentions }: Pick<Previewed, "text" | "mentions">) {
  const t = discussionWords.use();
  const nameOf = useAuthorName();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section ref={box} tabIndex={-1} aria-label={t("preview")} className="message message--own message--quiet">
      <div className="message__body">
        <p className="message__note">{t("preview_not_sent")}</p>
        {mentions?.length ? <p className="message__note">{t("preview_named", { names: [...new Set(mentions.map(({ at, length, who }) => (who ? nameOf(who) : text.slice(at + 1, at + length))))].join(", ") })}</p> : null}
        <div className="message__text">
          <MarkedText text={text} names={namesIn(text, mentions, nameOf)} />
        </div>
      </div>
    </section>
  );
}
