import { useAuthorName } from "~/features/discussions/mentions/person-words";
import { useLanguage } from "~/platform/define-words";
import type { Segment } from "~/platform/passages";
import { uiWords } from "~/platform/ui-words";
import { Badge, Card, CardList, Cluster, DateText, EmptyState, LinkButton, Notice, PageBody, PageHead, Pagination, Section, Stack } from "~/ui";
import { searchHref } from "./asked";
import type { Found, FoundPage } from "./search-everything.server";
import { SearchForm } from "./search-form";
import { searchWords } from "./words";

/** One search over everything that the reader may see. A form that asks, so every result has an address. */
export function SearchScreen({ found }: { found: FoundPage }) {
  const t = searchWords.use();
  const ui = uiWords.use();
  const { asked, instead } = found;
  const looked = asked.words !== "" && !found.tooCommon;
  const nothing = looked && found.things.length + found.titles.length + found.messages.length === 0;
  const narrowed = Boolean(asked.where || asked.kind || asked.since || asked.author);
  const now = { ...asked, words: instead ?? asked.words };
  return (
    <PageBody width="text">
      <PageHead title={t("title")} lead={t("lead")} />
      <Stack space="loose">
        <SearchForm asked={asked} places={found.places} />
        {found.tooCommon ? <Notice title={t("too_common")}>{t("too_common_next")}</Notice> : null}
        {instead !== null ? (
          <Notice title={t("instead", { words: asked.words, instead })}>{t("instead_next")}</Notice>
        ) : null}
        {nothing && found.first ? (
          <EmptyState
            icon="search"
            title={t("none", { words: asked.words })}
            action={
              <>
                {narrowed ? <LinkButton href={searchHref({ words: asked.words })}>{t("search_wider")}</LinkButton> : null}
                <LinkButton href="/leervragen/nieuw" kind={narrowed ? "secondary" : "primary"}>
                  {t("ask")}
                </LinkButton>
              </>
            }
          >
            {t(narrowed ? "none_next_wider" : "none_next")}
          </EmptyState>
        ) : null}
        {nothing && !found.first ? <Notice>{t("no_more")}</Notice> : null}
        {found.things.length > 0 ? <Results id="things" title={t("things")} items={found.things} /> : null}
        {found.titles.length > 0 ? (
          <Results id="titles" title={t("titles")} items={found.titles} more={found.moreTitles ? <a href={searchHref({ ...now, kind: "gesprekken" })}>{t("more_titles")}</a> : null} />
        ) : null}
        {found.messages.length > 0 ? <Results id="messages" title={t("messages")} items={found.messages} /> : null}
        <Pagination
          label={ui("page_label")}
          previous={found.first ? undefined : { href: searchHref(now), word: t("to_newest") }}
          next={found.next ? { href: searchHref({ ...now, after: found.next }), word: t("older") } : undefined}
        />
      </Stack>
    </PageBody>
  );
}

function Results({ id, title, items, more }: { id: string; title: string; items: Found[]; more?: React.ReactNode }) {
  return (
    <Section id={id} title={title} more={more}>
      <CardList>
        {items.map((item) => (
          <Result key={`${item.kind}-${item.id}`} item={item} />
        ))}
      </CardList>
    </Section>
  );
}

function Result({ item }: { item: Found }) {
  const t = searchWords.use();
  const language = useLanguage();
  const nameOf = useAuthorName();
  const { kind, author } = item;
  return (
    <Card
      title={<Marked segments={item.title} />}
      href={item.href}
      above={
        <Cluster>
          <Badge kind="plain">{t(`kind_${kind}`)}</Badge>
          {item.hidden ? <Badge kind="wait">{t("hidden")}</Badge> : null}
        </Cluster>
      }
      meta={
        <>
          {author ? <span>{author.staff ? `${nameOf(author)} (${author.staff})` : nameOf(author)}</span> : null}
          {item.where ? <span>{item.where}</span> : null}
          <DateText at={item.at} language={language} />
        </>
      }
    >
      {item.passage.length > 0 ? (
        <p>
          {kind === "discussion" || kind === "question" ? <strong>{t("summary")} </strong> : null}
          <Marked segments={item.passage} />
        </p>
      ) : null}
    </Card>
  );
}

function Marked({ segments }: { segments: Segment[] }) {
  return <>{segments.map((segment, index) => (segment.hit ? <mark key={index}>{segment.text}</mark> : segment.text))}</>;
}
