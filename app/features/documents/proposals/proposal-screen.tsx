import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { reportPath } from "~/features/house-rules/report-path";
import { accentClass, BackLink, Button, ConfirmAction, DateText, Form, FormActions, formatMoment, Notice, PageBody, PageHead, Section, Stack, TextArea } from "~/ui";
import { proposalsHref } from "../views";
import { PartsView } from "./parts-view";
import type { ProposalPage } from "./read-proposals.server";
import { proposalWords } from "./words";

/** A proposal: what would change, and what becomes of it. */
export function ProposalScreen({ page, refusal }: { page: ProposalPage; refusal?: FormRefusal }) {
  const t = proposalWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const { summary } = useRefusal(refusal);
  const { document, place, proposal, parts, may } = page;
  return (
    <div className={accentClass(place.accent)}>
      <PageBody width="text">
        <Stack space="loose">
          <PageHead title={proposal.mine ? t("mine") : t("one", { name: proposal.author.name })} above={document.title} back={<BackLink href={proposalsHref(document.id)}>{t("back")}</BackLink>} />
          {summary}
          <p className="soft">
            {proposal.author.staff ? (
              <>
                {proposal.author.name}, {proposal.author.staff}
                <br />
              </>
            ) : null}
            {t("sent_on")} <DateText at={proposal.at} language={language} />
          </p>
          <Outcome page={page} />
          {proposal.note ? (
            <Section id="waarom" title={t("why")}>
              <p className="proposal__words">{proposal.note}</p>
            </Section>
          ) : null}
          {may.decide === true ? <Decide page={page} refusal={refusal} /> : null}
          {may.decide !== true && parts.length > 0 ? (
            <Section id="verandert" title={t(proposal.state === "decided" ? "parts_decided" : "parts")}>
              <PartsView parts={parts} />
            </Section>
          ) : null}
          {proposal.mine && may.withdraw === true && proposal.state === "open" ? (
            <ConfirmAction word={t("withdraw")} question={t("withdraw_question")} confirmWord={t("withdraw")} cancelWord={ui("cancel")} action={proposal.href} hidden={{ intent: "withdraw-proposal", id: proposal.id }}>
              {t("withdraw_text")}
            </ConfirmAction>
          ) : null}
          {proposal.mine ? null : (
            <p>
              <a href={reportPath("proposal", proposal.id)}>{ui("report")}</a>
            </p>
          )}
        </Stack>
      </PageBody>
    </div>
  );
}

function Outcome({ page: { proposal, may } }: { page: ProposalPage }) {
  const t = proposalWords.use();
  const language = useLanguage();
  if (proposal.state === "withdrawn") return <Notice title={t("withdrawn")} />;
  if (proposal.state === "open") {
    if (proposal.mine) {
      return (
        <Notice icon="clock" title={t("waiting")}>
          {t("waiting_text")}
        </Notice>
      );
    }
    return may.decide === true ? null : <Notice icon="clock" title={t("waiting_of_another")} />;
  }
  const { outcome, decided, reason } = proposal;
  return (
    <Notice kind={outcome === "declined" ? "info" : "success"} title={t(`outcome_${outcome ?? "declined"}`)}>
      {reason ? <p className="proposal__words">{reason}</p> : null}
      {decided ? <p>{t("decided_by", { name: decided.by.name, moment: formatMoment(new Date(decided.at), { language }) })}</p> : null}
    </Notice>
  );
}

/** One form for all of it: ticks with the places, a word for who proposed it, and three ways to end. */
function Decide({ page: { proposal, parts }, refusal }: { page: ProposalPage; refusal?: FormRefusal }) {
  const t = proposalWords.use();
  const { errorFor } = useRefusal(refusal);
  const possible = parts.filter(({ state }) => state !== "gone").length;
  return (
    <Form action={proposal.href} hidden={{ intent: "decide-proposal", id: proposal.id }}>
      <Section id="verandert" title={t("parts")}>
        <PartsView parts={parts} choose={parts.length > 1} />
      </Section>
      <Section id="beslissen" title={t("decide")}>
        <Stack>
          <p>{t("decide_text")}</p>
          <TextArea name="reason" label={t("reason")} hint={t("reason_hint")} rows={3} maxLength={limits.shortTextCharacters} defaultValue={refusal?.values.reason} error={errorFor("reason")} />
          <FormActions>
            {possible > 0 ? (
              <Button icon="check" name="take" value="all">
                {t("take_all")}
              </Button>
            ) : null}
            {parts.length > 1 && possible > 0 ? (
              <Button kind="secondary" name="take" value="parts">
                {t("take_parts")}
              </Button>
            ) : null}
            <Button kind="secondary" icon="x" name="take" value="none">
              {t("take_none")}
            </Button>
          </FormActions>
        </Stack>
      </Section>
    </Form>
  );
}
