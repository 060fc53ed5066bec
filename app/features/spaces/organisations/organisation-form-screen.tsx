import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, ConfirmAction, Form, FormActions, Notice, PageBody, PageHead, Person, Section, Select, Stack, TextField } from "~/ui";
import { spaceWords } from "../words";
import { kindKey, kinds } from "./kinds";
import type { OrganisationForm } from "./read-organisation.server";

export interface OrganisationFormScreenProps {
  form: OrganisationForm;
  /** Id of the organisation, also of one that is still to be made. */
  id: string;
  saved: boolean;
  refusal?: FormRefusal;
}

/** The form of one organisation, and who speaks for it. */
export function OrganisationFormScreen({ form, id, saved, refusal }: OrganisationFormScreenProps) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  const now = form.organisation;
  const action = `/beheer/installatie/organisaties/${now ? now.id : "nieuw"}`;
  const value = (field: "name" | "kind" | "nis" | "phone" | "email" | "website") => refusal?.values[field] ?? now?.[field] ?? "";
  return (
    <PageBody width="text">
      <Stack space="sections">
        <PageHead title={now?.name ?? t("organisation_add")} back={<BackLink href="/beheer/installatie/organisaties">{ui("back_to", { name: t("organisations_title") })}</BackLink>} />
        {saved ? <Notice flash kind="success" title={ui("saved")} /> : null}
        {summary}
        <Form action={action} busyWord={ui("busy")} hidden={{ id: refusal?.values.id ?? id, intent: "organisation" }}>
          <TextField name="name" label={t("organisation_name")} error={errorFor("name")} defaultValue={value("name")} maxLength={120} required />
          <Select name="kind" label={t("organisation_kind")} error={errorFor("kind")} defaultValue={value("kind") || "municipality"} options={kinds.map((kind) => ({ value: kind, word: t(kindKey(kind)) }))} required />
          <Select name="nis" label={t("organisation_where")} optionalWord={ui("optional")} error={errorFor("nis")} emptyWord={t("organisation_nowhere")} defaultValue={value("nis")} options={form.municipalities.map((one) => ({ value: one.nis, word: one.name }))} />
          <TextField name="phone" type="tel" size="short" label={t("phone")} hint={t("organisation_phone_hint")} optionalWord={ui("optional")} error={errorFor("phone")} defaultValue={value("phone")} maxLength={30} />
          <TextField name="email" type="email" label={t("email")} optionalWord={ui("optional")} error={errorFor("email")} defaultValue={value("email")} maxLength={254} />
          <TextField name="website" type="url" label={t("website")} optionalWord={ui("optional")} error={errorFor("website")} defaultValue={value("website")} maxLength={200} />
          <FormActions>
            <Button icon="check">{ui("save")}</Button>
          </FormActions>
        </Form>
        {now ? (
          <Section id="woordvoerders" title={t("organisation_stewards")}>
            <Stack>
              <p>{t("stewards_text")}</p>
              <Stack as="ul" space="tight">
                {form.stewards.map((one) => (
                  <li key={one.actorId}>
                    <Person name={one.name}>
                      <span className="soft small">{one.signInName}</span>
                      <ConfirmAction word={t("steward_end")} question={t("steward_end_question", { name: one.name })} confirmWord={t("steward_end")} cancelWord={ui("cancel")} action={action} hidden={{ organisationId: now.id, actorId: one.actorId, intent: "end-steward" }}>
                        {t("steward_end_text")}
                      </ConfirmAction>
                    </Person>
                  </li>
                ))}
              </Stack>
              <Form action={action} busyWord={ui("busy")} hidden={{ organisationId: now.id, intent: "steward" }}>
                <TextField name="signInName" label={t("sign_in_name")} hint={t("sign_in_name_hint")} error={errorFor("signInName")} defaultValue={refusal?.values.signInName} maxLength={80} autoCapitalize="none" autoComplete="off" required />
                <FormActions>
                  <Button icon="plus" kind="secondary">
                    {t("steward_add")}
                  </Button>
                </FormActions>
              </Form>
            </Stack>
          </Section>
        ) : null}
      </Stack>
    </PageBody>
  );
}
