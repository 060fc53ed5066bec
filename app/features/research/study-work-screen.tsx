import { useRefusal } from "~/platform/explain-refusal";
import { errorWords } from "~/platform/error-words";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, Card, Columns, ConfirmAction, CopyText, Form, LinkButton, Notice, PageBody, PageHead, Section, Stack, TextField } from "~/ui";
import type { StudyWorkView } from "./read-studies.server";
import { StudyBadge } from "./studies-screen";
import { StudyReleases } from "./study-releases";
import { StudySpaces } from "./study-spaces";
import { researchWords } from "./words";

export interface StudyWorkScreenProps {
  study: StudyWorkView;
  /** For this page's forms: a second tap does the same once. */
  id: string;
  done: boolean;
  /** The link that was just made, this once. */
  invitation?: string;
  refusal?: FormRefusal;
}

/** A study for those who guard it, do it, or answer for an organisation. */
export function StudyWorkScreen({ study, id, done, invitation, refusal }: StudyWorkScreenProps) {
  const t = researchWords.use();
  const ui = uiWords.use();
  const { summary } = useRefusal(refusal);
  const here = `/beheer/studies/${study.slug}`;
  return (
    <PageBody>
      <Stack space="loose">
        <PageHead back={<BackLink href="/beheer/studies">{t("desk_back")}</BackLink>} above={<StudyBadge state={study.state} />} title={study.title} lead={study.purpose} />
        {summary}
        {done && !refusal ? (
          <Notice kind="success" flash>
            {t("flash_done")}
          </Notice>
        ) : null}
        {invitation ? (
          <Notice kind="success" flash title={t("work_invite_once")}>
            <CopyText id="uitnodiging" label={t("work_invite_link")} value={invitation} copyWord={ui("copy")} copiedWord={ui("copied")} />
          </Notice>
        ) : null}
        <Columns asideLabel={t("work_steps")} aside={<NextSteps study={study} id={id} here={here} />}>
          <Stack space="sections">
            <StudySpaces study={study} action={here} />
            {study.may.askRelease === "not_found" ? null : <StudyReleases study={study} id={id} action={here} />}
          </Stack>
        </Columns>
      </Stack>
    </PageBody>
  );
}

function NextSteps({ study, id, here }: { study: StudyWorkView; id: string; here: string }) {
  const t = researchWords.use();
  const ui = uiWords.use();
  const say = errorWords.use();
  const { may } = study;
  const guards = may.guard === true;
  const waitsToOpen = guards && (study.state === "draft" || study.state === "review");
  return (
    <Stack>
      <p>
        <a href={`/studies/${study.slug}`}>{t("work_public")}</a>
      </p>
      {may.guard === "not_yourself" ? <Notice kind="warning">{say("not_yourself")}</Notice> : null}
      {waitsToOpen && may.open === true ? (
        <Card soft>
          <Form action={here} hidden={{ intent: "open", study: study.id }}>
            <p>{t("work_open_text")}</p>
            <Button icon="check" wide>
              {t("work_open")}
            </Button>
          </Form>
        </Card>
      ) : null}
      {waitsToOpen && may.open === "too_soon" ? <Notice icon="clock">{t("work_open_too_soon")}</Notice> : null}
      {waitsToOpen && may.open === "organisation_said_no" ? <Notice kind="warning">{say("organisation_said_no")}</Notice> : null}
      {may.change === true ? (
        <>
          <p>
            <LinkButton href={`${here}/aanpassen`} kind="secondary" icon="pencil">
              {t("work_change")}
            </LinkButton>
          </p>
          <Section id="uitnodigen" title={t("work_invite")}>
            <Form action={here} hidden={{ intent: "invite", id, study: study.id }}>
              <TextField name="institution" label={t("institution")} hint={t("work_invite_text")} defaultValue={study.institution} required />
              <Button kind="secondary" icon="link">
                {t("work_invite_button")}
              </Button>
            </Form>
          </Section>
        </>
      ) : null}
      {may.close === true ? (
        <ConfirmAction word={t("work_close")} question={t("work_close_question")} confirmWord={t("work_close")} cancelWord={ui("cancel")} action={here} hidden={{ intent: "close", study: study.id }}>
          {t("work_close_text")}
        </ConfirmAction>
      ) : null}
      {may.destroyKey === true ? (
        <ConfirmAction danger word={t("work_destroy")} question={t("work_destroy_question")} confirmWord={t("work_destroy")} cancelWord={ui("cancel")} action={here} hidden={{ intent: "destroy", study: study.id }}>
          {t("work_destroy_text")}
        </ConfirmAction>
      ) : null}
    </Stack>
  );
}
