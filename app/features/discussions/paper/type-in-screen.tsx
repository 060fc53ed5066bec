import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, EmptyState, Form, FormActions, Notice, PageHead, Select, Stack, TextArea } from "~/ui";
import type { TypeInForm } from "./read-type-in-form.server";
import { discussionWords } from "../words";

export interface TypeInScreenProps {
  form: TypeInForm;
  /** Where the slip before this one stands now. */
  done: string | null;
  refusal?: FormRefusal;
}

/** Typing in slips, one after the other: which conversation, whose answer, what it says. */
export function TypeInScreen({ form, done, refusal }: TypeInScreenProps) {
  const t = discussionWords.use();
  const group = `/groepen/${form.groupId}`;
  return (
    <Stack space="loose">
      <PageHead title={t("type_title")} lead={t("type_lead")} back={<BackLink href={group}>{t("type_back")}</BackLink>} />
      {done ? (
        <Notice flash kind="success" title={t("type_done")}>
          <p>
            <a href={done}>{t("type_done_see")}</a>
          </p>
        </Notice>
      ) : null}
      <SlipOrWhyNot form={form} refusal={refusal} />
    </Stack>
  );
}

function SlipOrWhyNot({ form, refusal }: Omit<TypeInScreenProps, "done">) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  if (form.members.length === 0) return <EmptyState icon="users-round" title={t("type_nobody")}>{t("type_nobody_text")}</EmptyState>;
  if (form.discussions.length === 0) return <EmptyState icon="messages-square" title={t("type_no_talk")}>{t("type_no_talk_text")}</EmptyState>;
  const before = refusal?.values;
  return (
    <Form action={`/groepen/${form.groupId}/intypen`} busyWord={ui("busy")} hidden={{ id: before?.id || form.nextId }}>
      {summary}
      <Select
        name="discussion"
        label={t("type_discussion")}
        hint={t("type_discussion_hint")}
        emptyWord={t("type_discussion_empty")}
        options={form.discussions.map(({ id, number, title }) => ({ value: id, word: `${number} · ${title || t("no_title")}` }))}
        defaultValue={before?.discussion}
        error={errorFor("discussion")}
        required
      />
      <Select
        name="member"
        label={t("type_member")}
        hint={t("type_member_hint")}
        emptyWord={t("type_member_empty")}
        options={form.members.map(({ id, shownName }) => ({ value: id, word: shownName }))}
        defaultValue={before?.member}
        error={errorFor("member")}
        required
      />
      <TextArea name="text" label={t("type_text")} hint={t("type_text_hint")} defaultValue={before?.text} maxLength={limits.messageCharacters} error={errorFor("text")} rows={6} required />
      <FormActions>
        <Button icon="send">{t("type_send")}</Button>
      </FormActions>
    </Form>
  );
}
