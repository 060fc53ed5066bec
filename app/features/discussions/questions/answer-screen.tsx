import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Button, EmptyState, Form, FormActions, LinkButton, PageBody, PageHead, RadioGroup } from "~/ui";
import { useAuthorName } from "../mentions/person-words";
import type { AnswerForm } from "./read-answer-form.server";
import { discussionHref, excerptOf } from "../views";
import { discussionWords } from "../words";

/** Something of another feature that can answer a question; the route gathers them. */
export interface AnswerThing {
  kind: "activity" | "experiment" | "document";
  id: string;
  title: string;
}

/** Saying where the answer to a learning question is. */
export function AnswerScreen({ form, things, refusal }: { form: AnswerForm; things: AnswerThing[]; refusal?: FormRefusal }) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const nameOf = useAuthorName();
  const { summary, errorFor } = useRefusal(refusal, { choices: ["answer"] });
  const href = discussionHref(form.id);
  const options = [
    ...form.messages.map((message) => ({
      value: `message:${message.id}`,
      word: t("answer_kind_message", { number: message.number, name: nameOf(message.author) }),
      hint: excerptOf(message.text),
    })),
    ...things.map((thing) => ({ value: `${thing.kind}:${thing.id}`, word: thing.title, hint: t(`answer_kind_${thing.kind}`) })),
  ];
  return (
    <div className={accentClass(form.place.accent)}>
      <PageBody width="text">
        <PageHead title={t("title_answer")} lead={t("lead_answer")} back={<BackLink href={href}>{t("back_to_question")}</BackLink>} />
        {options.length === 0 ? (
          <EmptyState icon="message-circle" title={form.title} action={<LinkButton href={`${href}#schrijven`}>{t("back_to_question")}</LinkButton>}>
            {t("answer_none")}
          </EmptyState>
        ) : (
          <Form action={`/leervragen/${form.id}/antwoord`} busyWord={ui("busy")}>
            {summary}
            <RadioGroup name="answer" legend={form.title} hint={t("field_answer")} options={options} defaultValue={refusal?.values.answer} error={errorFor("answer")} required />
            <FormActions>
              <Button icon="check">{t("send_answer")}</Button>
              <LinkButton kind="quiet" href={href}>
                {ui("cancel")}
              </LinkButton>
            </FormActions>
          </Form>
        )}
      </PageBody>
    </div>
  );
}
