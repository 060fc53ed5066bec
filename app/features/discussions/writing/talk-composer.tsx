import { useEffect, useRef, type FormEvent, type KeyboardEvent } from "react";
import { fillField, NameList } from "~/features/groups/mentions/name-list";
import type { SuggestedName } from "~/features/groups/mentions/suggested-name";
import { useReadersWords } from "~/features/groups/readers-line";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import type { Line } from "~/platform/live-client/line";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { Button, Cluster, Composer, Notice } from "~/ui";
import { keepDraftOf } from "../live/keep-draft";
import type { DiscussionEvents } from "../live/live";
import { MessagePreview, type Previewed } from "./message-preview";
import { useAuthorName } from "../mentions/person-words";
import type { DiscussionPage } from "../read-discussion.server";
import { addPictureHref, discussionHref, type Quote } from "../views";
import { discussionWords } from "../words";
import { usePreview } from "./use-preview";

export interface TalkComposerProps {
  page: DiscussionPage;
  refusal?: FormRefusal;
  /** What was sent to be looked at, by a form. */
  previewed?: Previewed;
  replyTo: Quote | null;
  onDropReply: () => void;
  /** Takes the text when the live connection can carry it; otherwise the plain form is posted. */
  send: ((text: string) => void) | null;
  line: Line | null;
  /** A text to put (back) into the field. */
  putBack: { text: string } | null;
  /** How many messages are on their way, above the field. */
  unsent: number;
}

/** Where a message is written. A plain form; where the live connection stands, the page stays and the message goes along it. */
export function TalkComposer({ page, refusal, previewed, replyTo, onDropReply, send, line, putBack, unsent }: TalkComposerProps) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const readers = useReadersWords();
  const nameOf = useAuthorName();
  const { summary, errorFor } = useRefusal(refusal);
  const box = useRef<HTMLDivElement>(null);
  /** The form goes to the page where a picture is added, with what was written so far. */
  const toPicture = useRef(false);
  const area = () => box.current?.querySelector("textarea") ?? null;
  const { discussion, me } = page;
  const href = discussionHref(discussion.id);
  const given = refusal?.values ?? previewed;
  const draft = given ? undefined : (me?.draft ?? undefined);
  const { preview, setPreview, follow } = usePreview(line, discussion.id, previewed);

  useEffect(() => (line && area() ? keepDraftOf(line, discussion.id, area()!, me?.draft ?? "", fillField) : undefined), [line, discussion.id, me?.draft]);
  useEffect(() => {
    const field = area();
    if (!putBack || !field) return;
    fillField(field, [field.value, putBack.text].filter(Boolean).join("\n\n"));
    field.focus();
  }, [putBack]);
  useEffect(() => {
    if (replyTo && line) area()?.focus();
  }, [replyTo, line]);

  // What is added above the field must not push it out of sight while somebody writes in it.
  useEffect(() => {
    const field = area();
    if (field && document.activeElement === field) field.scrollIntoView({ block: "nearest" });
  }, [unsent]);

  const onSubmit = (event: FormEvent) => {
    const field = area();
    if (!send || !field || toPicture.current) return;
    event.preventDefault();
    const text = field.value.trim();
    if (text === "") return field.focus();
    send(text);
    setPreview(null);
    fillField(field, "");
    field.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    box.current?.querySelector<HTMLButtonElement>("button[type=submit]:not([name]):not([formaction])")?.click();
  };
  const staffToo = page.readers.who === "everyone" ? "" : ` ${t("staff_reads")}`;
  return (
    <div ref={box} className="stack names-box" onSubmit={onSubmit} onKeyDown={onKeyDown} onInput={() => follow(area()?.value ?? "")}>
      {summary}
      <Composer
        action={href}
        name="text"
        id="schrijven"
        label={t(discussion.type === "question" ? "composer_label_question" : "composer_label")}
        readers={`${ui("who_reads")} ${readers(page.readers)}${staffToo}`}
        sendWord={ui("send")}
        defaultValue={given?.text ?? draft}
        error={errorFor("text")}
        maxLength={limits.messageCharacters}
        counterText={ui("characters_left", { count: 99 }).replace("99", "{{count}}")}
        hidden={{ intent: "post", id: given?.id ?? me?.nextId ?? "", ...(replyTo ? { replyTo: replyTo.id } : {}) }}
        above={
          <>
            {draft ? <Notice icon="history">{t("draft_back")}</Notice> : null}
            {replyTo ? (
              <blockquote className="message__quote">
                <p>
                  {t("replying_to", { name: nameOf(replyTo.author) })} {replyTo.excerpt}
                </p>
                <p>
                  <a
                    href={`${href}?vanaf=${page.window.from}#schrijven`}
                    onClick={(event) => {
                      event.preventDefault();
                      onDropReply();
                      area()?.focus();
                    }}
                  >
                    {t("reply_drop")}
                  </a>
                </p>
              </blockquote>
            ) : null}
          </>
        }
        extra={
          <Cluster>
          <Button kind="quiet" icon="image-plus" formAction={addPictureHref(discussion.id)} formNoValidate onClick={() => (toPicture.current = true)}>
            {t("picture_add")}
          </Button>
          <Button
            kind="quiet"
            icon="eye"
            name="preview"
            value="yes"
            formAction={`${href}?vanaf=${page.window.from}${replyTo ? `&antwoord=${replyTo.number}` : ""}#schrijven`}
            onClick={(event) => {
              const text = area()?.value ?? "";
              // Nothing to look at: the browser says that the field is empty.
              if (text.trim() === "") return;
              event.preventDefault();
              setPreview(text);
            }}
          >
            {t("preview")}
          </Button>
          </Cluster>
        }
      />
      {preview === null ? null : <MessagePreview {...preview} />}
      {line ? <NameList box={box} namesFor={(typed) => namesFor(line, discussion.id, typed)} /> : null}
    </div>
  );
}

async function namesFor(line: Line, discussion: string, typed: string): Promise<readonly SuggestedName[]> {
  const answer = await line.ask<DiscussionEvents["discussion:names"]["answer"]>("discussion:names", { discussion, typed });
  return answer.ok ? answer.names : [];
}
