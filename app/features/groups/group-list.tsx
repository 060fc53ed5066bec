import { uiWords } from "~/platform/ui-words";
import { Badge, Card, CardList, EmptyState, IconWord, LinkButton, Section } from "~/ui";
import type { GroupInShort } from "./list-groups.server";
import { groupWords } from "./words";

export interface GroupListProps {
  slug: string;
  groups: GroupInShort[];
  mayMake: boolean;
  /** The heading of the part it stands in. */
  heading?: "h2" | "h3";
}

/** The groups of a leerplek as a part of its front page. */
export function GroupsSection({ slug, groups, mayMake }: GroupListProps) {
  const t = groupWords.use();
  const make = mayMake ? (
    <LinkButton href={`/leerplekken/${slug}/groepen/nieuw`} icon="plus" kind="secondary" small>
      {t("make")}
    </LinkButton>
  ) : undefined;
  return (
    <Section id="groepen" title={t("groups")} more={make}>
      {groups.length > 0 ? (
        <GroupCards groups={groups} />
      ) : (
        <EmptyState icon="users-round" title={t("none")}>
          {mayMake ? t("none_make") : t("none_text")}
        </EmptyState>
      )}
    </Section>
  );
}

export function GroupCards({ groups, heading = "h3" }: { groups: GroupInShort[]; heading?: "h2" | "h3" }) {
  return (
    <CardList>
      {groups.map((group) => (
        <GroupCard key={group.id} group={group} heading={heading} />
      ))}
    </CardList>
  );
}

function GroupCard({ group, heading }: { group: GroupInShort; heading: "h2" | "h3" }) {
  const t = groupWords.use();
  const ui = uiWords.use();
  return (
    <Card
      title={group.name}
      heading={heading}
      href={`/groepen/${group.id}`}
      above={
        <>
          <GroupBadges {...group} />
          {group.mine ? <Badge kind="accent" icon="check">{t("you_are_in")}</Badge> : null}
          {group.asked ? <Badge kind="wait" icon="clock">{t("you_asked")}</Badge> : null}
        </>
      }
      meta={group.members > 0 ? <IconWord icon="users-round">{ui("thing_member", { count: group.members })}</IconWord> : undefined}
    >
      {group.description || undefined}
    </Card>
  );
}

/** How to come into a group and who reads it, in a word or two. */
export function GroupBadges({ joining, visibility, archived }: Pick<GroupInShort, "joining" | "visibility" | "archived">) {
  const t = groupWords.use();
  const ui = uiWords.use();
  if (archived) return <Badge icon="lock">{ui("state_closed")}</Badge>;
  return (
    <>
      {joining === "open" ? <Badge kind="good" icon="check">{t("badge_open")}</Badge> : null}
      {joining === "request" ? <Badge icon="user-round">{ui("state_by_request")}</Badge> : null}
      {joining === "invitation" ? <Badge icon="mail">{ui("state_by_invitation")}</Badge> : null}
      {visibility === "members" ? <Badge icon="lock">{t("badge_members")}</Badge> : null}
    </>
  );
}
