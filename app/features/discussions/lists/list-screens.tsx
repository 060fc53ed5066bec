import type { ReactNode } from "react";
import { useReadersWords } from "~/features/groups/readers-line";
import { Pages } from "~/platform/pages";
import { uiWords } from "~/platform/ui-words";
import { accentClass, BackLink, Cluster, EmptyState, IconWord, LinkButton, PageBody, PageHead, Section, Stack, Tabs } from "~/ui";
import { DiscussionList } from "./discussion-list";
import type { DiscussionSummary, GroupDiscussions, Paged } from "./list-discussions.server";
import { MarkListRead } from "./mark-list-read";
import { discussionWords } from "../words";

/** What one can begin: a conversation, a learning question, and for those who run things an announcement. */
export function StartButtons({ query, announce }: { query: string; announce?: boolean }) {
  const t = discussionWords.use();
  return (
    <Cluster>
      <LinkButton icon="plus" href={`/gesprekken/nieuw${query}`}>
        {t("start")}
      </LinkButton>
      <LinkButton kind="secondary" icon="lightbulb" href={`/leervragen/nieuw${query}`}>
        {t("ask")}
      </LinkButton>
      {announce ? (
        <LinkButton kind="secondary" icon="bell" href={`/gesprekken/nieuw${query === "" ? "?" : `${query}&`}soort=mededeling`}>
          {t("announce")}
        </LinkButton>
      ) : null}
    </Cluster>
  );
}

/** The conversations of one group. */
export function GroupDiscussionsScreen({ listed }: { listed: GroupDiscussions }) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const readers = useReadersWords();
  const { place, may, items } = listed;
  const query = `?groep=${place.group.id}`;
  const start = may.start === true ? <StartButtons query={query} announce={may.announce === true} /> : undefined;
  return (
    <div className={accentClass(place.accent)}>
      <PageBody>
        <PageHead
          title={t("title_list")}
          lead={t("in_group", { group: place.group.name })}
          back={<BackLink href={`/groepen/${place.group.id}`}>{t("back_to_group", { name: place.group.name })}</BackLink>}
          above={
            <IconWord icon="eye">
              {ui("who_reads")} {readers(listed.readers)}
            </IconWord>
          }
          actions={items.length > 0 ? start : undefined}
        />
        <Stack space="loose">
          <MarkListRead items={items} groupId={place.group.id} />
          {items.length > 0 ? <DiscussionList items={items} heading="h2" /> : <Nothing action={start}>{t("empty_list_text")}</Nothing>}
          <Pages page={listed.page} more={listed.page < listed.pages} address={(page) => `/gesprekken${query}&pagina=${page}`} />
        </Stack>
      </PageBody>
    </div>
  );
}

export interface DiscussionsScreenProps {
  /** Null for readers without an account. */
  mine: Paged<DiscussionSummary> | null;
  open: Paged<DiscussionSummary>;
  /** The second part alone, from its second page on. */
  onlyOpen: boolean;
}

/** Conversations over all groups: first one's own, then what everyone may read. */
export function DiscussionsScreen({ mine, open, onlyOpen }: DiscussionsScreenProps) {
  const t = discussionWords.use();
  const own = mine && mine.items.length > 0 && !onlyOpen ? mine : null;
  const find = (
    <LinkButton icon="search" href="/leerplekken">
      {t("find_space")}
    </LinkButton>
  );
  return (
    <PageBody>
      <PageHead title={t("title_list")} lead={t("lead_list")} actions={own ? <StartButtons query="" /> : undefined} />
      <Stack space="sections">
        {own ? (
          <Section id="mijn" title={t("list_mine")}>
            <Stack space="loose">
              <MarkListRead items={own.items} />
              <DiscussionList items={own.items} across />
              <Pages page={own.page} more={own.page < own.pages} address={(page) => `/gesprekken?mijn=${page}`} />
            </Stack>
          </Section>
        ) : null}
        {open.items.length > 0 ? (
          <Section id="andere" title={t(mine ? "list_others" : "list_public")}>
            <Stack space="loose">
              <DiscussionList items={open.items} across />
              <Pages page={open.page} more={open.page < open.pages} address={(page) => `/gesprekken?pagina=${page}`} />
            </Stack>
          </Section>
        ) : own ? null : (
          <Nothing action={find}>{t("empty_public_text")}</Nothing>
        )}
      </Stack>
    </PageBody>
  );
}

/** The conversations of one leerplek, inside its shell. */
export function SpaceDiscussionsScreen({ slug, listed, bundles }: { slug: string; listed: Paged<DiscussionSummary>; bundles: ReactNode }) {
  const t = discussionWords.use();
  return (
    <Stack space="loose">
      <PageHead title={t("title_list")} lead={t("lead_list")} actions={listed.items.length > 0 ? <StartButtons query={`?leerplek=${slug}`} /> : undefined} />
      {listed.items.length > 0 ? <DiscussionList items={listed.items} across heading="h2" /> : <Nothing action={<StartButtons query={`?leerplek=${slug}`} />}>{t("empty_list_text")}</Nothing>}
      <Pages page={listed.page} more={listed.page < listed.pages} address={(page) => `/leerplekken/${slug}/gesprekken?pagina=${page}`} />
      {bundles}
    </Stack>
  );
}

function Nothing({ children, action }: { children: string; action?: ReactNode }) {
  const t = discussionWords.use();
  return (
    <EmptyState icon="messages-square" title={t("empty_list")} action={action}>
      {children}
    </EmptyState>
  );
}

/** Learning questions over all groups that the reader may read, or of one leerplek. */
export function QuestionsScreen({ listed, answered, space, bundles }: { listed: Paged<DiscussionSummary>; answered: boolean; space: { slug: string; name: string } | null; bundles: ReactNode }) {
  const t = discussionWords.use();
  const query = (more: Record<string, string>) => `/leervragen?${new URLSearchParams({ ...(space ? { leerplek: space.slug } : {}), ...(answered ? { stand: "beantwoord" } : {}), ...more }).toString()}`;
  const filter = (isAnswered: boolean) => `/leervragen?${new URLSearchParams({ ...(space ? { leerplek: space.slug } : {}), ...(isAnswered ? { stand: "beantwoord" } : {}) }).toString()}`;
  const ask = (
    <LinkButton icon="lightbulb" href="/leervragen/nieuw">
      {t("ask")}
    </LinkButton>
  );
  return (
    <PageBody>
      <PageHead
        title={t("title_questions")}
        lead={t("lead_questions")}
        back={space ? <BackLink href={`/leerplekken/${space.slug}`}>{t("back_to_group", { name: space.name })}</BackLink> : undefined}
        actions={ask}
      />
      <Stack space="loose">
        <Tabs
          label={t("filter_label")}
          items={[
            { href: filter(false), word: t("filter_open"), current: !answered },
            { href: filter(true), word: t("filter_answered"), current: answered },
          ]}
        />
        {listed.items.length > 0 ? (
          <DiscussionList items={listed.items} across heading="h2" />
        ) : (
          <EmptyState icon="lightbulb" title={t(answered ? "empty_answered" : "empty_questions")}>
            {t(answered ? "empty_answered_text" : "empty_questions_text")}
          </EmptyState>
        )}
        <Pages page={listed.page} more={listed.page < listed.pages} address={(page) => query({ pagina: String(page) })} />
        {bundles}
      </Stack>
    </PageBody>
  );
}
