import { GroupChoice } from "~/features/groups/readers-line";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, EmptyState, Form, FormActions, LinkButton, PageBody, PageHead, Section, Stack, TextArea, TextField } from "~/ui";
import { DiscussionList } from "./lists/discussion-list";
import type { StartForm } from "./read-start-form.server";
import { discussionWords } from "./words";

/** Starting a conversation, asking a learning question or announcing something. */
export function StartScreen({ form, action, refusal }: { form: StartForm; action: string; refusal?: FormRefusal }) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices: form.groups.length > 1 ? ["groupId"] : [] });
  const { kind } = form;
  const back = form.groups.length === 1 && form.groups[0] ? { href: `/gesprekken?groep=${form.groups[0].id}`, word: t("back_to_group", { name: form.groups[0].name }) } : { href: "/gesprekken", word: t("to_discussions") };
  const head = <PageHead title={t(`new_${kind}`)} lead={t(`new_${kind}_lead`)} back={<BackLink href={back.href}>{back.word}</BackLink>} />;
  if (form.groups.length === 0) {
    return (
      <PageBody width="text">
        {head}
        <EmptyState icon="users-round" title={t("no_group_title")} action={<LinkButton href="/leerplekken">{t("find_space")}</LinkButton>}>
          {t("no_group_text")}
        </EmptyState>
        <Similar form={form} />
      </PageBody>
    );
  }
  return (
    <PageBody width="text">
      {head}
      <Stack space="loose">
        <Similar form={form} />
        <Form action={action} busyWord={ui("busy")} hidden={{ id: refusal?.values.id ?? form.id, kind }}>
          {summary}
          <GroupChoice groups={form.groups} legend={t("field_group")} chosen={refusal?.values.groupId ?? form.chosen ?? undefined} error={errorFor("groupId")} />
          <TextField
            name="title"
            label={t(`field_title_${kind}`)}
            hint={kind === "question" ? t("field_title_hint_question") : undefined}
            defaultValue={refusal?.values.title ?? form.title}
            maxLength={limits.titleCharacters}
            error={errorFor("title")}
            required
          />
          <TextArea
            name="text"
            label={t(`field_text_${kind}`)}
            optionalWord={kind === "question" ? ui("optional") : undefined}
            defaultValue={refusal?.values.text}
            maxLength={limits.messageCharacters}
            counterText={ui("characters_left", { count: 99 }).replace("99", "{{count}}")}
            error={errorFor("text")}
            required={kind !== "question"}
          />
          <FormActions>
            <Button icon="send">{t(`send_${kind}`)}</Button>
            <LinkButton kind="quiet" href={back.href}>
              {ui("cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </Stack>
    </PageBody>
  );
}

/** Questions that others asked already: joining in says more than asking again. */
function Similar({ form }: { form: StartForm }) {
  const t = discussionWords.use();
  if (form.similar.length === 0) return null;
  return (
    <Section id="al-gevraagd" title={t("similar_title")}>
      <Stack>
        <p>{t("similar_text")}</p>
        <DiscussionList items={form.similar} across />
      </Stack>
    </Section>
  );
}
