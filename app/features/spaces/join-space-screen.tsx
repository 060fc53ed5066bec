import type { ReactNode } from "react";
import { useRefusal } from "~/platform/explain-refusal";
import { errorWords } from "~/platform/error-words";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { Button, Checkbox, EmptyState, Form, FormActions, LinkButton, PageHead, Section, Stack, TextField } from "~/ui";
import type { JoinFormView } from "./read-join-form.server";
import { RuleList } from "./rule-list";
import { spaceWords } from "./words";

/** Taking part in a leerplek: choose a name, see who reads it, agree to the house rules. */
export function JoinSpaceScreen({ view, groups, refusal }: { view: JoinFormView; groups: ReactNode; refusal?: FormRefusal }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const say = errorWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  if (view.may === "join_group") {
    return (
      <Stack space="loose">
        <PageHead title={t("ask_title", { name: view.name })} lead={t("ask_lead")} />
        {groups}
      </Stack>
    );
  }
  if (view.may !== true) {
    return (
      <EmptyState icon="info" title={t("join_not_now")} heading="h1" action={<LinkButton href={`/leerplekken/${view.slug}`} kind="secondary">{ui("back_to", { name: view.name })}</LinkButton>}>
        {say(view.may)}
      </EmptyState>
    );
  }
  return (
    <Stack space="loose">
      <PageHead title={t("join_title", { name: view.name })} lead={t("join_lead")} />
      {summary}
      <Form action={`/leerplekken/${view.slug}/doe-mee`} busyWord={ui("busy")} hidden={{ spaceId: view.spaceId }}>
        <NameFields shownName={refusal?.values.shownName ?? view.suggestedName} errorFor={errorFor} visibility={view.visibility} nameForEveryone={refusal?.values.nameForEveryone === "yes"} />
        <AgreeFields rules={view.houseRules} error={errorFor("agree")} />
        <FormActions>
          <Button icon="check">{ui("join")}</Button>
          <LinkButton href={`/leerplekken/${view.slug}`} kind="quiet">
            {ui("cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </Stack>
  );
}

export interface NameFieldsProps {
  shownName: string;
  nameForEveryone?: boolean;
  visibility: "public" | "members";
  errorFor: (field: string) => string | undefined;
}

/** The name one shows in a leerplek, and who sees it. */
export function NameFields({ shownName, nameForEveryone, visibility, errorFor }: NameFieldsProps) {
  const t = spaceWords.use();
  return (
    <>
      <TextField
        name="shownName"
        label={t("shown_name_label")}
        hint={t("shown_name_hint")}
        error={errorFor("shownName")}
        defaultValue={shownName}
        maxLength={limits.nameCharacters}
        autoComplete="nickname"
        required
      />
      {visibility === "public" ? (
        <Checkbox name="nameForEveryone" word={t("name_for_everyone_label")} hint={t("name_for_everyone_hint")} defaultChecked={nameForEveryone} />
      ) : null}
    </>
  );
}

/** The house rules, and saying yes to them. */
export function AgreeFields({ rules, error }: { rules: string[]; error?: string }) {
  const t = spaceWords.use();
  return (
    <Section id="afspraken" title={t("house_rules")}>
      <Stack>
        <RuleList rules={rules} />
        <Checkbox name="agree" word={t("agree")} error={error} required />
      </Stack>
    </Section>
  );
}
