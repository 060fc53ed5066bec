import { useLanguage } from "~/platform/define-words";
import { errorWords } from "~/platform/error-words";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Badge, Button, Card, Columns, DateText, Facts, Form, LinkButton, Notice, PageBody, PageHead, Section, Stack } from "~/ui";
import { CaseDecisions } from "./case-decisions";
import { CaseReports } from "./case-reports";
import { CaseSurroundings } from "./case-surroundings";
import type { CaseView } from "./read-case.server";
import { useRefusal } from "./explain-refusal";
import { moderationWords } from "./words";
import { WrittenWords } from "./written-words";

export interface CaseScreenProps {
  one: CaseView;
  flash: "decided" | "taken-back" | "answered" | null;
  refusal?: FormRefusal;
}

/** Address of a case, or of one of its pages. */
export const caseHref = (id: string, page?: "beslissen" | "opnieuw" | "logboek" | "foto") => `/beheer/meldingen/${id}${page ? `/${page}` : ""}`;

/** A case: what was reported, why, what stands around it, and the one next step. */
export function CaseScreen({ one, flash, refusal }: CaseScreenProps) {
  const t = moderationWords.use();
  const { summary } = useRefusal(refusal);
  return (
    <PageBody>
      <Stack space="loose">
        <PageHead
          back={<BackLink href="/beheer/meldingen">{t("case_back")}</BackLink>}
          above={<CaseBadges one={one} />}
          title={t("desk_case", { number: one.number, about: t(`about_${one.about}`) })}
          lead={one.group ? t("case_in_group", { name: one.group.name, space: one.space.name }) : t("case_in_space", { space: one.space.name })}
        />
        {summary}
        {flash && !refusal ? (
          <Notice kind="success" flash>
            {t(flash === "decided" ? "case_decided_flash" : flash === "answered" ? "case_answered_flash" : "case_taken_back_flash")}
          </Notice>
        ) : null}
        <Columns asideLabel={t("case_who")} aside={<NextStep one={one} />}>
          <Stack space="sections">
            {one.state === "open" ? null : <CaseDecisions caseId={one.id} decisions={one.decisions} />}
            <Section id="bewijs" title={t("case_evidence")}>
              <Stack>
                <Card soft title={one.evidence.title} meta={<span>{t("report_by", { name: one.evidence.shownName || "—" })}</span>}>
                  {one.evidence.text ? <WrittenWords text={one.evidence.text} /> : <p className="soft">{t("case_evidence_gone")}</p>}
                </Card>
                {/* A picture that was reported comes to nobody's eyes unasked. */}
                {one.now?.picture ? (
                  <p>
                    <a href={caseHref(one.id, "foto")}>{t("case_picture")}</a>
                  </p>
                ) : null}
                <HowItStands one={one} />
              </Stack>
            </Section>
            <CaseReports reports={one.reports} />
            <CaseSurroundings one={one} />
            {one.state === "open" ? <CaseDecisions caseId={one.id} decisions={one.decisions} /> : null}
          </Stack>
        </Columns>
      </Stack>
    </PageBody>
  );
}

function CaseBadges({ one }: { one: CaseView }) {
  const t = moderationWords.use();
  const waits = one.state === "open" || one.state === "appealed";
  return (
    <div className="cluster">
      {one.danger && waits ? (
        <Badge kind="bad" icon="triangle-alert">
          {t("desk_danger")}
        </Badge>
      ) : null}
      {one.state === "appealed" ? (
        <Badge kind="wait" icon="scale">
          {t("desk_second_look")}
        </Badge>
      ) : null}
      {waits ? null : <Badge kind="good">{t(`desk_state_${one.state === "closed" ? "closed" : "decided"}`)}</Badge>}
    </div>
  );
}

function HowItStands({ one }: { one: CaseView }) {
  const t = moderationWords.use();
  const { now } = one;
  const words = !now ? t("case_now_gone") : now.state !== "visible" ? t(`case_now_${now.state}`) : now.changed ? t("case_now_changed") : t("case_now_visible");
  return (
    <p>
      {t("case_evidence_note")} {words}
      {now && one.surroundings.state === "shown" ? (
        <>
          {" "}
          <a href={now.href}>{t("case_open_it")}</a>
        </>
      ) : null}
    </p>
  );
}

function NextStep({ one }: { one: CaseView }) {
  const t = moderationWords.use();
  const ui = uiWords.use();
  const say = errorWords.use();
  const language = useLanguage();
  const [first] = one.reports;
  const appealed = one.state === "appealed";
  const decide = appealed ? one.may.decideSecondLook : one.may.decide;
  const waits = one.state === "open" || appealed;
  return (
    <Stack>
      {waits && decide === true ? (
        <LinkButton href={caseHref(one.id, appealed ? "opnieuw" : "beslissen")} icon="scale" wide>
          {appealed ? t("case_decide_again") : t("case_decide")}
        </LinkButton>
      ) : null}
      {waits && decide !== true ? <Notice>{say(decide)}</Notice> : null}
      {waits && one.may.claim === true && !one.mine ? (
        <Form action={caseHref(one.id)} hidden={{ intent: "claim" }} busyWord={ui("busy")}>
          <Button kind="secondary" wide>
            {t("case_claim")}
          </Button>
        </Form>
      ) : null}
      {one.mine && waits ? <p>{t("case_claimed_by_you")}</p> : null}
      <Facts
        items={[
          ...(waits ? [{ term: t("case_owner"), value: one.owner ?? t("case_owner_none") }] : []),
          ...(one.claimedBy && !one.mine ? [{ term: t("case_claimed"), value: one.claimedBy }] : []),
          ...(first ? [{ term: t("case_reported_on"), value: <DateText at={first.at} language={language} /> }] : []),
        ]}
      />
      {one.about === "space" ? null : <p className="soft">{one.earlier > 0 ? t("case_earlier", { count: one.earlier }) : t("case_earlier_none")}</p>}
      <p>
        <a href={caseHref(one.id, "logboek")}>{t("case_log")}</a>
      </p>
    </Stack>
  );
}
