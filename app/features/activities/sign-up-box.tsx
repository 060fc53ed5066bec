import type { ReactNode } from "react";
import { errorWords } from "~/platform/error-words";
import { uiWords } from "~/platform/ui-words";
import { Button, Card, ConfirmAction, Form, LinkButton, Notice, Stack } from "~/ui";
import { CalendarLink } from "./calendar-link";
import type { ActivityPage } from "./read-activity.server";
import { activityHref, freePlaces } from "./views";
import { activityWords } from "./words";

/** Coming along: what can be done now, or why not and what then. */
export function SignUpBox({ page }: { page: ActivityPage }): ReactNode {
  const t = activityWords.use();
  const { activity, numbers, begun, over, mine } = page;
  if (activity.state === "cancelled") {
    return (
      <Notice kind="warning" title={t("cancelled_title")}>
        {t("cancelled_text", { name: activity.contactName })}
      </Notice>
    );
  }
  if (begun) {
    return (
      <Card soft heading="h2" title={t(over ? "over_title" : "begun_title")}>
        {activity.headcount === null ? undefined : <p>{t("people_came", { count: activity.headcount })}</p>}
      </Card>
    );
  }
  return (
    <Card heading="h2" title={mine ? t(`mine_${mine}`) : t("sign_up_title")}>
      <Stack>
        {mine ? <Mine page={page} /> : <NotYet page={page} />}
        <p className="soft">
          {t("people_come", { count: numbers.signedUp })}
          {numbers.waiting > 0 ? `. ${t("people_wait", { count: numbers.waiting })}` : ""}.
        </p>
        <CalendarLink id={activity.id} />
      </Stack>
    </Card>
  );
}

function Mine({ page: { activity, mine, before, may } }: { page: ActivityPage }) {
  const t = activityWords.use();
  const ui = uiWords.use();
  return (
    <>
      <p>{mine === "signed_up" ? t("mine_signed_up_text") : before === 0 ? t("mine_waiting_first") : t("mine_waiting_text", { count: before })}</p>
      {may.signOff === true ? (
        <ConfirmAction
          word={t("sign_off")}
          question={t("sign_off_question")}
          confirmWord={t("sign_off_confirm")}
          cancelWord={ui("cancel")}
          action={activityHref(activity.id)}
          hidden={{ do: "sign-off" }}
        >
          {t("sign_off_text")}
        </ConfirmAction>
      ) : null}
    </>
  );
}

function NotYet({ page }: { page: ActivityPage }) {
  const t = activityWords.use();
  const ui = uiWords.use();
  const say = errorWords.use();
  const { activity, numbers, place, may, nextId } = page;
  const href = activityHref(activity.id);
  const full = freePlaces(activity.places, numbers) === 0 || numbers.waiting > 0;
  if (may.signUp === true) {
    return (
      <>
        {full ? <p>{t("full_text")}</p> : null}
        <Form action={href} busyWord={ui("busy")} hidden={{ do: "sign-up", id: nextId }}>
          <Button icon={full ? "clock" : "check"}>
            {t(full ? "sign_up_waiting" : "sign_up")}
          </Button>
        </Form>
        <p className="soft small">{t("who_sees")}</p>
      </>
    );
  }
  if (may.signUp === "sign_in") {
    return (
      <>
        <LinkButton href={`/aanmelden?next=${encodeURIComponent(href)}`} icon="log-in">
          {t("sign_in_first")}
        </LinkButton>
        <p>{t("or_call", { name: activity.contactName })}</p>
      </>
    );
  }
  if (may.signUp === "join_space") {
    return (
      <>
        <p>{t("join_first_text")}</p>
        <LinkButton href={`/leerplekken/${place.space.slug}/doe-mee`} icon="plus">
          {t("join_first")}
        </LinkButton>
      </>
    );
  }
  return <p>{say(may.signUp)}</p>;
}
