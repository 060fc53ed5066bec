import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { Button, Form, FormActions, LinkButton, Notice, PageBody, PageHead, RadioGroup, Section, Stack } from "~/ui";
import type { SettingsView, StartFormView } from "./read-space-forms.server";
import { SpaceFields } from "./space-form";
import { StaffNameFields } from "./staff-name-fields";
import { spaceWords } from "./words";

const choices = ["visibility", "joining", "organisationId"];

/** Starts a leerplek: one page, a good default wherever there is one; it is seen by nobody until it opens. */
export function StartSpaceScreen({ view, id, refusal }: { view: StartFormView; id: string; refusal?: FormRefusal }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices });
  const [only] = view.organisations;
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("start_title")} lead={t("start_lead")} />
        {summary}
        <Form action="/leerplekken/nieuw" busyWord={ui("busy")} hidden={{ id: refusal?.values.id ?? id, ...(view.organisations.length === 1 ? { organisationId: only!.id } : {}) }}>
          {view.organisations.length > 1 ? (
            <RadioGroup
              name="organisationId"
              legend={t("start_for")}
              error={errorFor("organisationId")}
              defaultValue={refusal?.values.organisationId}
              options={view.organisations.map((one) => ({ value: one.id, word: one.name }))}
            />
          ) : (
            <Notice>{t("start_for_only", { name: only!.name })}</Notice>
          )}
          <SpaceFields choices={view} values={view.values} refusal={refusal} errorFor={errorFor} />
          <Section id="jij" title={t("start_you")}>
            <StaffNameFields shownName={refusal?.values.shownName ?? view.shownName} itsFunction={refusal?.values.function ?? ""} errorFor={errorFor} />
          </Section>
          <FormActions>
            <Button icon="check">{t("start_button")}</Button>
            <LinkButton href="/beheer" kind="quiet">
              {ui("cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </Stack>
    </PageBody>
  );
}

/** Changes the settings of a leerplek. */
export function SettingsScreen({ view, refusal }: { view: SettingsView; refusal?: FormRefusal }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices });
  const back = `/leerplekken/${view.slug}/beheer`;
  return (
    <Stack space="loose">
      <PageHead title={t("settings_title")} lead={t("settings_lead")} />
      {summary}
      <Form action={`${back}/gegevens`} busyWord={ui("busy")} hidden={{ spaceId: view.id, rev: String(view.rev) }}>
        <SpaceFields choices={view} values={view.values} narrowed={view.narrowed} refusal={refusal} errorFor={errorFor} />
        <FormActions>
          <Button icon="check">{ui("save")}</Button>
          <LinkButton href={back} kind="quiet">
            {ui("cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </Stack>
  );
}
