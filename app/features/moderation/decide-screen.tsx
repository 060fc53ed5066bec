import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, Card, Form, FormActions, PageBody, PageHead, PlainText, RadioGroup, Section, Stack, TextArea } from "~/ui";
import { findings, laws, spans } from "./codes";
import { useRefusal } from "./explain-refusal";
import type { CaseView } from "./read-case.server";
import { moderationWords } from "./words";

export interface DecideScreenProps {
  one: CaseView;
  refusal?: FormRefusal;
  /** What was chosen before, when somebody comes back from the letter. */
  chosen?: Record<string, string>;
}

/** Three taps: what happened, which rule or law, which measure. Then the letter. */
export function DecideScreen({ one, refusal, chosen }: DecideScreenProps) {
  const t = moderationWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  const given = refusal?.values ?? chosen ?? {};
  const here = `/beheer/meldingen/${one.id}/beslissen`;
  const onPerson = one.measures.includes("mute");
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead back={<BackLink href={`/beheer/meldingen/${one.id}`}>{t("case_title", { number: one.number })}</BackLink>} title={t("decide_title", { number: one.number })} lead={t("decide_lead")} />
        {summary}
        <Card soft title={one.evidence.title} heading="h2" meta={<span>{t("report_by", { name: one.evidence.shownName })}</span>}>
          <div>
            <PlainText text={one.evidence.text.slice(0, 1_000)} />
          </div>
        </Card>
        <Form action={here} hidden={{ step: "preview", case: one.id, version: String(one.version) }} busyWord={ui("busy")}>
          <RadioGroup
            name="found"
            legend={t("decide_found")}
            error={errorFor("found")}
            defaultValue={given.found}
            options={findings.map((found) => ({ value: found, word: t(`${found}_found`), hint: found === "other" ? t("other_found_hint") : undefined }))}
            required
          />
          <RadioGroup
            name="rule"
            legend={t("decide_rule")}
            hint={t("decide_rule_hint")}
            error={errorFor("rule")}
            defaultValue={given.rule}
            options={[
              ...one.space.houseRules.map((rule, index) => ({ value: `house:${index}`, word: rule })),
              ...laws.map((law) => ({ value: `law:${law}`, word: t("decide_law", { law: t(`${law}_law_name`).toLowerCase() }) })),
            ]}
          />
          <RadioGroup
            name="measure"
            legend={t("decide_measure")}
            error={errorFor("measure")}
            defaultValue={given.measure}
            options={one.measures.map((measure) => ({ value: measure, word: t(`measure_${measure}`), hint: t(`measure_${measure}_hint`) }))}
            required
          />
          {onPerson ? (
            <Section id="persoon" title={t("decide_person")}>
              <RadioGroup
                name="scope"
                legend={t("decide_scope")}
                error={errorFor("scope")}
                defaultValue={given.scope}
                options={[...(one.group ? [{ value: "group", word: t("decide_scope_group", { name: one.group.name }) }] : []), { value: "space", word: t("decide_scope_space") }]}
              />
              <RadioGroup name="days" legend={t("decide_days")} error={errorFor("days")} defaultValue={given.days ?? "7"} options={spans.map((days) => ({ value: String(days), word: t(`days_${days}`) }))} />
            </Section>
          ) : null}
          <TextArea name="words" label={t("decide_words")} optionalWord={ui("optional")} hint={t("decide_words_hint")} error={errorFor("words")} defaultValue={given.words} maxLength={limits.shortTextCharacters} />
          <FormActions>
            <Button icon="eye">{t("decide_preview")}</Button>
          </FormActions>
        </Form>
      </Stack>
    </PageBody>
  );
}
