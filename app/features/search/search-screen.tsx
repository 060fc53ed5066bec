import { useLanguage } from "~/platform/define-words";
import { uiWords } from "~/platform/ui-words";
import { Badge, Button, Card, CardList, DateText, EmptyState, Form, FormActions, LinkButton, PageBody, PageHead, Pagination, Section, Stack, TextField } from "~/ui";
import type { Found, FoundPage } from "./search-everything.server";
import { searchWords } from "./words";

/** One search over everything that the reader may see. A form that asks, so every result has an address. */
export function SearchScreen({ found }: { found: FoundPage }) {
  const t = searchWords.use();
  const ui = uiWords.use();
  const nothing = found.words !== "" && found.things.length + found.conversations.length === 0;
  const address = (page: number) => `/zoeken?${new URLSearchParams({ woorden: found.words, pagina: String(page) }).toString()}`;
  return (
    <PageBody width="text">
      <PageHead title={t("title")} lead={t("lead")} />
      <Stack>
        <search>
          <Form action="/zoeken" method="get">
            <TextField name="woorden" label={t("label")} hint={t("hint")} defaultValue={found.words} type="search" maxLength={200} enterKeyHint="search" />
            <FormActions>
              <Button icon="search">{t("button")}</Button>
            </FormActions>
          </Form>
        </search>
        {nothing ? (
          <EmptyState icon="search" title={t("none", { words: found.words })} action={<LinkButton href="/leervragen/nieuw">{t("ask")}</LinkButton>}>
            {t("none_next")}
          </EmptyState>
        ) : null}
        {found.things.length > 0 ? <Results id="things" title={t("things")} items={found.things} /> : null}
        {found.conversations.length > 0 ? <Results id="conversations" title={t("conversations")} items={found.conversations} /> : null}
        <Pagination
          label={ui("page_label")}
          previous={found.page > 1 ? { href: address(found.page - 1), word: ui("page_previous") } : undefined}
          next={found.more ? { href: address(found.page + 1), word: ui("page_next") } : undefined}
        />
      </Stack>
    </PageBody>
  );
}

function Results({ id, title, items }: { id: string; title: string; items: Found[] }) {
  const t = searchWords.use();
  const language = useLanguage();
  return (
    <Section id={id} title={title}>
      <CardList>
        {items.map((item) => (
          <Card key={`${item.kind}-${item.id}`} title={item.title} href={item.href} above={<Badge kind="plain">{t(`kind_${item.kind}`)}</Badge>} meta={[item.where, <DateText key="at" at={item.at} language={language} />]}>
            <p>{item.passage.map((segment, index) => (segment.hit ? <mark key={index}>{segment.text}</mark> : segment.text))}</p>
          </Card>
        ))}
      </CardList>
    </Section>
  );
}
