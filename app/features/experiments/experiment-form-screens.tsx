import { useRefusal } from "~/platform/explain-refusal";
import { GroupChoice, ReadersLine } from "~/features/groups/readers-line";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, Form, FormActions, LinkButton, Notice, PageBody, PageHead, RadioGroup, Stack, TextArea } from "~/ui";
import { outcomes } from "./codes";
import { ExperimentForm } from "./experiment-form";
import type { ExperimentForm as ChangeForm, StartForm } from "./read-experiment-form.server";
import { experimentHref } from "./views";
import { experimentWords } from "./words";

interface Refused {
  refusal?: FormRefusal;
}

/** Proposing an experiment. `bundle` are the learning questions that it begins with. */
export function StartExperimentScreen({ form, bundle, refusal }: Refused & { form: StartForm; bundle: { id: string; title: string } | null }) {
  const t = experimentWords.use();
  const { errorFor } = useRefusal(refusal, { choices: ["groupId"] });
  const list = `/leerplekken/${form.space.slug}/experimenten`;
  // The same id again after a refusal: it may have arrived all the same.
  const id = refusal?.values.id ?? form.newId;
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("title_new")} lead={t("lead_new")} back={<BackLink href={list}>{t("to_experiments")}</BackLink>} />
        {bundle ? <Notice icon="lightbulb">{t("from_bundle", { title: bundle.title })}</Notice> : null}
        <ExperimentForm
          action={bundle ? `/experimenten/nieuw?bundel=${bundle.id}` : `/experimenten/nieuw?leerplek=${form.space.slug}`}
          hidden={{ id }}
          readers={<GroupChoice legend={t("group")} groups={form.groups} chosen={refusal?.values.groupId} error={errorFor("groupId")} />}
          words={bundle ? { title: bundle.title } : {}}
          objectives={form.objectives}
          sendWord={t("send_new")}
          cancel={list}
          refusal={refusal}
        />
      </Stack>
    </PageBody>
  );
}

/** Wording an experiment anew. */
export function ChangeExperimentScreen({ form, refusal }: Refused & { form: ChangeForm }) {
  const t = experimentWords.use();
  const ui = uiWords.use();
  const { experiment, readers, objectives } = form;
  const href = experimentHref(experiment.id);
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("title_change")} back={<BackLink href={href}>{t("to_experiment")}</BackLink>} />
        <ExperimentForm
          action={`${href}/aanpassen`}
          hidden={{ rev: refusal?.values.rev ?? String(experiment.rev) }}
          readers={<ReadersLine readers={readers} />}
          words={experiment}
          objectives={objectives}
          sendWord={ui("save")}
          cancel={href}
          refusal={refusal}
        />
      </Stack>
    </PageBody>
  );
}

/** What came out of it; a failed experiment is asked for its lesson in the same words. */
export function LessonScreen({ form, refusal }: Refused & { form: Omit<ChangeForm, "objectives"> }) {
  const t = experimentWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices: ["outcome"] });
  const { experiment, readers } = form;
  const href = experimentHref(experiment.id);
  const { values } = refusal ?? { values: {} as Record<string, string> };
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("title_lesson_form")} lead={t("lead_lesson_form")} back={<BackLink href={href}>{t("to_experiment")}</BackLink>} />
        {summary}
        <Form action={`${href}/les`} busyWord={ui("busy")} hidden={{ rev: values.rev ?? String(experiment.rev) }}>
          <ReadersLine readers={readers} />
          <RadioGroup
            name="outcome"
            legend={t("outcome")}
            error={errorFor("outcome")}
            defaultValue={values.outcome ?? experiment.outcome ?? undefined}
            options={outcomes.map((outcome) => ({ value: outcome, word: t(`outcome_${outcome}`) }))}
            required
          />
          <TextArea
            name="measured"
            label={t("measured")}
            hint={t("measured_hint")}
            optionalWord={ui("optional")}
            error={errorFor("measured")}
            defaultValue={values.measured ?? experiment.measured}
            maxLength={limits.shortTextCharacters}
          />
          <TextArea name="lesson" label={t("lesson")} hint={t("lesson_hint")} error={errorFor("lesson")} defaultValue={values.lesson ?? experiment.lesson} maxLength={limits.shortTextCharacters} required />
          <FormActions>
            <Button icon="check">{ui("save")}</Button>
            <LinkButton href={href} kind="quiet">
              {ui("cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </Stack>
    </PageBody>
  );
}
