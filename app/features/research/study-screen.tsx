import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, Card, DateText, Disclosure, Facts, Form, LinkButton, Notice, PageBody, PageHead, PlainText, Prose, RadioGroup, Section, Stack, formatDay } from "~/ui";
import type { MyStudiesView, StudyView } from "./read-studies.server";
import { StudyBadge } from "./studies-screen";
import { researchWords } from "./words";

export type Answered = "answered" | "withdrawn" | null;

export interface StudyScreenProps {
  study: StudyView;
  /** For this page's forms: a second tap does the same once. */
  id: string;
  flash: Answered;
  refusal?: FormRefusal;
}

/** A study as a resident reads it: what for, what they see, who; and the question, with two answers of equal size. */
export function StudyScreen({ study, id, flash, refusal }: StudyScreenProps) {
  const t = researchWords.use();
  const language = useLanguage();
  const { summary } = useRefusal(refusal);
  const day = (at: string) => formatDay(new Date(at), { language, weekday: false });
  return (
    <PageBody width="text">
      <Stack space="sections">
        <Stack space="loose">
          <PageHead
            back={<BackLink href="/studies">{t("studies_back")}</BackLink>}
            above={<StudyBadge state={study.state} />}
            title={study.title}
            lead={study.purpose}
            actions={
              study.worksOn ? (
                <LinkButton href={`/beheer/studies/${study.slug}`} kind="secondary" icon="settings-2">
                  {t("study_work")}
                </LinkButton>
              ) : null
            }
          />
          {summary}
          {flash && !refusal ? (
            <Notice kind="success" flash>
              {t(`flash_${flash}`)}
            </Notice>
          ) : null}
        </Stack>
        <Section id="infoblad" title={t("sheet")}>
          <Prose>
            <PlainText text={study.sheet} />
          </Prose>
        </Section>
        <Section id="wat" title={t("fields_asked")}>
          <Stack>
            <p>{t("fields_lead")}</p>
            <FieldsAsked study={study} />
          </Stack>
        </Section>
        <Section id="wie" title={t("who_what")}>
          <Facts
            wide
            items={[
              { term: t("investigator"), value: study.investigator },
              { term: t("institution"), value: study.institution },
              { term: t("recipients"), value: study.recipients },
              { term: t("legal_basis"), value: study.legalBasis },
              ...(study.ethicsReference ? [{ term: t("ethics_reference"), value: study.ethicsReference }] : []),
              { term: t("period"), value: t("period_value", { from: day(study.periodFrom), to: day(study.periodTo) }) },
              { term: t("retention_end"), value: t("retention_value", { day: day(study.retentionEnd) }) },
              { term: t("spaces_in"), value: study.spaces.length === 0 ? t("spaces_none") : study.spaces.map((one) => one.name).join(" · ") },
            ]}
          />
        </Section>
        <Section id="antwoord" title={t("ask_title")}>
          <OwnAnswer study={study} id={id} />
        </Section>
      </Stack>
    </PageBody>
  );
}

function FieldsAsked({ study }: { study: StudyView }) {
  const t = researchWords.use();
  const language = useLanguage() === "en" ? "en" : "nl";
  const groups = [{ name: null as string | null, title: t("fields_every_row") }, ...study.types.map((type) => ({ name: type.name as string | null, title: type.label[language] }))];
  return (
    <>
      {groups
        .map((group) => ({ ...group, fields: study.fields.filter((field) => field.type === group.name) }))
        .filter((group) => group.fields.length > 0)
        .map((group) => (
          <Disclosure key={group.title} summary={group.title} open={group.name === null}>
            <Prose>
              <ul>
                {group.fields.map((field) => (
                  <li key={field.key}>{field.label[language]}</li>
                ))}
              </ul>
            </Prose>
          </Disclosure>
        ))}
    </>
  );
}

/** What somebody answered, in a sentence, with the receipt. */
export function MineLine({ mine }: { mine: StudyView["mine"] }) {
  const t = researchWords.use();
  const language = useLanguage();
  if (!mine) return <p>{t("mine_none")}</p>;
  const given = mine.answer === "given" && mine.coversBefore ? "mine_given_before" : (`mine_${mine.answer}` as const);
  return (
    <div>
      <p>{mine.current || mine.answer === "withdrawn" ? t(given) : t("mine_outdated")}</p>
      <p className="soft">
        {t("mine_receipt", { receipt: mine.receipt })} · <DateText at={mine.at} language={language} />
      </p>
    </div>
  );
}

/** The one tap that takes a yes back. */
export function WithdrawForm({ study, id, action }: { study: MyStudiesView["studies"][number] | StudyView; id: string; action: string }) {
  const t = researchWords.use();
  if (study.may.withdraw !== true) return null;
  return (
    <Form action={action} hidden={{ intent: "withdraw", id, study: study.id }}>
      <Button kind="secondary" icon="x">
        {t("withdraw")}
      </Button>
    </Form>
  );
}

function OwnAnswer({ study, id }: { study: StudyView; id: string }) {
  const t = researchWords.use();
  const ui = uiWords.use();
  const here = `/studies/${study.slug}`;
  const { answer } = study.may;
  if (answer === "sign_in") {
    return (
      <Stack>
        <p>{t("why_not_sign_in")}</p>
        <p>
          <LinkButton href={`/aanmelden?next=${encodeURIComponent(here)}`} icon="log-in">
            {t("sign_in")}
          </LinkButton>
        </p>
      </Stack>
    );
  }
  if (answer === "too_young") return <Notice>{t("why_not_young")}</Notice>;
  if (answer === "join_space") return <Notice>{t("why_not_join")}</Notice>;
  const answered = study.mine !== null && study.mine.current;
  const form = (
    <Form action={`${here}#antwoord`} hidden={{ intent: "answer", id, study: study.id, version: String(study.sheetVersion) }}>
      <RadioGroup
        name="covers"
        legend={t("covers")}
        defaultValue="from_today"
        options={[
          { value: "from_today", word: t("covers_from_today") },
          { value: "before", word: t("covers_also_before") },
        ]}
      />
      <div className="choices--equal">
        <Button name="answer" value="yes" kind="secondary" wide>
          {t("yes")}
        </Button>
        <Button name="answer" value="no" kind="secondary" wide>
          {t("no")}
        </Button>
      </div>
    </Form>
  );
  return (
    <Card soft>
      <Stack>
        <MineLine mine={study.mine} />
        <WithdrawForm study={study} id={id} action={`${here}#antwoord`} />
        {answer === true ? (
          <>
            <p>{t("ask_free")}</p>
            {answered ? <Disclosure summary={t("change_answer")}>{form}</Disclosure> : form}
          </>
        ) : null}
        <p>
          <a href="/ik/studies">{t("mine_title")}</a> · <a href="/privacy">{ui("foot_privacy")}</a>
        </p>
      </Stack>
    </Card>
  );
}
