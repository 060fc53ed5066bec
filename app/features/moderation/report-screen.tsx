import { reportPath } from "~/features/house-rules/report-path";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, Card, Checkbox, Form, FormActions, Notice, PageBody, PageHead, RadioGroup, Select, Stack, TextArea, TextField } from "~/ui";
import { laws, reportReasons } from "./codes";
import { useRefusal } from "./explain-refusal";
import type { ReportForm } from "./read-report-form.server";
import { moderationWords } from "./words";
import { WrittenWords } from "./written-words";

export interface ReportScreenProps {
  form: ReportForm;
  /** The path for what the law forbids. */
  illegal: boolean;
  refusal?: FormRefusal;
}

/** "Niet oké? Zeg het ons": what it is about, what is wrong, send. */
export function ReportScreen({ form, illegal, refusal }: ReportScreenProps) {
  const t = moderationWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  const given = refusal?.values ?? {};
  // After a refusal the same id and secret travel again: still one report.
  const hidden = { id: given.id ?? form.id, secret: given.secret ?? form.secret, kind: form.kind, subject: form.subject, ...(illegal ? { illegal: "yes", reason: "other" } : {}) };
  const here = `${reportPath(form.kind, form.subject)}${illegal ? "?wet=1" : ""}`;
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead back={<BackLink href={form.href}>{t("report_back")}</BackLink>} title={illegal ? t("illegal_title") : t("report_title")} lead={illegal ? t("illegal_lead") : t("report_lead")} />
        {summary}
        <Reported form={form} />
        {form.own ? (
          <Notice title={t("report_own_title")}>{t("report_own_text")}</Notice>
        ) : (
          <Form action={here} hidden={hidden} busyWord={ui("busy")}>
            {illegal ? (
              <Select name="law" label={t("illegal_law")} emptyWord={ui("choose_from_list")} error={errorFor("law")} defaultValue={given.law} options={laws.map((law) => ({ value: law, word: t(`${law}_law_name`) }))} required />
            ) : (
              <RadioGroup name="reason" legend={t("report_reason")} error={errorFor("reason")} defaultValue={given.reason} options={reportReasons.map((reason) => ({ value: reason, word: t(`${reason}_reason`) }))} required />
            )}
            <Checkbox name="danger" word={t("report_danger")} hint={t("report_danger_hint")} defaultChecked={given.danger === "yes"} />
            <TextArea
              name="explanation"
              label={illegal ? t("illegal_why") : t("report_explanation")}
              hint={illegal ? t("illegal_why_hint") : undefined}
              optionalWord={illegal ? undefined : ui("optional")}
              error={errorFor("explanation")}
              defaultValue={given.explanation}
              maxLength={limits.shortTextCharacters}
              rows={illegal ? 5 : 3}
            />
            {form.account ? null : (
              <TextField
                name="contact"
                type="email"
                autoComplete="email"
                label={t("report_contact")}
                optionalWord={illegal ? undefined : ui("optional")}
                hint={illegal ? t("illegal_contact_hint") : t("report_contact_hint")}
                error={errorFor("contact")}
                defaultValue={given.contact}
              />
            )}
            {illegal ? <Checkbox name="goodFaith" word={t("illegal_good_faith")} error={errorFor("goodFaith")} defaultChecked={given.goodFaith === "yes"} required /> : null}
            <FormActions>
              <Button icon="send">{t("report_send")}</Button>
            </FormActions>
          </Form>
        )}
        {illegal || form.own ? null : (
          <Notice icon="scale" title={t("report_law_question")}>
            <p>
              {t("report_law_text")} <a href="?wet=1">{t("report_law_link")}</a>
            </p>
          </Notice>
        )}
      </Stack>
    </PageBody>
  );
}

function Reported({ form }: { form: ReportForm }) {
  const t = moderationWords.use();
  const aboutText = form.kind === "membership" ? form.shownName : form.excerpt;
  return (
    <Card soft heading="h2" title={t("report_what")} meta={form.kind === "space" || form.kind === "membership" ? undefined : t("report_by", { name: form.shownName })}>
      <WrittenWords text={aboutText.length === 300 ? `${aboutText}…` : aboutText} />
    </Card>
  );
}
