import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Badge, Button, ConfirmAction, Disclosure, Form, FormActions, formatDay, formatMoment, Notice, PageBody, PageHead, Person, Section, Stack, Stepper, TextArea } from "~/ui";
import { easyWords } from "../easy/words";
import { Gate, PublishBlocked } from "../gate/gate-section";
import { plainWordsHref } from "../plain-words/views";
import type { PublicationPage } from "./read-publication.server";
import { documentHref } from "../views";
import { trashWords } from "../trash/words";
import { documentWords } from "../words";

/** Making a text public, in three steps: tell, wait, publish. */
export function PublicationScreen({ page, refusal }: { page: PublicationPage; refusal?: FormRefusal }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const { summary } = useRefusal(refusal);
  const { document, announced, writers } = page;
  const toldAll = announced !== null && writers.every(({ told }) => told);
  if (page.may.publish === "in_trash") return <InTrash page={page} refusal={refusal} />;
  const here = !announced || !toldAll ? 0 : announced.ready ? 2 : 1;
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("title_publish")} lead={t("lead_publish")} back={<BackLink href={documentHref(document.id)}>{t("read_page")}</BackLink>} above={document.title} />
        {summary}
        <Stepper
          label={t("publish_steps")}
          steps={(["publish_step_1", "publish_step_2", "publish_step_3"] as const).map((key, index) => {
            const state = index < here ? "done" : index === here ? "now" : "next";
            return { word: t(key), state, stateWord: ui(`step_${state}`) };
          })}
        />
        <NextStep page={page} toldAll={toldAll} />
        <Gate documentId={document.id} judgement={page.judgement} words={page.may.setWords === true ? plainWordsHref(page.place.space.slug) : null} />
        <Writers page={page} />
        <Editions page={page} refusal={refusal} />
      </Stack>
    </PageBody>
  );
}

/** What can still be done with the editions of a text in the trash. */
function InTrash({ page, refusal }: { page: PublicationPage; refusal?: FormRefusal }) {
  const trash = trashWords.use();
  const { summary } = useRefusal(refusal);
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={page.document.title} back={<BackLink href={`/groepen/${page.place.group.id}/prullenbak`}>{trash("link")}</BackLink>} />
        {summary}
        <Notice wide icon="trash-2" title={trash("published_here")} />
        <Editions page={page} refusal={refusal} />
      </Stack>
    </PageBody>
  );
}

function NextStep({ page, toldAll }: { page: PublicationPage; toldAll: boolean }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const easyOf = easyWords.use();
  const { document, announced, may } = page;
  const action = `${documentHref(document.id)}/openbaar`;
  if (may.publish !== true) return null;
  if (!announced || !toldAll) {
    return (
      <Form action={action} busyWord={ui("busy")} hidden={{ intent: "announce" }}>
        <p>{announced ? t("announce_again_text") : t("announce_text")}</p>
        <FormActions>
          <Button icon="send">{announced ? t("announce_again") : t("announce")}</Button>
        </FormActions>
        {announced ? <CancelAnnouncement action={action} /> : null}
      </Form>
    );
  }
  return (
    <Stack space="loose">
      {announced.ready && page.judgement.hints.some(({ kind }) => kind === "alt_missing") ? (
        <PublishBlocked />
      ) : announced.ready ? (
        <>
          {page.easy ? <PublishWithEasy page={page} easy={page.easy} action={action} /> : null}
          <ConfirmAction
            word={page.easy ? easyOf("publish_without") : t("publish")}
            question={t("publish_question")}
            confirmWord={t("publish")}
            cancelWord={ui("cancel")}
            action={action}
            hidden={{ intent: "publish" }}
          >
            {t("publish_confirm_text", { licence: document.licence })}
          </ConfirmAction>
        </>
      ) : (
        <Notice wide icon="clock">
          {t("announced_wait", { moment: formatMoment(new Date(announced.publishFrom), { language }) })}
        </Notice>
      )}
      <CancelAnnouncement action={action} />
    </Stack>
  );
}

/** With what is behind in it said first. */
function PublishWithEasy({ page, easy, action }: { page: PublicationPage; easy: NonNullable<PublicationPage["easy"]>; action: string }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const easyOf = easyWords.use();
  return (
    <>
      {easy.behind > 0 ? (
        <Notice wide kind="warning">
          <p>
            {easyOf("behind", { count: easy.behind })} <a href={`${easy.href}/naast`}>{easyOf("beside")}</a>
          </p>
        </Notice>
      ) : null}
      <ConfirmAction word={easyOf("publish_with")} question={t("publish_question")} confirmWord={t("publish")} cancelWord={ui("cancel")} action={action} hidden={{ intent: "publish", easy: "true" }}>
        <p>{easyOf("publish_with_text")}</p>
        <p>{t("publish_confirm_text", { licence: page.document.licence })}</p>
      </ConfirmAction>
    </>
  );
}

function CancelAnnouncement({ action }: { action: string }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  return (
    <ConfirmAction
      word={t("cancel_announcement")}
      question={t("cancel_announcement_question")}
      confirmWord={t("cancel_announcement")}
      cancelWord={ui("cancel")}
      action={action}
      hidden={{ intent: "cancel" }}
    >
      {t("cancel_announcement_text")}
    </ConfirmAction>
  );
}

function Writers({ page: { writers, announced } }: { page: PublicationPage }) {
  const t = documentWords.use();
  const stateOf = (writer: PublicationPage["writers"][number]) => {
    if (!writer.told) return { kind: "wait" as const, word: t("told_not") };
    if (writer.agreed === null) return { kind: "plain" as const, word: t("told_open") };
    return writer.agreed ? { kind: "good" as const, word: t("told_yes") } : { kind: "plain" as const, word: t("told_no") };
  };
  return (
    <Section id="schreven-mee" title={t("who_wrote")}>
      {writers.length === 0 ? <p className="soft">{t("wrote_nobody")}</p> : null}
      <Stack as="ul">
        {writers.map((writer, index) => (
          <li key={writer.author.id ?? index}>
            <Person name={writer.author.name} staffFunction={writer.author.staff ?? undefined}>
              {announced ? (
                <p>
                  <Badge kind={stateOf(writer).kind}>{stateOf(writer).word}</Badge>
                </p>
              ) : null}
            </Person>
          </li>
        ))}
      </Stack>
    </Section>
  );
}

function Editions({ page, refusal }: { page: PublicationPage; refusal?: FormRefusal }) {
  const t = documentWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const { errorFor } = useRefusal(refusal);
  const { document, editions } = page;
  return (
    <Section id="uitgaven" title={t("editions")}>
      {editions.length === 0 ? <p className="soft">{t("editions_empty")}</p> : null}
      <Stack as="ul">
        {editions.map((edition) => (
          <li key={edition.id}>
            <p className="cluster link-list">
              <a href={edition.href}>{t("edition_of", { number: edition.number, day: formatDay(new Date(edition.publishedAt), { language, weekday: false }) })}</a>
              {edition.withdrawnAt ? <Badge kind="bad">{t("edition_withdrawn")}</Badge> : null}
            </p>
            {edition.withdrawnAt ? null : (
              <Disclosure summary={t("withdraw")} bare open={refusal?.values.edition === edition.id}>
                <Form action={`${documentHref(document.id)}/openbaar`} busyWord={ui("busy")} hidden={{ intent: "withdraw", edition: edition.id }}>
                  <p>{t("withdraw_text")}</p>
                  <TextArea name="reason" id={`field-reason-${edition.number}`} label={t("withdraw_reason")} error={errorFor("reason")} defaultValue={refusal?.values.reason} maxLength={limits.shortTextCharacters} required />
                  <FormActions>
                    <Button kind="danger">{t("withdraw")}</Button>
                  </FormActions>
                </Form>
              </Disclosure>
            )}
          </li>
        ))}
      </Stack>
    </Section>
  );
}
