import type { ReactNode } from "react";
import { errorWords } from "~/platform/error-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { Button, ConfirmAction, Form, LinkButton, Notice, Section, Stack, Stepper } from "~/ui";
import { ManageFrame } from "./manage-frame";
import type { ManageView } from "./read-manage.server";
import { spaceWords } from "./words";

/** The start of running a leerplek: how it stands, what is missing, open, pause, close. */
export function ManageScreen({ view, requests, more, refusal }: { view: ManageView; requests: number; more?: ReactNode; refusal?: FormRefusal }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const { summary } = useRefusal(refusal);
  const home = `/leerplekken/${view.slug}`;
  return (
    <ManageFrame view={view} page="overview" title={t("manage_title", { name: view.name })} requests={requests}>
      {summary}
      {view.status === "draft" ? <Preparation view={view} /> : <Running view={view} />}
      {requests > 0 ? (
        <Notice kind="warning" title={t("requests_waiting", { count: requests })}>
          <p>
            <a href={`${home}/beheer/vragen`}>{t("requests_look")}</a>
          </p>
        </Notice>
      ) : null}
      <div className="cluster">
        {view.may.run === true ? (
          <LinkButton href={`${home}/beheer/gegevens`} kind="secondary" icon="settings-2">
            {t("settings_title")}
          </LinkButton>
        ) : null}
        {view.may.facilitate && view.status !== "closed" ? (
          <LinkButton href={`${home}/groepen/nieuw`} kind="secondary" icon="plus">
            {t("new_group")}
          </LinkButton>
        ) : null}
      </div>
      {more}
      {view.may.run === true && view.status !== "draft" ? (
        <Section id="stoppen" title={t("stop_title")}>
          <Stack>
            {view.may.pause === true ? (
              <ConfirmAction word={t("pause_word")} question={t("pause_question")} confirmWord={t("pause_confirm")} cancelWord={ui("cancel")} action={`${home}/beheer`} hidden={{ spaceId: view.id, intent: "pause" }}>
                {t("pause_text")}
              </ConfirmAction>
            ) : null}
            {view.may.close === true ? (
              <ConfirmAction word={t("close_word")} question={t("close_question")} confirmWord={t("close_confirm")} cancelWord={ui("cancel")} action={`${home}/beheer`} hidden={{ spaceId: view.id, intent: "close" }} danger>
                {t("close_text")}
              </ConfirmAction>
            ) : null}
          </Stack>
        </Section>
      ) : null}
    </ManageFrame>
  );
}

/** What is done and what is still to do before people can come in. */
function Preparation({ view }: { view: ManageView }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const home = `/leerplekken/${view.slug}/beheer`;
  const accepted = view.partners.filter((one) => one.state === "accepted").length > 1;
  const steps = [
    { word: t("step_settings"), text: t("step_settings_text"), done: true },
    { word: t("step_partners"), text: <a href={`${home}/organisaties`}>{t("step_partners_text")}</a>, done: accepted },
    { word: t("step_moderator"), text: <a href={`${home}/taken`}>{t("step_moderator_text")}</a>, done: view.readiness.moderator },
    { word: t("step_second"), text: t("step_second_text"), done: view.readiness.secondDecider },
    { word: t("step_open"), text: t("step_open_text"), done: false },
  ];
  const now = steps.findIndex((step) => !step.done);
  return (
    <Section id="klaar" title={t("ready_title")}>
      <Stack>
        <Stepper
          label={t("ready_title")}
          steps={steps.map((step, index) => {
            const state = step.done ? ("done" as const) : index === now ? ("now" as const) : ("next" as const);
            return { word: step.word, text: step.text, state, stateWord: ui(`step_${state}`) };
          })}
        />
        <OpenButton view={view} word={t("open_button")} />
      </Stack>
    </Section>
  );
}

function Running({ view }: { view: ManageView }) {
  const t = spaceWords.use();
  const { moderator, secondDecider } = view.readiness;
  const home = `/leerplekken/${view.slug}/beheer`;
  return (
    <Stack>
      {view.status === "paused" ? (
        <Notice kind="warning" title={t("paused_title")}>
          {t("paused_manage")}
        </Notice>
      ) : null}
      {view.status === "closed" ? (
        <Notice icon="lock" title={t("closed_title")}>
          {t("closed_text")}
        </Notice>
      ) : null}
      {view.status === "open" && moderator && secondDecider ? (
        <Notice kind="success" title={t("runs_well")}>
          {t("runs_well_text")}
        </Notice>
      ) : null}
      {view.status !== "closed" && !moderator ? (
        <Notice kind="warning" title={t("missing_moderator")}>
          <p>
            <a href={`${home}/taken`}>{t("missing_moderator_text")}</a>
          </p>
        </Notice>
      ) : null}
      {view.status !== "closed" && moderator && !secondDecider ? (
        <Notice kind="warning" title={t("missing_second")}>
          <p>
            <a href={`${home}/organisaties`}>{t("missing_second_text")}</a>
          </p>
        </Notice>
      ) : null}
      {view.status === "paused" ? <OpenButton view={view} word={t("resume_button")} /> : null}
    </Stack>
  );
}

function OpenButton({ view, word }: { view: ManageView; word: string }) {
  const ui = uiWords.use();
  const say = errorWords.use();
  if (view.may.open === true) {
    return (
      <Form action={`/leerplekken/${view.slug}/beheer`} busyWord={ui("busy")} hidden={{ spaceId: view.id, intent: "open" }}>
        <Button icon="check">{word}</Button>
      </Form>
    );
  }
  return view.may.open === "forbidden" ? null : <Notice>{say(view.may.open)}</Notice>;
}
