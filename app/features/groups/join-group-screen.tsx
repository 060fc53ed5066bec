import { AgreeFields, NameFields } from "~/features/spaces/join-space-screen";
import { errorWords } from "~/platform/error-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Button, EmptyState, Form, FormActions, LinkButton, Notice, PageHead, Stack, TextArea } from "~/ui";
import type { GroupPage } from "./read-group.server";
import { groupWords } from "./words";

/** Joining a group, or asking to: with a name and the house rules for who is new in the leerplek. */
export function JoinGroupScreen({ page, refusal }: { page: GroupPage; refusal?: FormRefusal }) {
  const t = groupWords.use();
  const ui = uiWords.use();
  const say = errorWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  const here = `/groepen/${page.id}`;
  const back = <BackLink href={here}>{ui("back_to", { name: page.name })}</BackLink>;
  const direct = page.may.join === true;
  if (!direct && page.may.ask !== true) {
    return (
      <EmptyState icon="info" heading="h1" title={t("not_now")} action={<LinkButton href={here} kind="secondary">{ui("back_to", { name: page.name })}</LinkButton>}>
        {say(page.may.ask)}
      </EmptyState>
    );
  }
  return (
    <Stack space="loose">
      <PageHead back={back} title={direct ? t("join_title", { name: page.name }) : t("ask_title", { name: page.name })} lead={direct ? undefined : t("ask_lead")} />
      {summary}
      <Form action={`${here}/meedoen`} busyWord={ui("busy")} hidden={{ intent: direct ? "join" : "ask" }}>
        {direct ? null : (
          <>
            <TextArea name="text" label={t("ask_text")} hint={t("ask_text_hint")} optionalWord={ui("optional")} error={errorFor("text")} defaultValue={refusal?.values.text} maxLength={limits.shortTextCharacters} />
            <Notice>{t("ask_readers")}</Notice>
          </>
        )}
        {page.newcomer ? (
          <>
            <NameFields
              shownName={refusal?.values.shownName ?? page.suggestedName}
              nameForEveryone={refusal?.values.nameForEveryone === "yes"}
              visibility={direct && page.forEveryone ? "public" : "members"}
              errorFor={errorFor}
            />
            <AgreeFields rules={page.houseRules} error={errorFor("agree")} />
          </>
        ) : null}
        <FormActions>
          <Button icon={direct ? "check" : "send"}>{direct ? t("join") : ui("ask_to_join")}</Button>
          <LinkButton href={here} kind="quiet">
            {ui("cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </Stack>
  );
}
