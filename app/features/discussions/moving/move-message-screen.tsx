import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Button, Checkbox, EmptyState, Fieldset, Form, FormActions, LinkButton, PageBody, PageHead, Prose, Select, Stack, TextField } from "~/ui";
import { discussionWords } from "../words";
import type { MoveMessageForm } from "./read-move-message-form.server";

/** Choosing the conversation that a message goes to. */
export function MoveMessageScreen({ form, refusal }: { form: MoveMessageForm; refusal?: FormRefusal }) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  const given = refusal?.values ?? {};
  const newId = given.newId ?? form.newId;
  return (
    <div className={accentClass(form.place.accent)}>
      <PageBody width="text">
        <PageHead title={t("move_message")} lead={t("lead_edit", { title: form.title || t("no_title") })} back={<BackLink href={form.href}>{t("print_back")}</BackLink>} />
        <Stack space="loose">
          <Prose>
            <blockquote>{form.excerpt}</blockquote>
          </Prose>
          {form.groups.length === 0 ? (
            <EmptyState icon="message-circle" title={t("move_nowhere")} action={<LinkButton href={form.href}>{t("print_back")}</LinkButton>}>
              {t("move_message_rule")}
            </EmptyState>
          ) : (
            <Form action={`/gesprekken/berichten/${form.id}/verplaatsen`} busyWord={ui("busy")} hidden={{ newId }}>
              {summary}
              <p>{t("move_message_text")}</p>
              <Select
                name="to"
                label={t("move_message_where")}
                hint={t("move_message_rule")}
                options={[{ value: newId, word: t("move_message_new") }]}
                groups={form.groups.filter(({ discussions }) => discussions.length > 0).map(({ name, discussions }) => ({ word: name, options: discussions.map(({ id, title }) => ({ value: id, word: title || t("no_title") })) }))}
                defaultValue={given.to}
                error={errorFor("to")}
              />
              <Fieldset id="new-discussion" legend={t("move_message_new_legend")} hint={t("move_message_new_hint")}>
                <Stack>
                  <TextField name="title" label={t("field_title_conversation")} defaultValue={given.title} maxLength={limits.titleCharacters} error={errorFor("title")} />
                  <Select name="group" label={t("move_message_group")} options={form.groups.map(({ id, name }) => ({ value: id, word: name }))} defaultValue={given.group} error={errorFor("group")} />
                </Stack>
              </Fieldset>
              {form.replies > 0 ? <Checkbox name="replies" word={t("move_message_replies")} defaultChecked={given.replies === undefined ? refusal === undefined : true} /> : null}
              <FormActions>
                <Button icon="arrow-right">{t("move_message_confirm")}</Button>
                <LinkButton kind="quiet" href={form.href}>
                  {ui("cancel")}
                </LinkButton>
              </FormActions>
            </Form>
          )}
        </Stack>
      </PageBody>
    </div>
  );
}
