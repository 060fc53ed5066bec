import { GroupChoice } from "~/features/groups/readers-line";
import { useRefusal } from "~/platform/explain-refusal";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, Disclosure, EmptyState, FileField, Form, FormActions, LinkButton, PageBody, PageHead, Section, Stack, TextArea, TextField } from "~/ui";
import { DiscussionList } from "./lists/discussion-list";
import { AltField } from "./pictures/alt-field";
import { MessagePicture } from "./pictures/message-picture";
import { usePictureSentences } from "./pictures/use-picture-sentences";
import { pictureWords } from "./pictures/words";
import type { StartForm } from "./read-start-form.server";
import type { StartAnswer } from "./start-by-form.server";
import { discussionWords } from "./words";

/** Starting a conversation, asking a learning question or announcing something. */
export function StartScreen({ form, action, answer }: { form: StartForm; action: string; answer?: StartAnswer }) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const refusal = answer?.refusal;
  const { summary, errorFor } = useRefusal(refusal, { choices: form.groups.length > 1 ? ["groupId"] : [], own: usePictureSentences() });
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
        <Form action={action} encType="multipart/form-data" busyWord={ui("busy")} hidden={{ id: refusal?.values.id ?? form.id, kind, ...(answer?.picture ? { brought: answer.picture.id } : {}) }}>
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
          <WithPicture answer={answer} errorFor={errorFor} />
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

/** A picture with it, for who wants that; open once one was chosen. */
function WithPicture({ answer, errorFor }: { answer?: StartAnswer; errorFor: (field: string) => string | undefined }) {
  const t = pictureWords.use();
  const picture = answer?.picture ?? null;
  const wrong = errorFor("picture") ?? errorFor("alt");
  return (
    <Disclosure summary={t("with_start")} open={picture !== null || wrong !== undefined}>
      <Stack>
        {picture ? <MessagePicture picture={{ ...picture, alt: answer?.values.alt || t("yours") }} onPaper /> : null}
        <FileField name="picture" label={t(picture ? "choose_another" : "choose")} hint={t("choose_hint")} accept="image/jpeg,image/png,image/webp" error={errorFor("picture")} />
        <AltField value={answer?.values.alt} error={errorFor("alt")} optional />
        <p className="soft">{t("what_we_keep")}</p>
      </Stack>
    </Disclosure>
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
