import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { Button, Card, CardList, ConfirmAction, EmptyState, Facts, Form, FormActions, Notice, PageBody, PageHead, Section, Stack } from "~/ui";
import { SpaceCard } from "../space-card";
import { StaffNameFields } from "../staff-name-fields";
import { spaceWords } from "../words";
import { kindKey } from "./kinds";
import type { OrganisationPage } from "./read-organisation.server";

/** An organisation and the leerplekken it runs; its own stewards answer here what they were asked. */
export function OrganisationScreen({ page, answered, refusal }: { page: OrganisationPage; answered: boolean; refusal?: FormRefusal }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  const facts = [
    ...(page.municipality ? [{ term: t("for_where"), icon: "map-pin" as const, value: page.municipality }] : []),
    ...(page.phone ? [{ term: t("phone"), icon: "phone" as const, value: <a href={`tel:${page.phone.replace(/[^\d+]/g, "")}`}>{page.phone}</a> }] : []),
    ...(page.email ? [{ term: t("email"), icon: "mail" as const, value: <a href={`mailto:${page.email}`}>{page.email}</a> }] : []),
    ...(page.website ? [{ term: t("website"), icon: "globe" as const, value: <a href={page.website} rel="noopener">{page.website}</a> }] : []),
  ];
  return (
    <PageBody>
      <Stack space="sections">
        <PageHead title={page.name} lead={t(kindKey(page.kind))} />
        {answered ? <Notice flash kind="success" title={t("answer_kept")} /> : null}
        {facts.length > 0 ? <Facts items={facts} /> : null}
        {summary}
        {page.invitations.length > 0 ? (
          <Section id="gevraagd" title={t("asked_title")}>
            <CardList>
              {page.invitations.map((one) => (
                <Card key={one.spaceId} title={one.name} href={`/leerplekken/${one.slug}`}>
                  <Stack>
                    <p>{one.summary}</p>
                    <p>{t("asked_by", { names: one.by.join(", ") })}</p>
                    <Form action={`/organisaties/${page.id}`} busyWord={ui("busy")} hidden={{ spaceId: one.spaceId, answer: "yes" }}>
                      <StaffNameFields shownName={page.shownName} itsFunction="" errorFor={refusal?.values.spaceId === one.spaceId ? errorFor : () => undefined} />
                      <FormActions>
                        <Button icon="check">{t("asked_yes")}</Button>
                      </FormActions>
                    </Form>
                    <ConfirmAction word={t("asked_no")} question={t("asked_no_question")} confirmWord={t("asked_no")} cancelWord={ui("cancel")} action={`/organisaties/${page.id}`} hidden={{ spaceId: one.spaceId, answer: "no" }}>
                      {t("asked_no_text")}
                    </ConfirmAction>
                  </Stack>
                </Card>
              ))}
            </CardList>
          </Section>
        ) : null}
        <Section id="leerplekken" title={t("organisation_spaces")}>
          {page.spaces.length > 0 ? (
            <CardList>
              {page.spaces.map((space) => (
                <SpaceCard key={space.slug} space={space} />
              ))}
            </CardList>
          ) : (
            <EmptyState icon="sprout" title={t("organisation_spaces_none")} />
          )}
        </Section>
      </Stack>
    </PageBody>
  );
}
