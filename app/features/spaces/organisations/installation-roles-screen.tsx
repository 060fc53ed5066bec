import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, ConfirmAction, Form, FormActions, PageBody, PageHead, Person, RadioGroup, Section, Stack, TextField } from "~/ui";
import { spaceWords } from "../words";
import type { HeldInstallationRole } from "./read-installation-roles.server";

const roles = ["duty_desk", "coordinator", "data_steward", "administrator"] as const;

/** Who holds a task over the whole installation. */
export function InstallationRolesScreen({ held, refusal }: { held: HeldInstallationRole[]; refusal?: FormRefusal }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices: ["role"] });
  const action = "/beheer/installatie/taken";
  return (
    <PageBody width="text">
      <Stack space="sections">
        <PageHead title={t("installation_roles_title")} lead={t("installation_roles_lead")} back={<BackLink href="/beheer">{ui("back_to", { name: ui("nav_desk") })}</BackLink>} />
        {summary}
        {roles.map((role) => (
          <Section key={role} id={role} title={t(`installation_${role}`)}>
            <Stack>
              <p>{t(`installation_${role}_hint`)}</p>
              <Stack as="ul" space="tight">
                {held
                  .filter((one) => one.role === role)
                  .map((one) => (
                    <li key={one.actorId}>
                      <Person name={one.name}>
                        <span className="soft small">{one.mine ? `${one.signInName} (${t("that_is_you")})` : one.signInName}</span>
                        <ConfirmAction
                          word={t("end_word")}
                          question={t("end_question", { name: one.name, role: t(`installation_${role}`) })}
                          confirmWord={t("end_confirm")}
                          cancelWord={ui("cancel")}
                          action={action}
                          hidden={{ role, actorId: one.actorId, intent: "end" }}
                        >
                          {t("installation_end_text")}
                        </ConfirmAction>
                      </Person>
                    </li>
                  ))}
              </Stack>
              {held.some((one) => one.role === role) ? null : <p className="soft">{t("installation_nobody")}</p>}
            </Stack>
          </Section>
        ))}
        <Section id="geven" title={t("give_title")}>
          <Form action={action} busyWord={ui("busy")} hidden={{ intent: "give" }}>
            <RadioGroup name="role" legend={t("give_role")} error={errorFor("role")} defaultValue={refusal?.values.role} options={roles.map((role) => ({ value: role, word: t(`installation_${role}`) }))} />
            <TextField name="signInName" label={t("sign_in_name")} hint={t("sign_in_name_hint")} error={errorFor("signInName")} defaultValue={refusal?.values.signInName} maxLength={80} autoCapitalize="none" autoComplete="off" required />
            <FormActions>
              <Button icon="check">{t("installation_give")}</Button>
            </FormActions>
          </Form>
        </Section>
      </Stack>
    </PageBody>
  );
}
