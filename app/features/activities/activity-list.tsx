import { useLanguage } from "~/platform/define-words";
import { uiWords } from "~/platform/ui-words";
import { ActivityCard, Badge, CardList, formatLeaf, formatSpan } from "~/ui";
import type { ActivityInShort } from "./list-activities.server";
import { amountOf } from "./price";
import { placeLine } from "./views";
import { activityWords } from "./words";

export interface ActivityListProps {
  activities: ActivityInShort[];
  heading?: "h2" | "h3";
  /** Over several leerplekken: each in its own colour, with its name. */
  across?: boolean;
  /** What is over has no places any more, but a headcount; and its year. */
  past?: boolean;
}

/** Activities as cards: when, what, where, and what counts for the reader. */
export function ActivityList({ activities, heading, across, past }: ActivityListProps) {
  const language = useLanguage();
  return (
    <CardList>
      {activities.map((one) => (
        <ActivityCard
          key={one.id}
          title={one.title}
          href={one.href}
          heading={heading}
          accent={across ? one.accent : undefined}
          leaf={formatLeaf(new Date(one.startsAt), language)}
          when={formatSpan(new Date(one.startsAt), new Date(one.endsAt), { language, ...(past ? { thisYear: 0 } : {}) })}
          place={[placeLine(one.place, one.municipality), across ? one.space : ""].filter(Boolean).join(" · ")}
          status={past ? <PastBadges one={one} /> : <Badges one={one} />}
        />
      ))}
    </CardList>
  );
}

function Badges({ one }: { one: ActivityInShort }) {
  const t = activityWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  if (one.state === "cancelled") return <Badge kind="bad" icon="x">{t("cancelled")}</Badge>;
  return (
    <>
      {one.mine ? (
        <Badge kind={one.mine === "signed_up" ? "good" : "wait"} icon={one.mine === "signed_up" ? "check" : "clock"}>
          {t(`mine_short_${one.mine}`)}
        </Badge>
      ) : null}
      {one.priceCents === 0 ? <Badge>{ui("state_free")}</Badge> : <Badge icon="euro">{t("euro", { amount: amountOf(one.priceCents, language) })}</Badge>}
      {one.free === null ? null : one.free === 0 ? <Badge kind="wait">{t("full")}</Badge> : <Badge>{t("free_places", { count: one.free })}</Badge>}
    </>
  );
}

function PastBadges({ one }: { one: ActivityInShort }) {
  const t = activityWords.use();
  if (one.state === "cancelled") return <Badge kind="bad" icon="x">{t("cancelled")}</Badge>;
  return one.headcount === null ? null : <Badge icon="users-round">{t("people_came", { count: one.headcount })}</Badge>;
}
