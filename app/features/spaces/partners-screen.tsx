import { errorWords } from "~/platform/error-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { Badge, Button, Card, CardList, ConfirmAction, Disclosure, Form, FormActions, LinkButton, Section, Select } from "~/ui";
import { ManageFrame } from "./manage-frame";
import type { ManageView, PartnerView } from "./read-manage.server";
import { StaffNameFields } from "./staff-name-fields";
import { spaceWords } from "./words";

/** The organisations that run a leerplek together: ask others, see who answered, leave. */
export function PartnersScreen({ view, requests, ownName, refusal }: { view: ManageView; requests: number; ownName: string; refusal?: FormRefusal }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  const action = `/leerplekken/${view.slug}/beheer/organisaties`;
  return (
    <ManageFrame view={view} page="partners" title={t("partners_title")} lead={t("partners_lead")} requests={requests}>
      {summary}
      <CardList>
        {view.partners.map((partner) => (
          <Partner key={partner.id} partner={partner} view={view} ownName={ownName} errorFor={errorFor} />
        ))}
      </CardList>
      {view.may.run === true && view.others.length > 0 ? (
        <Section id="vragen" title={t("partners_ask")}>
          <Form action={action} busyWord={ui("busy")} hidden={{ spaceId: view.id, intent: "invite" }}>
            <Select
              name="organisationId"
              label={t("organisation")}
              hint={t("partners_ask_hint")}
              error={errorFor("organisationId")}
              emptyWord={ui("choose_from_list")}
              defaultValue={refusal?.values.organisationId ?? ""}
              options={view.others.map((one) => ({ value: one.id, word: one.name }))}
              required
            />
            <FormActions>
              <Button icon="send">{t("partners_ask_button")}</Button>
            </FormActions>
          </Form>
        </Section>
      ) : null}
    </ManageFrame>
  );
}

const looks = { accepted: "good", invited: "wait", declined: "plain", left: "plain" } as const;

function Partner({ partner, view, ownName, errorFor }: { partner: PartnerView; view: ManageView; ownName: string; errorFor: (field: string) => string | undefined }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const say = errorWords.use();
  const action = `/leerplekken/${view.slug}/beheer/organisaties`;
  const hidden = { spaceId: view.id, organisationId: partner.id };
  return (
    <Card
      title={partner.name}
      heading="h2"
      above={
        <>
          <Badge kind={looks[partner.state]}>{t(`partner_${partner.state}`)}</Badge>
          {partner.lead ? <Badge kind="accent">{t("lead")}</Badge> : null}
        </>
      }
    >
      {partner.mine && partner.state === "invited" ? (
        <LinkButton href={`/organisaties/${partner.id}`} small>
          {t("partner_answer")}
        </LinkButton>
      ) : null}
      {partner.mayTakeUp ? (
        <Disclosure summary={t("take_up_word")}>
          <Form action={action} busyWord={ui("busy")} hidden={{ ...hidden, intent: "take-up" }}>
            <StaffNameFields shownName={ownName} itsFunction="" errorFor={errorFor} />
            <FormActions>
              <Button>{t("take_up_confirm")}</Button>
            </FormActions>
          </Form>
        </Disclosure>
      ) : null}
      {partner.mine && partner.state === "accepted" ? (
        partner.mayLeave === true ? (
          <ConfirmAction word={t("partner_leave")} question={t("partner_leave_question", { name: partner.name })} confirmWord={t("partner_leave_confirm")} cancelWord={ui("cancel")} action={action} hidden={{ ...hidden, intent: "leave" }} danger>
            {t("partner_leave_text")}
          </ConfirmAction>
        ) : (
          <p className="soft small">{say(partner.mayLeave)}</p>
        )
      ) : null}
    </Card>
  );
}
