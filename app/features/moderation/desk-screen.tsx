import { useLanguage } from "~/platform/define-words";
import { Pages } from "~/platform/pages";
import { Badge, Card, CardList, DateText, EmptyState, PageBody, PageHead, Stack, Tabs } from "~/ui";
import { DeskNews } from "./desk-news";
import type { DeskLine, DeskView } from "./read-desk.server";
import { moderationWords } from "./words";

/** The queue: what is most urgent stands on top, also on a phone. */
export function DeskScreen({ desk }: { desk: DeskView }) {
  const t = moderationWords.use();
  const { which, lines, page } = desk;
  const here = which === "waiting" ? "/beheer/meldingen" : "/beheer/meldingen?toon=afgehandeld";
  const turn = (to: number) => `/beheer/meldingen?${which === "done" ? "toon=afgehandeld&" : ""}pagina=${to}`;
  return (
    <PageBody>
      <Stack space="loose">
        <PageHead title={t("desk_title")} lead={t("desk_lead")} />
        <DeskNews streams={desk.streams} here={here} />
        <Tabs
          label={t("desk_tabs")}
          items={[
            { href: "/beheer/meldingen", word: t("desk_waiting"), current: which === "waiting", count: desk.waiting },
            { href: "/beheer/meldingen?toon=afgehandeld", word: t("desk_done"), current: which === "done" },
          ]}
        />
        {lines.length > 0 ? (
          <CardList>
            {lines.map((line) => (
              <CaseCard key={line.id} line={line} />
            ))}
          </CardList>
        ) : which === "waiting" ? (
          <EmptyState icon="circle-check" title={t("desk_empty_title")}>
            {t("desk_empty_text")}
          </EmptyState>
        ) : (
          <EmptyState icon="history" title={t("desk_done_empty")} />
        )}
        <Pages page={page} more={desk.more} address={turn} />
      </Stack>
    </PageBody>
  );
}

function CaseCard({ line }: { line: DeskLine }) {
  const t = moderationWords.use();
  const language = useLanguage();
  const waits = line.state === "open" || line.state === "appealed";
  return (
    <Card
      heading="h2"
      href={`/beheer/meldingen/${line.id}`}
      title={t("desk_case", { number: line.number, about: t(`about_${line.about}`) })}
      unread={waits && line.mine && !line.claimed}
      above={
        <>
          {line.danger && waits ? (
            <Badge kind="bad" icon="triangle-alert">
              {t("desk_danger")}
            </Badge>
          ) : null}
          {line.state === "appealed" ? (
            <Badge kind="wait" icon="scale">
              {t("desk_second_look")}
            </Badge>
          ) : null}
          {waits && line.claimed ? <Badge kind="plain">{t("desk_claimed")}</Badge> : null}
          {waits && line.mine ? <Badge kind="accent">{t("desk_mine")}</Badge> : null}
          {waits ? null : <Badge kind="good">{t(`desk_state_${line.state === "closed" ? "closed" : "decided"}`)}</Badge>}
        </>
      }
      meta={
        <>
          <span>{line.space}</span>
          <span>{t("desk_reports", { count: line.reports })}</span>
          <DateText at={line.at} language={language} />
        </>
      }
    >
      {line.about === "message" || line.about === "comment" || line.about === "proposal" ? (
        <p>
          {line.title ? <strong>{line.title}: </strong> : null}
          {line.excerpt.length === 160 ? `${line.excerpt}…` : line.excerpt}
        </p>
      ) : (
        <p>{line.title}</p>
      )}
    </Card>
  );
}
