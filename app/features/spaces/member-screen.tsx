import { useLanguage } from "~/platform/define-words";
import { errorWords } from "~/platform/error-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, ConfirmAction, DateText, Disclosure, Facts, Form, FormActions, Notice, PageHead, PrintButton, PrintCard, Section, Stack, TextArea } from "~/ui";
import type { MemberView } from "./read-member.server";
import { spaceWords } from "./words";

export interface MemberScreenProps {
  view: MemberView;
  installation: string;
  /** Given just now; never shown again. */
  given?: { code: string; expiresAt: string };
  refusal?: FormRefusal;
}

/** What a facilitator can do for one member: help them back in, or take them out. */
export function MemberScreen({ view, installation, given, refusal }: MemberScreenProps) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const say = errorWords.use();
  const language = useLanguage();
  const { summary, errorFor } = useRefusal(refusal);
  const action = `/leerplekken/${view.slug}/leden/${view.id}`;
  const hidden = { spaceId: view.spaceId, membershipId: view.id };
  return (
    <Stack space="sections">
      <PageHead title={view.shownName} back={<BackLink href={`/leerplekken/${view.slug}/wie-doet-mee`}>{ui("back_to", { name: ui("nav_space_members") })}</BackLink>} />
      {summary}
      <Facts
        items={[
          { term: t("since"), icon: "calendar-days", value: <DateText at={view.joinedAt} language={language} dayOnly /> },
          { term: t("admitted"), icon: "log-in", value: t(`admitted_${view.admittedHow}`) },
        ]}
      />
      <Section id="code" title={t("code_title")}>
        {given ? (
          <Stack>
            <Notice flash kind="success" title={t("code_given")}>
              <p>
                {t("code_until")} <DateText at={given.expiresAt} language={language} weekday={false} />. {t("code_once")}
              </p>
            </Notice>
            <PrintCard brandName={installation} title={t("code_card_title")} lines={[{ term: t("code_card_code"), value: given.code }]}>
              <p>{t("code_card_text")}</p>
            </PrintCard>
            <PrintButton word={ui("print")} />
          </Stack>
        ) : view.may.giveCode === true ? (
          <ConfirmAction word={t("code_word")} question={t("code_question", { name: view.shownName })} confirmWord={t("code_confirm")} cancelWord={ui("cancel")} action={action} hidden={{ ...hidden, intent: "code" }}>
            {t("code_text")}
          </ConfirmAction>
        ) : (
          <p>{view.may.giveCode === "forbidden" ? t("code_not_staff") : say(view.may.giveCode)}</p>
        )}
      </Section>
      {view.may.remove === true ? (
        <Section id="weg" title={t("remove_title")}>
          <Disclosure summary={t("remove_word", { name: view.shownName })} open={refusal?.values.intent === "remove"}>
            <Form action={action} busyWord={ui("busy")} hidden={{ ...hidden, intent: "remove" }}>
              <p>{t("remove_text")}</p>
              <TextArea name="reason" label={t("remove_reason")} hint={t("remove_reason_hint")} error={errorFor("reason")} defaultValue={refusal?.values.reason} maxLength={limits.shortTextCharacters} required />
              <FormActions>
                <Button kind="danger">{t("remove_confirm")}</Button>
              </FormActions>
            </Form>
          </Disclosure>
        </Section>
      ) : (
        <p className="soft">{view.may.remove === "end_role_first" ? say("end_role_first") : null}</p>
      )}
    </Stack>
  );
}
