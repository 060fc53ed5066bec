import type { ReactNode } from "react";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { Button, Disclosure, Form, FormActions, LinkButton, Select, Stack, TextArea, TextField } from "~/ui";
import { audiences } from "./codes";
import type { Objective } from "./read-experiment-form.server";
import type { ExperimentView } from "./views";
import { experimentWords } from "./words";

type Words = Partial<Pick<ExperimentView, "title" | "wantToKnow" | "whatWeDo" | "whenWeStop" | "howWeMeasure" | "learningForm" | "objective" | "audience">>;

export interface ExperimentFormProps {
  action: string;
  hidden: Record<string, string>;
  /** Who reads it, or the choice of a group; first of all. */
  readers: ReactNode;
  words: Words;
  objectives: Objective[];
  sendWord: string;
  cancel: string;
  refusal?: FormRefusal;
}

/** The three plain questions; all the rest may stay closed. */
export function ExperimentForm({ action, hidden, readers, words, objectives, sendWord, cancel, refusal }: ExperimentFormProps) {
  const t = experimentWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal, { choices: ["groupId"] });
  const value = (key: keyof Words) => refusal?.values[key] ?? words[key] ?? "";
  const rest = (["howWeMeasure", "audience", "learningForm", "objective"] as const).some((key) => value(key) !== "" || errorFor(key));
  const question = (name: "wantToKnow" | "whatWeDo" | "whenWeStop", label: string, hint: string) => (
    <TextArea name={name} label={label} hint={hint} error={errorFor(name)} defaultValue={value(name)} maxLength={limits.shortTextCharacters} rows={3} required />
  );
  return (
    <Stack>
      {summary}
      <Form action={action} busyWord={ui("busy")} hidden={hidden}>
        {readers}
        <TextField name="title" label={t("title")} hint={t("title_hint")} error={errorFor("title")} defaultValue={value("title")} maxLength={limits.titleCharacters} required />
        {question("wantToKnow", t("want_to_know"), t("want_to_know_hint"))}
        {question("whatWeDo", t("what_we_do"), t("what_we_do_hint"))}
        {question("whenWeStop", t("when_we_stop"), t("when_we_stop_hint"))}
        <Disclosure summary={`${t("rest")} ${ui("optional")}`} open={rest}>
          <Stack>
            <TextArea
              name="howWeMeasure"
              label={t("how_we_measure")}
              hint={t("how_we_measure_hint")}
              error={errorFor("howWeMeasure")}
              defaultValue={value("howWeMeasure")}
              maxLength={limits.shortTextCharacters}
              rows={3}
            />
            <Select
              name="audience"
              label={t("audience")}
              emptyWord={t("audience_none")}
              error={errorFor("audience")}
              defaultValue={value("audience")}
              options={audiences.map((audience) => ({ value: audience, word: t(`audience_${audience}`) }))}
            />
            <TextField
              name="learningForm"
              label={t("learning_form")}
              hint={t("learning_form_hint")}
              error={errorFor("learningForm")}
              defaultValue={value("learningForm")}
              maxLength={limits.titleCharacters}
            />
            <Select
              name="objective"
              label={t("objective")}
              emptyWord={t("objective_none")}
              error={errorFor("objective")}
              defaultValue={value("objective")}
              options={objectives.map(({ number, title }) => ({ value: number, word: `${number}. ${title}` }))}
            />
          </Stack>
        </Disclosure>
        <FormActions>
          <Button icon="check">{sendWord}</Button>
          <LinkButton href={cancel} kind="quiet">
            {ui("cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </Stack>
  );
}
