import { Badge, Card, CardList, EmptyState } from "~/ui";
import type { ToldPerson } from "./read-who-to-tell.server";
import { letterWords } from "./words";

/** Whom a facilitator tells what is new, and in which conversations. */
export function WhoToTell({ people }: { people: ToldPerson[] }) {
  const t = letterWords.use();
  if (people.length === 0) return <EmptyState icon="user-round" title={t("tell_nobody")} />;
  return (
    <CardList>
      {people.map((one) => (
        <Card key={one.membershipId} heading="h2" title={one.shownName}>
          {one.conversations.length === 0 ? (
            <p className="soft">{t("tell_all_read")}</p>
          ) : (
            <ul>
              {one.conversations.map((talk) => (
                <li key={talk.id}>
                  <a href={talk.href}>{talk.title || t("no_title")}</a> ({talk.group}) <Badge kind="accent">{t("new_messages", { count: talk.unread })}</Badge>
                </li>
              ))}
            </ul>
          )}
        </Card>
      ))}
    </CardList>
  );
}
