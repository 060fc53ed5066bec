import { useLanguage } from "~/platform/define-words";
import { errorWords } from "~/platform/error-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { Button, Form, FormActions, Notice, PageBody, PageHead, Stack, formatDay } from "~/ui";
import type { ResearcherInvitationView } from "./invite-researcher.server";
import { researchWords } from "./words";

/** What the researcher reads and accepts. */
export function ResearcherInvitationScreen({ invitation, action, refusal }: { invitation: ResearcherInvitationView; action: string; refusal?: FormRefusal }) {
  const t = researchWords.use();
  const say = errorWords.use();
  const language = useLanguage();
  const { summary } = useRefusal(refusal);
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("invitation_title")} lead={t("invitation_lead", { institution: invitation.institution })} />
        {summary}
        <Stack>
          <h2>{invitation.title}</h2>
          <p>{invitation.purpose}</p>
          <p>{t("invitation_rules", { day: formatDay(new Date(invitation.retentionEnd), { language, weekday: false }) })}</p>
        </Stack>
        {invitation.may === true ? (
          <Form action={action}>
            <FormActions>
              <Button icon="check">{t("invitation_accept")}</Button>
            </FormActions>
          </Form>
        ) : (
          <Notice kind="warning">{say(invitation.may)}</Notice>
        )}
      </Stack>
    </PageBody>
  );
}
