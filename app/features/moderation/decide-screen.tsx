import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, Card, Form, FormActions, Choice, Disclosure, fieldId, Fieldset, PageBody, PageHead, RadioGroup, Stack, TextArea } from "~/ui";
import { findings, laws, spans } from "./codes";
import { useRefusal } from "./explain-refusal";
import type { CaseView } from "./read-case.server";
import { moderationWords } from "./words";
import { WrittenWords } from "./written-words";

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
          <WrittenWords text={one.evidence.text.slice(0, 1_000)} />
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
          <RuleChoice houseRules={one.space.houseRules} chosen={given.rule} error={errorFor("rule")} />
          <RadioGroup
            name="measure"
            legend={t("decide_measure")}
            error={errorFor("measure")}
            defaultValue={given.measure}
            options={one.measures.map((measure) => ({ value: measure, word: t(`measure_${measure}`), hint: t(`measure_${measure}_hint`) }))}
            required
          />
          {onPerson ? (
            <Disclosure summary={t("decide_person")} open={given.measure === "mute" || given.measure === "suspend"}>
              <p>{t("decide_person_hint")}</p>
              <RadioGroup
                name="scope"
                legend={t("decide_scope")}
                error={errorFor("scope")}
                defaultValue={given.scope}
                options={[...(one.group ? [{ value: "group", word: t("decide_scope_group", { name: one.group.name }) }] : []), { value: "space", word: t("decide_scope_space") }]}
              />
              <RadioGroup name="days" legend={t("decide_days")} error={errorFor("days")} defaultValue={given.days ?? "7"} options={spans.map((days) => ({ value: String(days), word: t(`days_${days}`) }))} />
            </Disclosure>
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

/** The house rules in sight, the laws behind one more tap: they are needed less often. */
function RuleChoice({ houseRules, chosen, error }: { houseRules: string[]; chosen: string | undefined; error: string | undefined }) {
  const t = moderationWords.use();
  const id = fieldId("rule");
  const option = (value: string, index: number, word: string) => <Choice key={value} id={`${id}-${index}`} type="radio" name="rule" value={value} word={word} defaultChecked={value === chosen} />;
  return (
    <Fieldset id={id} legend={t("decide_rule")} hint={t("decide_rule_hint")} error={error}>
      <div className="choices">{houseRules.map((rule, index) => option(`house:${index}`, index, rule))}</div>
      <Disclosure summary={t("decide_law_more")} open={chosen?.startsWith("law:")}>
        <div className="choices">{laws.map((law, index) => option(`law:${law}`, houseRules.length + index, t(`${law}_law_name`)))}</div>
      </Disclosure>
    </Fieldset>
  );
}
