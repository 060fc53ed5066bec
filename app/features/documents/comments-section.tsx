import { useReadersWords } from "~/features/groups/readers-line";
import { reportPath } from "~/features/house-rules/report-path";
import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { Composer, ConfirmAction, DateText, LinkButton, MessageItem, Section, Stack } from "~/ui";
import type { DocumentPage } from "./read-document.server";
import { documentHref, type CommentView } from "./views";
import { documentWords } from "./words";

/** Remarks under a text with the plain form for a new one; works the same without JavaScript. */
export function CommentsSection({ page, refusal }: { page: DocumentPage; refusal?: FormRefusal }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const readers = useReadersWords();
  const { errorFor } = useRefusal(refusal);
  const { document, comments, may } = page;
  const href = documentHref(document.id);
  return (
    <Section id="opmerkingen" title={t("comments")}>
      <Stack space="loose">
        {comments.length === 0 ? <p className="soft">{t("comments_empty")}</p> : null}
        {comments.length > 0 ? (
          <Stack as="ol">
            {comments.map((comment) => (
              <li key={comment.id}>
                <Comment comment={comment} href={href} />
              </li>
            ))}
          </Stack>
        ) : null}
        {may.comment === true ? (
          <Composer
            action={`${href}#opmerkingen`}
            name="text"
            label={t("your_comment")}
            readers={`${ui("who_reads")} ${readers(page.readers)}`}
            sendWord={t("send_comment")}
            busyWord={ui("busy")}
            defaultValue={refusal?.values.text}
            error={errorFor("text")}
            maxLength={limits.shortTextCharacters}
            counterText={ui("characters_left", { count: 99 }).replace("99", "{{count}}")}
            hidden={{ intent: "comment", id: refusal?.values.id ?? page.newCommentId }}
          />
        ) : (
          <HowToTakePart page={page} />
        )}
      </Stack>
    </Section>
  );
}

function Comment({ comment, href }: { comment: CommentView & { mayRemove: boolean }; href: string }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  if (comment.gone) return <p className="soft">{t("comment_hidden")}</p>;
  return (
    <MessageItem
      id={`opmerking-${comment.id}`}
      author={comment.author.name}
      staffFunction={comment.author.staff ?? undefined}
      time={<DateText at={comment.at} language={language} weekday={false} />}
      text={comment.text}
      actions={{ word: ui("more"), label: ui("message_menu"), items: [{ word: ui("report"), href: reportPath("comment", comment.id), icon: "flag" }] }}
      below={
        comment.mayRemove ? (
          <ConfirmAction
            word={t("comment_remove")}
            question={t("comment_remove_question")}
            confirmWord={t("comment_remove")}
            cancelWord={ui("cancel")}
            action={`${href}#opmerkingen`}
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

/** What to do first, for who may only read. */
function HowToTakePart({ page: { may, place } }: { page: DocumentPage }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  if (may.comment === "sign_in") {
    return (
      <p>
        {t("comment_needs_sign_in")} <a href="/aanmelden">{ui("nav_sign_in")}</a>
      </p>
    );
  }
  if (may.comment !== "join_group" && may.comment !== "join_space") return null;
  return (
    <Stack space="tight">
      <p>{t("comment_needs_group")}</p>
      <LinkButton href={`/groepen/${place.group.id}`} kind="secondary" icon="users-round">
        {t("to_group")}
      </LinkButton>
    </Stack>
  );
}
