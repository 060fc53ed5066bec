import { AgreeFields } from "~/features/spaces/join-space-screen";
import { StaffNameFields } from "~/features/spaces/staff-name-fields";
import { spaceWords } from "~/features/spaces/words";
import { useLanguage } from "~/platform/define-words";
import { errorWords } from "~/platform/error-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { Button, DateText, EmptyState, Facts, Form, FormActions, LinkButton, Notice, PageBody, PageHead, PlainText, Stack, TextField } from "~/ui";
import type { InvitationView } from "./read-invitation.server";
import { groupWords } from "./words";

export interface InvitationScreenProps {
  view: InvitationView;
  code: string;
  refusal?: FormRefusal;
}

/** What an invitation is for, and taking it up. */
export function InvitationScreen({ view, code, refusal }: InvitationScreenProps) {
  const t = groupWords.use();
  const say = errorWords.use();
  if (view.good) return <Good view={view} code={code} refusal={refusal} />;
  return (
    <PageBody width="text">
      <EmptyState icon="mail" heading="h1" title={t("invitation_bad")} action={<LinkButton href="/uitnodiging">{t("invitation_type")}</LinkButton>}>
        {say(view.code)}
      </EmptyState>
    </PageBody>
  );
}

function Good({ view, code, refusal }: { view: Extract<InvitationView, { good: true }>; code: string; refusal?: FormRefusal }) {
  const t = groupWords.use();
  const s = spaceWords.use();
  const ui = uiWords.use();
  const say = errorWords.use();
  const language = useLanguage();
  const { summary, errorFor } = useRefusal(refusal);
  const here = `/uitnodiging/${code}`;
  const toRole = view.role !== "member";
  const role = s(`role_${view.role}`);
  const next = `?next=${encodeURIComponent(here)}`;
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead
          title={toRole ? t("invitation_role", { role }) : t("invitation_member", { name: view.group ?? view.space })}
          lead={toRole ? t("invitation_role_lead", { name: view.space, organisation: view.organisation ?? "" }) : view.group ? t("invitation_in", { name: view.space }) : undefined}
        />
        {summary}
        <PlainText text={view.summary} />
        {toRole ? (
          <Facts
            items={[
              { term: s("organisation"), icon: "building-2", value: view.organisation ?? "" },
              ...(view.until ? [{ term: s("until"), icon: "calendar-days" as const, value: <DateText at={view.until} language={language} dayOnly /> }] : []),
            ]}
          />
        ) : null}
        {view.own ? (
          <Notice title={t("invitation_own")}>{say("not_yourself")}</Notice>
        ) : view.signedIn ? (
          <Form action={here} busyWord={ui("busy")}>
            {toRole ? (
              <StaffNameFields shownName={refusal?.values.shownName ?? view.shownName ?? view.suggestedName} itsFunction={refusal?.values.function ?? view.function} errorFor={errorFor} />
            ) : view.shownName === null ? (
              <TextField
                name="shownName"
                label={s("shown_name_label")}
                hint={s("shown_name_hint")}
                error={errorFor("shownName")}
                defaultValue={refusal?.values.shownName ?? view.suggestedName}
                maxLength={limits.nameCharacters}
                autoComplete="nickname"
                required
              />
            ) : null}
            <AgreeFields rules={view.houseRules} error={errorFor("agree")} />
            <FormActions>
              <Button icon="check">{toRole ? t("invitation_yes_role") : ui("join")}</Button>
            </FormActions>
          </Form>
        ) : (
          <Notice title={t("invitation_account")}>
            <Stack>
              <p>{t("invitation_account_text")}</p>
              <div className="cluster">
                <LinkButton href={`/account-maken${next}`}>{ui("nav_register")}</LinkButton>
                <LinkButton href={`/aanmelden${next}`} kind="secondary" icon="log-in">
                  {ui("nav_sign_in")}
                </LinkButton>
              </div>
            </Stack>
          </Notice>
        )}
      </Stack>
    </PageBody>
  );
}

/** For who has a card: typing its code. */
export function TypeInvitationScreen() {
  const t = groupWords.use();
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("invitation_type")} lead={t("invitation_type_lead")} />
        <Form method="get" action="/uitnodiging">
          <TextField name="code" size="code" label={t("card_code")} hint={t("card_code_hint")} maxLength={60} autoCapitalize="characters" autoComplete="off" required />
          <FormActions>
            <Button icon="arrow-right">{t("invitation_look")}</Button>
          </FormActions>
        </Form>
      </Stack>
    </PageBody>
  );
}
