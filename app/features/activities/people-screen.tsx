import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { accentClass, BackLink, Cluster, formatSpan, LinkButton, Notice, PageBody, PageHead, Stack } from "~/ui";
import { CountPeople } from "./count-people";
import { GuestForm } from "./guest-form";
import { PeopleTable } from "./people-table";
import type { SignUpPage } from "./read-sign-ups.server";
import { activityHref, phoneHref } from "./views";
import { activityWords } from "./words";

export interface PeopleScreenProps {
  page: SignUpPage;
  /** Where a guest came who was just written down. */
  done?: "signed_up" | "waiting";
  refusal?: FormRefusal;
}

/** Who comes, who waits, who came: for those who run the activity. */
export function PeopleScreen({ page, done, refusal }: PeopleScreenProps) {
  const t = activityWords.use();
  const language = useLanguage();
  const { activity, place, comes, waits, may, sees } = page;
  const own = (code: string, field?: string) => (field === "headcount" && code === "too_low" ? t("headcount_too_low") : field === "phone" && code === "not_valid" ? t("phone_wrong") : undefined);
  const { summary, errorFor } = useRefusal(refusal, { own });
  const href = activityHref(activity.id);
  const when = formatSpan(new Date(activity.startsAt), new Date(activity.endsAt), { language });
  return (
    <div className={accentClass(place.accent)}>
      <PageBody>
        <Stack space="loose">
          <PageHead
            title={sees ? t("title_people") : t("write_down")}
            lead={`${activity.title}, ${when}`}
            back={<BackLink href={href}>{t("to_activity")}</BackLink>}
            actions={
              sees ? (
                <Cluster>
                  <LinkButton href={`${href}/lijst`} kind="secondary" icon="printer">
                    {t("print_list")}
                  </LinkButton>
                </Cluster>
              ) : undefined
            }
          />
          {done ? <Notice flash kind="success">{t(`write_down_done_${done}`)}</Notice> : null}
          {summary}
          <CallThese page={page} />
          {sees ? (
            <>
              <Notice icon="eye">{t("people_text")}</Notice>
              {/* Once it began, the same people stand in the form that notes who came. */}
              {may.count === true && comes.length > 0 ? null : <PeopleTable caption={t("signed_up")} people={comes} activityId={activity.id} mayTakeOff={may.takeOff === true} />}
              {waits.length > 0 ? <PeopleTable caption={t("waiting")} people={waits} activityId={activity.id} mayTakeOff={may.takeOff === true} /> : null}
            </>
          ) : null}
          {may.writeDownGuest === true ? <GuestForm page={page} values={refusal?.values ?? {}} errorFor={errorFor} /> : null}
          {sees ? <CountPeople page={page} errorFor={errorFor} /> : null}
        </Stack>
      </PageBody>
    </div>
  );
}

/** Whoever has no account gets no message: somebody has to call. */
function CallThese({ page: { activity, comes, waits } }: { page: SignUpPage }) {
  const t = activityWords.use();
  const guests = [...comes, ...waits].filter(({ guest, phone }) => guest && phone !== "");
  if (activity.state !== "cancelled" || guests.length === 0) return null;
  return (
    <Notice wide kind="warning" icon="phone" title={t("call_these", { count: guests.length })}>
      <p>{t("call_these_text")}</p>
      <ul>
        {guests.map(({ id, name, phone }) => (
          <li key={id}>
            {name}: <a href={phoneHref(phone)}>{phone}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
