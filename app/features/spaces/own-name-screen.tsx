import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { Button, ConfirmAction, Form, FormActions, Notice, PageHead, Section, Stack } from "~/ui";
import { NameFields } from "./join-space-screen";
import type { OwnNameView } from "./read-join-form.server";
import { spaceWords } from "./words";

/** One's own name in a leerplek, one's tasks, and the way out. */
export function OwnNameScreen({ view, saved, refusal }: { view: OwnNameView; saved: boolean; refusal?: FormRefusal }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  const action = `/leerplekken/${view.slug}/mijn-naam`;
  return (
    <Stack space="sections">
      <PageHead title={t("own_name_title")} lead={t("own_name_lead", { name: view.name })} />
      {saved ? <Notice flash kind="success" title={ui("saved")} /> : null}
      {summary}
      <Form action={action} busyWord={ui("busy")} hidden={{ spaceId: view.spaceId, intent: "name" }}>
        <NameFields
          shownName={refusal?.values.shownName ?? view.shownName}
          nameForEveryone={refusal ? refusal.values.nameForEveryone === "yes" : view.nameForEveryone}
          visibility={view.visibility}
          errorFor={errorFor}
        />
        <FormActions>
          <Button icon="check">{ui("save")}</Button>
        </FormActions>
      </Form>
      {view.roles.length > 0 ? (
        <Section id="taken" title={t("own_roles")}>
          <Stack>
            <p>{t("own_roles_text")}</p>
            {view.roles.map((role) => (
              <ConfirmAction
                key={role.id}
                word={t("resign", { role: t(`role_${role.role}`), organisation: role.organisation })}
                question={t("resign_question", { role: t(`role_${role.role}`) })}
                confirmWord={t("resign_confirm")}
                cancelWord={ui("cancel")}
                action={action}
                hidden={{ spaceId: view.spaceId, roleId: role.id, intent: "resign" }}
              >
                {t("resign_text")}
              </ConfirmAction>
            ))}
          </Stack>
        </Section>
      ) : (
        <Section id="weggaan" title={t("leave_title")}>
          <ConfirmAction
            word={t("leave_word")}
            question={t("leave_question", { name: view.name })}
            confirmWord={t("leave_confirm")}
            cancelWord={ui("cancel")}
            action={action}
            hidden={{ spaceId: view.spaceId, intent: "leave" }}
            danger
          >
            {t("leave_text")}
          </ConfirmAction>
        </Section>
      )}
    </Stack>
  );
}
