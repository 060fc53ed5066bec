import { ReadersLine } from "~/features/groups/readers-line";
import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Button, Card, DateText, Form, FormActions, LinkButton, PageBody, PageHead, PlainText, Stack, TextArea } from "~/ui";
import { editCommentHref } from "../views";
import type { CommentForm, CommentHistory } from "./edit-comment.server";
import { documentWords } from "../words";
import { commentWords } from "./words";

/** One's own remark, to change it. */
export function EditCommentScreen({ form, refusal }: { form: CommentForm; refusal?: FormRefusal }) {
  const t = commentWords.use();
  const ui = uiWords.use();
  const documents = documentWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  return (
    <div className={accentClass(form.place.accent)}>
      <PageBody width="text">
        <PageHead title={t("title")} lead={t("lead", { title: form.title })} back={<BackLink href={form.href}>{t("back")}</BackLink>} />
        <Form action={editCommentHref(form.id)} busyWord={ui("busy")} hidden={{ rev: String(form.rev) }}>
          {summary}
          <ReadersLine readers={form.readers} />
          <TextArea name="text" label={documents("your_comment")} hint={t("everyone_sees")} defaultValue={refusal?.values.text ?? form.text} maxLength={limits.shortTextCharacters} error={errorFor("text")} rows={5} required />
          <FormActions>
            <Button icon="check">{ui("save")}</Button>
            <LinkButton kind="quiet" href={form.href}>
              {ui("cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </PageBody>
    </div>
  );
}

/** What a remark said before, for those who run things: the words of now first. */
export function CommentHistoryScreen({ history }: { history: CommentHistory }) {
  const t = commentWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const { versions } = history;
  return (
    <div className={accentClass(history.place.accent)}>
      <PageBody width="text">
        <PageHead title={t("history_title", { name: versions[0]?.comment.author.name ?? "" })} lead={t("lead", { title: history.title })} back={<BackLink href={history.href}>{t("back")}</BackLink>} />
        <Stack>
          <p className="soft">{t("history_who")}</p>
          {versions.map(({ at, comment }, index) => (
            <Card
              key={at}
              soft={index > 0}
              heading="h2"
              title={
                <>
                  {t(index === 0 ? "history_now" : "history_before")} <DateText at={at} language={language} />
                  {index === 0 && versions.length > 1 ? ` · ${ui("edited")}` : null}
                </>
              }
            >
              <div className="message__text">
                <PlainText text={comment.text} />
              </div>
            </Card>
          ))}
        </Stack>
      </PageBody>
    </div>
  );
}
