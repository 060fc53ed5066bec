import type { ReactNode } from "react";
import { reportPath } from "~/features/house-rules/report-path";
import { useLanguage } from "~/platform/define-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Badge, Card, Columns, ConfirmAction, Facts, formatSpan, LinkButton, PageBody, PageHead, PlainText, Section, Stack } from "~/ui";
import { amountOf } from "./price";
import type { ActivityPage } from "./read-activity.server";
import { SignUpBox } from "./sign-up-box";
import { activityHref, freePlaces, phoneHref, placeLine } from "./views";
import { activityWords } from "./words";

/** An activity: what, when, where, whom to call, and coming along. */
export function ActivityScreen({ page, refusal }: { page: ActivityPage; refusal?: FormRefusal }) {
  const t = activityWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const { summary } = useRefusal(refusal);
  const { activity, place } = page;
  const [startsAt, endsAt] = [new Date(activity.startsAt), new Date(activity.endsAt)];
  return (
    <div className={accentClass(place.accent)}>
      <PageBody>
        <Stack space="loose">
          <PageHead
            title={activity.title}
            lead={
              <>
                <time dateTime={activity.startsAt}>{formatSpan(startsAt, endsAt, { language, ...(page.over ? { thisYear: 0 } : {}) })}</time>
                <br />
                {placeLine(activity.place, page.municipality)}
              </>
            }
            back={<BackLink href={`/leerplekken/${place.space.slug}/activiteiten`}>{ui("back_to", { name: place.space.name })}</BackLink>}
            above={activity.state === "cancelled" ? <Badge kind="bad" icon="x">{t("cancelled")}</Badge> : undefined}
          />
          {summary}
          <Columns
            asideLabel={t("facts")}
            aside={
              <Stack space="loose">
                <Section id="praktisch" title={t("facts")}>
                  <Practical page={page} />
                </Section>
                <Manage page={page} />
              </Stack>
            }
          >
            <Stack space="sections">
              <Section id="wat" title={t("what")}>
                <Stack>
                  <PlainText text={activity.description} />
                </Stack>
              </Section>
              <SignUpBox page={page} />
              {activity.howToGetThere ? (
                <Section id="hoe" title={t("how")}>
                  <Stack>
                    <PlainText text={activity.howToGetThere} />
                  </Stack>
                </Section>
              ) : null}
            </Stack>
          </Columns>
          <p>
            <a href={reportPath("activity", activity.id)}>{ui("report")}</a>
          </p>
        </Stack>
      </PageBody>
    </div>
  );
}

function Practical({ page }: { page: ActivityPage }) {
  const t = activityWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const { activity, place, municipality } = page;
  const free = freePlaces(activity.places, page.numbers);
  const things = [
    ...(page.experiment ? [{ term: t("term_experiment"), thing: page.experiment }] : []),
    ...page.cameFrom.map((thing) => ({ term: t("term_came_from"), thing })),
  ];
  return (
    <Facts
      items={[
        { term: t("where"), icon: "map-pin", value: placeLine(activity.place, municipality) },
        { term: t("term_price"), icon: "euro", value: activity.priceCents === 0 ? ui("state_free") : t("euro", { amount: amountOf(activity.priceCents, language) }) },
        ...(page.over ? [] : [{ term: t("term_places"), icon: "users-round" as const, value: free === null ? t("no_limit") : free === 0 ? t("full") : t("free_places", { count: free }) }]),
        {
          term: t("term_contact"),
          icon: "phone",
          value: (
            <>
              {activity.contactName}: <a href={phoneHref(activity.contactPhone)} className="nowrap">{activity.contactPhone}</a>
            </>
          ),
        },
        { term: t("term_group"), icon: "messages-square", value: <a href={`/groepen/${place.group.id}`}>{place.group.name}</a> },
        ...things.map(({ term, thing }) => ({ term, icon: "sprout" as const, value: <a href={thing.href}>{thing.title}</a> })),
      ]}
    />
  );
}

/** What those who run the activity can do with it. */
function Manage({ page: { activity, may } }: { page: ActivityPage }): ReactNode {
  const t = activityWords.use();
  const ui = uiWords.use();
  const href = activityHref(activity.id);
  if (may.seeSignUps !== true && may.writeDownGuest !== true) return null;
  return (
    <Card soft heading="h2" title={t("manage")}>
      <Stack>
        <LinkButton href={`${href}/deelnemers`} kind="secondary" icon="users-round" wide>
          {may.seeSignUps === true ? t("manage_people") : t("write_down")}
        </LinkButton>
        {may.change === true ? (
          <>
            <LinkButton href={`${href}/affiche`} kind="secondary" icon="printer" wide>
              {t("manage_poster")}
            </LinkButton>
            <LinkButton href={`${href}/aanpassen`} kind="secondary" icon="pencil" wide>
              {ui("edit")}
            </LinkButton>
          </>
        ) : null}
        {may.cancel === true ? (
          <ConfirmAction
            danger
            word={t("cancel")}
            question={t("cancel_question")}
            confirmWord={t("cancel_confirm")}
            cancelWord={ui("cancel")}
            action={href}
            hidden={{ do: "cancel" }}
          >
            {t("cancel_text")}
          </ConfirmAction>
        ) : null}
      </Stack>
    </Card>
  );
}
