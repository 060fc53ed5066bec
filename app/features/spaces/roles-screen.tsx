import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { Button, ConfirmAction, CopyText, DateText, Form, FormActions, Notice, Person, RadioGroup, Section, Select, Stack, TextField } from "~/ui";
import { ManageFrame } from "./manage-frame";
import type { ManageView, RoleView } from "./read-manage.server";
import { spaceWords } from "./words";

const given = ["facilitator", "moderator", "deputy_moderator", "helper"] as const;

export interface RolesScreenProps {
  view: ManageView;
  requests: number;
  /** Id for the invitation that this form would make. */
  invitationId: string;
  /** First day and suggested last day of an appointment, as a date field takes them. */
  days: { first: string; suggested: string };
  /** Made just now; never shown again. */
  made?: { link: string; expiresAt: string };
  refusal?: FormRefusal;
}

/** Who does what in a leerplek, and giving somebody a task: by name, or by a link. */
export function RolesScreen({ view, requests, invitationId, days, made, refusal }: RolesScreenProps) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const { summary, errorFor } = useRefusal(refusal, { choices: ["role", "how"] });
  const value = (field: string) => refusal?.values[field] ?? "";
  const accepted = view.partners.filter((one) => one.state === "accepted");
  return (
    <ManageFrame view={view} page="roles" title={t("roles_title")} lead={t("roles_lead")} requests={requests}>
      {summary}
      {made ? (
        <Notice flash kind="success" title={t("link_made")}>
          <Stack>
            <p>
              {t("link_made_text")} {t("link_until")} <DateText at={made.expiresAt} language={language} dayOnly />.
            </p>
            <CopyText id="link" label={t("link_label")} value={made.link} copyWord={ui("copy")} copiedWord={ui("copied")} />
          </Stack>
        </Notice>
      ) : null}
      <Stack as="ul">
        {view.roles.map((role) => (
          <li key={role.id}>
            <Held role={role} view={view} />
          </li>
        ))}
      </Stack>
      {view.may.run === true ? (
        <Section id="geven" title={t("give_title")}>
          <Form action={`/leerplekken/${view.slug}/beheer/taken`} busyWord={ui("busy")} hidden={{ spaceId: view.id, id: invitationId }}>
            <RadioGroup name="role" legend={t("give_role")} error={errorFor("role")} defaultValue={value("role")} options={given.map((role) => ({ value: role, word: t(`role_${role}`), hint: t(`role_${role}_hint`) }))} />
            <Select
              name="organisationId"
              label={t("give_for")}
              error={errorFor("organisationId")}
              defaultValue={value("organisationId") || accepted[0]?.id}
              options={accepted.map((one) => ({ value: one.id, word: one.name }))}
              required
            />
            <TextField name="function" label={t("function")} hint={t("function_hint")} error={errorFor("function")} defaultValue={value("function")} maxLength={limits.nameCharacters} required />
            <TextField name="until" type="date" size="short" label={t("give_until")} hint={t("give_until_hint")} error={errorFor("until")} defaultValue={value("until") || days.suggested} min={days.first} required />
            <RadioGroup
              name="how"
              legend={t("give_how")}
              error={errorFor("how")}
              defaultValue={value("how") || "link"}
              options={[
                { value: "link", word: t("give_link"), hint: t("give_link_hint") },
                { value: "name", word: t("give_name"), hint: t("give_name_hint") },
              ]}
            />
            <TextField name="signInName" label={t("sign_in_name")} optionalWord={t("only_by_name")} error={errorFor("signInName")} defaultValue={value("signInName")} maxLength={80} autoCapitalize="none" autoComplete="off" />
            <FormActions>
              <Button icon="check">{t("give_button")}</Button>
            </FormActions>
          </Form>
        </Section>
      ) : null}
    </ManageFrame>
  );
}

function Held({ role, view }: { role: RoleView; view: ManageView }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const word = t(`role_${role.role}`);
  return (
    <Person name={role.shownName} staffFunction={[role.function || word, role.organisation].join(", ")}>
      <span className="soft small">
        {word}
        {role.until ? (
          <>
            , {t("until_day")} <DateText at={role.until} language={language} weekday={false} dayOnly />
          </>
        ) : null}
      </span>
      {role.mayEnd ? (
        <ConfirmAction
          word={role.mine ? t("resign_short") : t("end_word")}
          question={role.mine ? t("resign_question", { role: word }) : t("end_question", { name: role.shownName, role: word })}
          confirmWord={role.mine ? t("resign_confirm") : t("end_confirm")}
          cancelWord={ui("cancel")}
          action={`/leerplekken/${view.slug}/beheer/taken`}
          hidden={{ spaceId: view.id, roleId: role.id, intent: "end" }}
        >
          {t("end_text")}
        </ConfirmAction>
      ) : null}
    </Person>
  );
}
