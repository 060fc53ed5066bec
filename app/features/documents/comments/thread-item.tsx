import { reportPath } from "~/features/house-rules/report-path";
import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { Button, ConfirmAction, DateText, Disclosure, formatMoment, MessageItem, TextArea, type MenuItem } from "~/ui";
import type { DocumentPage } from "../read-document.server";
import { documentHref, editCommentHref, type CommentView } from "../views";
import { documentWords } from "../words";
import type { Thread } from "./threads";

export interface ThreadItemProps {
  thread: Thread;
  page: DocumentPage;
  /** What it is about no longer stands in the text. */
  gone: boolean;
  /** Shows the passage in the editor, where there is one. */
  show?: (thread: string) => void;
  refusal?: FormRefusal;
}

/** One thread: the passage, the remark, the answers, and plain forms to answer, resolve and reopen. */
export function ThreadItem({ thread: { root, answers }, page, gone, show, refusal }: ThreadItemProps) {
  const t = documentWords.use();
  const language = useLanguage();
  const { errorFor } = useRefusal(refusal);
  const href = `${documentHref(page.document.id)}#opmerkingen`;
  const { resolved } = root;
  const mayAct = page.may.comment === true && !root.gone;
  return (
    <article className="thread" id={`draad-${root.id}`} tabIndex={-1} aria-label={t("thread_label", { name: root.author.name })}>
      {root.passage && !root.gone ? (
        <div className="thread__passage">
          <blockquote>{root.passage.quote}</blockquote>
          {gone ? <p className="soft small">{t("thread_passage_gone")}</p> : null}
          {show && !gone && !resolved ? (
            <Button type="button" kind="quiet" small icon="eye" onClick={() => show(root.id)}>
              {t("passage_show")}
            </Button>
          ) : null}
        </div>
      ) : null}
      <Comment comment={root} page={page} />
      {answers.length > 0 ? (
        <ol role="list" className="thread__answers">
          {answers.map((answer) => (
            <li key={answer.id}>
              <Comment comment={answer} page={page} />
            </li>
          ))}
        </ol>
      ) : null}
      {resolved ? <p className="soft small">{t("thread_resolved_by", { name: resolved.by.name, moment: formatMoment(new Date(resolved.at), { language }) })}</p> : null}
      {mayAct ? (
        <div className="thread__acts">
          {resolved ? null : (
            <Disclosure summary={t("thread_answer")} bare open={refusal !== undefined}>
              <form method="post" action={href} data-answer="">
                <input type="hidden" name="intent" value="comment" />
                <input type="hidden" name="thread" value={root.id} />
                <input type="hidden" name="id" value={refusal?.values.id ?? answerId(root.id, page.newCommentId)} />
                <TextArea name="text" id={`antwoord-${root.id}`} label={t("thread_your_answer")} rows={2} required maxLength={limits.shortTextCharacters} defaultValue={refusal?.values.text} error={errorFor("text")} />
                <Button kind="secondary" icon="send">
                  {t("thread_send_answer")}
                </Button>
              </form>
            </Disclosure>
          )}
          {page.may.write === true ? (
            <form method="post" action={href}>
              <input type="hidden" name="intent" value="resolve-comment" />
              <input type="hidden" name="id" value={root.id} />
              <input type="hidden" name="resolved" value={String(!resolved)} />
              <Button kind="quiet" small icon={resolved ? "refresh-cw" : "check"}>
                {t(resolved ? "thread_reopen" : "thread_resolve")}
              </Button>
            </form>
          ) : null}
        </div>
      ) : null}
    </article>
  );
}

/** Each form of the page has an id of its own, made from the page's: the same form sent twice answers once. */
function answerId(thread: string, page: string): string {
  const mixed = [...page].map((sign, at) => (sign === "-" || at === 14 || at === 19 ? sign : (parseInt(sign, 16) ^ parseInt(thread[at]!, 16)).toString(16)));
  return mixed.join("");
}

function Comment({ comment, page }: { comment: CommentView; page: DocumentPage }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  if (comment.gone) return <p className="soft">{t(comment.gone === "removed" ? "thread_taken_back" : "comment_hidden")}</p>;
  const mine = page.me !== null && comment.author.id === page.me;
  const items: MenuItem[] = [
    ...(mine && page.may.comment === true ? [{ word: t("comment_edit"), href: editCommentHref(comment.id), icon: "pencil" as const }] : []),
    ...(comment.edited && page.may.history === true ? [{ word: t("comment_history"), href: `${editCommentHref(comment.id)}/versies`, icon: "history" as const }] : []),
    { word: ui("report"), href: reportPath("comment", comment.id), icon: "flag" },
  ];
  return (
    <MessageItem
      id={`opmerking-${comment.id}`}
      author={comment.author.name}
      staffFunction={comment.author.staff ?? undefined}
      time={<DateText at={comment.at} language={language} weekday={false} />}
      editedWord={
        comment.edited ? (
          <>
            {ui("edited")} <DateText at={comment.edited} language={language} weekday={false} />
          </>
        ) : undefined
      }
      text={comment.text}
      actions={{ word: ui("more"), label: ui("message_menu"), items }}
      below={
        mine ? (
          <ConfirmAction
            word={t("comment_remove")}
            question={t("comment_remove_question")}
            confirmWord={t("comment_remove")}
            cancelWord={ui("cancel")}
            action={`${documentHref(page.document.id)}#opmerkingen`}
            hidden={{ intent: "remove-comment", id: comment.id }}
            danger
          >
            {t("comment_remove_text")}
          </ConfirmAction>
        ) : undefined
      }
    />
  );
}
