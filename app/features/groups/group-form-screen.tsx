import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, ConfirmAction, Form, FormActions, LinkButton, Notice, PageHead, RadioGroup, Section, Stack, TextArea, TextField } from "~/ui";
import type { GroupFormValues } from "./read-group-forms.server";
import { groupWords } from "./words";

const choices = ["visibility", "joining", "presence", "remarks"];

interface GroupFieldsProps {
  values: GroupFormValues;
  /** For members alone it stays. */
  narrowed?: boolean;
  refusal?: FormRefusal;
  errorFor: (field: string) => string | undefined;
}

function GroupFields({ values, narrowed, refusal, errorFor }: GroupFieldsProps) {
  const t = groupWords.use();
  const ui = uiWords.use();
  const typed = (field: keyof GroupFormValues) => refusal?.values[field] ?? values[field];
  return (
    <>
      <TextField name="name" label={t("form_name")} hint={t("form_name_hint")} error={errorFor("name")} defaultValue={typed("name")} maxLength={80} required />
      <TextArea name="description" label={t("form_description")} optionalWord={ui("optional")} error={errorFor("description")} defaultValue={typed("description")} maxLength={limits.shortTextCharacters} rows={3} />
      <RadioGroup
        name="visibility"
        legend={ui("who_reads")}
        hint={narrowed ? t("form_narrowed") : t("form_visibility_hint")}
        error={errorFor("visibility")}
        defaultValue={typed("visibility")}
        options={[
          { value: "public", word: t("visibility_public"), hint: t("visibility_public_hint"), disabled: narrowed },
          { value: "members", word: t("visibility_members"), hint: t("visibility_members_hint") },
        ]}
      />
      <RadioGroup
        name="joining"
        legend={t("form_joining")}
        error={errorFor("joining")}
        defaultValue={typed("joining")}
        options={(["open", "request", "invitation"] as const).map((joining) => ({ value: joining, word: t(`joining_${joining}`), hint: t(`joining_${joining}_hint`) }))}
      />
      {values.presence ? (
        <RadioGroup
          name="presence"
          legend={t("form_presence")}
          hint={t("form_presence_hint")}
          error={errorFor("presence")}
          defaultValue={typed("presence")}
          options={(["usual", "on", "off"] as const).map((presence) => ({ value: presence, word: t(`presence_${presence}`), hint: presence === "usual" ? t("presence_usual_hint") : undefined }))}
        />
      ) : null}
      {values.remarks ? (
        <RadioGroup
          name="remarks"
          legend={t("form_remarks")}
          error={errorFor("remarks")}
          defaultValue={typed("remarks")}
          options={(["writers", "readers"] as const).map((remarks) => ({ value: remarks, word: t(`remarks_${remarks}`), hint: t(`remarks_${remarks}_hint`) }))}
        />
      ) : null}
    </>
  );
}

/** A new group; about a sensitive theme it is closed unless the facilitator chooses otherwise. */
export function NewGroupScreen({ view, id, refusal }: { view: { spaceId: string; slug: string; sensitive: boolean; values: GroupFormValues }; id: string; refusal?: FormRefusal }) {
  const t = groupWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices });
  return (
    <Stack space="loose">
      <PageHead title={t("make")} lead={t("make_lead")} />
      {summary}
      {view.sensitive ? <Notice icon="lock">{t("make_sensitive")}</Notice> : null}
      <Form action={`/leerplekken/${view.slug}/groepen/nieuw`} busyWord={ui("busy")} hidden={{ id: refusal?.values.id ?? id, spaceId: view.spaceId }}>
        <GroupFields values={view.values} refusal={refusal} errorFor={errorFor} />
        <FormActions>
          <Button icon="check">{t("make_button")}</Button>
          <LinkButton href={`/leerplekken/${view.slug}`} kind="quiet">
            {ui("cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </Stack>
  );
}

/** The settings of a group, and its end. */
export function GroupSettingsScreen({ view, refusal }: { view: { groupId: string; slug: string; rev: number; values: GroupFormValues }; refusal?: FormRefusal }) {
  const t = groupWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices });
  const here = `/groepen/${view.groupId}`;
  return (
    <Stack space="sections">
      <PageHead title={t("settings_title", { name: view.values.name })} back={<BackLink href={here}>{ui("back_to", { name: view.values.name })}</BackLink>} />
      {summary}
      <Form action={`${here}/beheer`} busyWord={ui("busy")} hidden={{ rev: String(view.rev), intent: "change" }}>
        <GroupFields values={view.values} narrowed={view.values.visibility === "members"} refusal={refusal} errorFor={errorFor} />
        <FormActions>
          <Button icon="check">{ui("save")}</Button>
        </FormActions>
      </Form>
      <Section id="mensen" title={t("people")}>
        <div className="cluster">
          <LinkButton href={`${here}/leden`} kind="secondary" icon="users-round">
            {t("see_members")}
          </LinkButton>
          <LinkButton href={`/leerplekken/${view.slug}/beheer/uitnodigen?groep=${view.groupId}`} kind="secondary" icon="mail">
            {t("invite")}
          </LinkButton>
          <LinkButton href={`/leerplekken/${view.slug}/beheer/vragen`} kind="secondary" icon="user-round">
            {t("requests_title")}
          </LinkButton>
        </div>
      </Section>
      <Section id="afsluiten" title={t("archive_title")}>
        <ConfirmAction word={t("archive_word")} question={t("archive_question", { name: view.values.name })} confirmWord={t("archive_confirm")} cancelWord={ui("cancel")} action={`${here}/beheer`} hidden={{ intent: "archive" }} danger>
          {t("archive_text")}
        </ConfirmAction>
      </Section>
    </Stack>
  );
}
